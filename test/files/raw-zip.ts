/** Builds zips byte by byte, so that a test can lie in any field of their headers. */
import { crc32, deflateRawSync } from "node:zlib";

export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array | string;
  /** Deflated unless 0 is given; any other number is written into the headers. */
  readonly method?: number;
  /** Where it differs from the truth. */
  readonly crc?: number;
  readonly size?: number;
  readonly flags?: number;
  /** The directory leads to the local header of this entry instead of its own. */
  readonly shareWith?: number;
  /** Sizes and offset are in a Zip64 field. */
  readonly zip64?: boolean;
}

/** The bytes of a zip with the entries, honest where they are not told to lie. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data as Uint8Array);
    const packed = entry.method === 0 ? data : deflateRawSync(data);
    const local = Buffer.concat([
      header(0x04034b50, 30, entry, data, packed.length, 0),
      nameOf(entry),
      packed,
    ]);
    offsets.push(offset);
    files.push(local);
    const at = offsets[entry.shareWith ?? offsets.length - 1]!;
    const extra = entry.zip64 ? zip64Field(entry.size ?? data.length, packed.length, at) : Buffer.alloc(0);
    directory.push(
      Buffer.concat([header(0x02014b50, 46, entry, data, packed.length, at), nameOf(entry), extra]),
    );
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  return new Uint8Array(Buffer.concat([...files, listed, endRecord(entries.length, listed.length, offset)]));
}

function nameOf(entry: RawEntry): Buffer {
  return Buffer.from(entry.name as string);
}

/** Both headers hold the same fields, in the directory shifted by two bytes. */
function header(
  signature: number,
  length: number,
  entry: RawEntry,
  data: Buffer,
  packed: number,
  at: number,
): Buffer {
  const bytes = Buffer.alloc(length);
  const inDirectory = length === 46;
  const shift = inDirectory ? 2 : 0;
  const hidden = inDirectory && entry.zip64;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(entry.flags ?? 0, 6 + shift);
  bytes.writeUInt16LE(entry.method ?? 8, 8 + shift);
  bytes.writeUInt32LE(entry.crc ?? crc32(data), 14 + shift);
  bytes.writeUInt32LE(hidden ? 0xffffffff : packed, 18 + shift);
  bytes.writeUInt32LE(hidden ? 0xffffffff : (entry.size ?? data.length), 22 + shift);
  bytes.writeUInt16LE(nameOf(entry).length, 26 + shift);
  if (inDirectory) bytes.writeUInt32LE(hidden ? 0xffffffff : at, 42);
  if (hidden) bytes.writeUInt16LE(28, 30);
  return bytes;
}

function zip64Field(size: number, packed: number, at: number): Buffer {
  const field = Buffer.alloc(28);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(24, 2);
  [size, packed, at].forEach((value, i) => field.writeBigUInt64LE(BigInt(value), 4 + i * 8));
  return field;
}

function endRecord(count: number, length: number, at: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(length, 12);
  bytes.writeUInt32LE(at, 16);
  return bytes;
}
