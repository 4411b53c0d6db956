/**
 * The names of the streams in a compound file ([MS-CFB]): enough to tell an old workbook from a Word document
 * or an encrypted package. Nothing else of the container is read here.
 */
const HEADER = 512;
const DIRECTORY_ENTRY = 128;
const END_OF_CHAIN = 0xfffffffa;
/** The directory of a real file fits in far fewer; a chain in a circle ends here. */
const MOST_SECTORS = 256;

/** Names of streams and storages, in the order of the directory; fewer where the file is damaged. */
export function compoundFileNames(bytes: Uint8Array): string[] {
  if (bytes.length < HEADER) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 16);
  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let i = 0; i < MOST_SECTORS && sector < END_OF_CHAIN; i++) {
    const at = (sector + 1) * sectorSize;
    if (at + sectorSize > bytes.length) break;
    for (let entry = at; entry < at + sectorSize; entry += DIRECTORY_ENTRY)
      names.push(entryName(view, entry));
    sector = nextSector(view, sector, sectorSize);
  }
  return names.filter((name) => name !== "");
}

function entryName(view: DataView, at: number): string {
  const length = Math.min(64, view.getUint16(at + 64, true)) / 2 - 1;
  let name = "";
  for (let i = 0; i < length; i++) name += String.fromCharCode(view.getUint16(at + i * 2, true));
  return view.getUint8(at + 66) === 0 ? "" : name;
}

/** The allocation table tells which sector follows; the header lists where its first 109 sectors stand. */
function nextSector(view: DataView, sector: number, sectorSize: number): number {
  const perSector = sectorSize / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return END_OF_CHAIN;
  const at = (view.getUint32(76 + table * 4, true) + 1) * sectorSize + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : END_OF_CHAIN;
}
