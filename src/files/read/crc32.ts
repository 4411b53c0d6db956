/** Eight tables of 256: table k advances a byte by k more zero bytes ("slicing by 8", Kounavis and Berry 2005). */
const SLICES = 8;
const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(SLICES * 256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    tables[n] = c;
  }
  for (let n = 256; n < tables.length; n++) {
    const before = tables[n - 256]!;
    tables[n] = (before >>> 8) ^ tables[before & 255]!;
  }
  return tables;
}

/**
 * CRC-32 of the bytes (ISO 3309, polynomial 0xEDB88320), unsigned; `before` is that of the bytes before them.
 * Eight bytes a turn, as this guards every part.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const t = TABLES;
  const end = bytes.length;
  let crc = ~before;
  let i = 0;
  for (const last = end - 7; i < last; i += 8) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc =
      t[1792 + (crc & 255)]! ^
      t[1536 + ((crc >>> 8) & 255)]! ^
      t[1280 + ((crc >>> 16) & 255)]! ^
      t[1024 + (crc >>> 24)]! ^
      t[768 + bytes[i + 4]!]! ^
      t[512 + bytes[i + 5]!]! ^
      t[256 + bytes[i + 6]!]! ^
      t[bytes[i + 7]!]!;
  }
  for (; i < end; i++) crc = (crc >>> 8) ^ t[(crc ^ bytes[i]!) & 255]!;
  return ~crc >>> 0;
}
