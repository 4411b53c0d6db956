/**
 * The gate every zip passes before anything in it is believed (PKWARE APPNOTE 6.3.10).
 * Names are labels to look parts up by; none is ever used as a path.
 */
import { Inflate as InflateStream } from "fflate";
import { CompactSheet } from "./compact-sheet";
import { crc32 } from "./crc32";
import { damaged, FileReadError, overLimit } from "./errors";
import type { Inflate } from "./inflate";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits";
import { readDirectory, type ZipEntry } from "./zip-directory";

/** A file in an archive that somebody packed: names may repeat there, or differ in upper and lower case alone. */
export interface PackedEntry {
  readonly name: string;
  /** Bytes when inflated, as the directory says; reading holds it to that. */
  readonly size: number;
  readonly encrypted: boolean;
  /** The inflated bytes. Throws {@link FileReadError}. */
  read(): Uint8Array;
}

export interface Zip {
  /** The names of the files in it, `/` between folders, in the order of the directory. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * The inflated bytes of a file, its size and CRC-32 verified; null where there is none of that name.
   * Upper and lower case are one, as in Open Packaging (ECMA-376 part 2, 6.2.2.3). Throws {@link FileReadError}.
   */
  read(name: string): Uint8Array | null;
  /** The same for a sheet, which may be far larger: its empty cells are then left out. */
  readSheet(name: string): Uint8Array | null;
}

/**
 * Opens a zip: directory checked, nothing inflated yet.
 * Throws {@link FileReadError}: F02 damaged, F03 beyond a limit, D06 encrypted (when the part is read).
 */
export function openZip(bytes: Uint8Array, inflate: Inflate, limits: ReadLimits = DEFAULT_LIMITS): Zip {
  const all = readDirectory(bytes, limits);
  const entries = new Map<string, ZipEntry>();
  const ambiguous = new Set<string>();
  for (const entry of all) {
    const key = entry.name.toLowerCase();
    if (entries.has(key)) ambiguous.add(key);
    entries.set(key, entry);
  }
  checkOverlap(all, bytes.length);
  let total = 0;
  /** Of two entries of one name nobody can say which is meant; it matters only where the part is needed. */
  const find = (name: string): ZipEntry | null => {
    const key = name.toLowerCase();
    if (ambiguous.has(key)) throw damaged("duplicateEntry", name);
    return entries.get(key) ?? null;
  };
  const count = (size: number): void => {
    total += size;
    if (total > limits.totalBytes) throw overLimit("totalBytes", total, limits.totalBytes);
  };
  const read = (entry: ZipEntry): Uint8Array => {
    checkSize(entry, limits, limits.partBytes);
    count(entry.size);
    return readEntry(bytes, entry, inflate);
  };
  return {
    names: [...entries.values()].map((entry) => entry.name),
    has: (name) => entries.has(name.toLowerCase()),
    read(name) {
      const entry = find(name);
      return entry && read(entry);
    },
    readSheet(name) {
      const entry = find(name);
      if (!entry || entry.size <= limits.partBytes || entry.method !== 8) return entry && read(entry);
      checkSize(entry, limits, limits.sheetBytes);
      const sheet = readCompact(bytes, entry, limits.partBytes);
      count(sheet.length);
      return sheet;
    },
  };
}

/** Opens a zip that is no package: every file in it by itself. Throws {@link FileReadError}: F02, F03. */
export function openArchive(
  bytes: Uint8Array,
  inflate: Inflate,
  limits: ReadLimits = DEFAULT_LIMITS,
): readonly PackedEntry[] {
  const entries = readDirectory(bytes, limits);
  checkOverlap(entries, bytes.length);
  return entries.map((entry) => ({
    name: entry.name,
    size: entry.size,
    encrypted: entry.encrypted,
    read: () => {
      checkSize(entry, limits, limits.fileBytes);
      return readEntry(bytes, entry, inflate);
    },
  }));
}

/** Compressed bytes that are inflated at once: what comes out of them is at most 1032 times as much. */
const PIECE = 16 << 10;

/** Inflates a sheet piece by piece, so that only the cells that hold something are kept. */
function readCompact(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  if (entry.encrypted) throw new FileReadError("D06", { format: "zip" });
  const data = dataOf(bytes, entry);
  const sheet = new CompactSheet(entry.name, most);
  let size = 0;
  let crc = 0;
  const stream = new InflateStream((chunk) => {
    size += chunk.length;
    if (size > entry.size) throw damaged("size", entry.name);
    crc = crc32(chunk, crc);
    sheet.push(chunk);
  });
  try {
    for (let i = 0; i < data.length; i += PIECE)
      stream.push(data.subarray(i, i + PIECE), i + PIECE >= data.length);
  } catch (error) {
    throw error instanceof FileReadError ? error : damaged("deflate", entry.name);
  }
  if (size !== entry.size) throw damaged("size", entry.name);
  if (crc !== entry.crc) throw damaged("crc", entry.name);
  return sheet.finish();
}

/** Entries that share bytes are how a few kilobytes pretend to be petabytes. */
function checkOverlap(entries: readonly ZipEntry[], length: number): void {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  inOrder.forEach((entry, i) => {
    const end = inOrder[i + 1]?.offset ?? length;
    if (entry.offset + 30 + entry.compressedSize > end) throw damaged("overlappingEntries", entry.name);
  });
}

function checkSize(entry: ZipEntry, limits: ReadLimits, most: number): void {
  if (entry.size > most) throw overLimit("partBytes", entry.size, most);
  const ratio = entry.size / Math.max(1, entry.compressedSize);
  if (entry.size > limits.ratioFloor && ratio > limits.ratio) {
    throw overLimit("ratio", Math.round(ratio), limits.ratio);
  }
}

function readEntry(bytes: Uint8Array, entry: ZipEntry, inflate: Inflate): Uint8Array {
  if (entry.encrypted) throw new FileReadError("D06", { format: "zip" });
  const out = unpack(dataOf(bytes, entry), entry, inflate);
  if (out.length !== entry.size) throw damaged("size", entry.name);
  if (inflate.crc32(out) !== entry.crc) throw damaged("crc", entry.name);
  return out;
}

/** The local header repeats the name and may have extras of its own length; only these lengths are read from it. */
function dataOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const header = new DataView(
    bytes.buffer,
    bytes.byteOffset + entry.offset,
    Math.min(30, bytes.length - entry.offset),
  );
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50)
    throw damaged("localHeader", entry.name);
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.compressedSize > bytes.length) throw damaged("cutOff", entry.name);
  return bytes.subarray(start, start + entry.compressedSize);
}

function unpack(data: Uint8Array, entry: ZipEntry, inflate: Inflate): Uint8Array {
  if (entry.method === 0) return data;
  if (entry.method !== 8) throw damaged("compressionMethod", entry.name);
  try {
    return inflate.raw(data, entry.size);
  } catch {
    throw damaged("deflate", entry.name);
  }
}
