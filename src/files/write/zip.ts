/**
 * The zip container. Entries are either bytes to be deflated or entries taken over still compressed from another
 * archive, which fflate's `zipSync` cannot do.
 */
import { deflateSync } from "fflate";
import { crc32 } from "../read/crc32";

/**
 * Raw deflate of what is made part by part. The default, which also works in browsers, joins the parts first; `nodeDeflate`
 * never holds a sheet of a million cells whole.
 */
export type Deflate = (parts: Iterable<Uint8Array>) => Iterable<Uint8Array>;

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes when unpacked. */
  readonly size: number;
  readonly compressed: Uint8Array;
}

/** Excel dates all its entries 1 January 1980, the first day of MS-DOS time; so equal plans give equal bytes. */
const DOS_DATE = 0x21;
const VERSION = 20;
const UTF8_NAME = 0x800;

/** UTF-8. (fflate's own encoder, where there is no TextEncoder, breaks characters beyond the basic plane.) */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function zipEntry(name: string, bytes: Uint8Array, deflate?: Deflate): ZipEntry {
  return zipEntryOf(name, [bytes], deflate);
}

/** An entry of bytes that are made part by part. */
export function zipEntryOf(
  name: string,
  parts: Iterable<Uint8Array>,
  deflate: Deflate = deflateJoined,
): ZipEntry {
  let crc = 0;
  let size = 0;
  function* counted(): Generator<Uint8Array> {
    for (const part of parts) {
      crc = crc32(part, crc);
      size += part.length;
      yield part;
    }
  }
  const compressed = joined([...deflate(counted())]);
  return { name, method: 8, crc, size, compressed };
}

function deflateJoined(parts: Iterable<Uint8Array>): Uint8Array[] {
  return [deflateSync(joined([...parts]))];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The bytes of an archive with these entries in this order. Names must differ; the caller sees to that. */
export function zipArchive(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => encodeText(entry.name));
  const total = entries.reduce(
    (sum, entry, i) => sum + 76 + 2 * names[i]!.length + entry.compressed.length,
    22,
  );
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  entries.forEach((entry, i) => {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeEntryFields(view, at + 4, entry, names[i]!.length);
    out.set(names[i]!, at + 30);
    out.set(entry.compressed, at + 30 + names[i]!.length);
    at += 30 + names[i]!.length + entry.compressed.length;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    writeEntryFields(view, at + 6, entry, names[i]!.length);
    view.setUint32(at + 42, offsets[i]!, true);
    out.set(names[i]!, at + 46);
    at += 46 + names[i]!.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** The 26 bytes that the local header and the central directory have in common (APPNOTE 4.3.7 and 4.3.12). */
function writeEntryFields(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, /[^\x20-\x7e]/.test(entry.name) ? UTF8_NAME : 0, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}
