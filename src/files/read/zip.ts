/**
 * The gate every zip passes before anything in it is believed (PKWARE APPNOTE 6.3.10).
 * Names are labels to look parts up by; none is ever used as a path.
 */
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
}

/**
 * Opens a zip: directory checked, nothing inflated yet.
 * Throws {@link FileReadError}: F02 damaged, F03 beyond a limit, D06 encrypted (when the part is read).
 */
export function openZip(bytes: Uint8Array, inflate: Inflate, limits: ReadLimits = DEFAULT_LIMITS): Zip {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readDirectory(bytes, limits)) {
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw damaged("duplicateEntry", entry.name);
    entries.set(key, entry);
  }
  checkOverlap([...entries.values()], bytes.length);
  let total = 0;
  return {
    names: [...entries.values()].map((entry) => entry.name),
    has: (name) => entries.has(name.toLowerCase()),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return null;
      checkSize(entry, limits);
      total += entry.size;
      if (total > limits.totalBytes) throw overLimit("totalBytes", total, limits.totalBytes);
      return readEntry(bytes, entry, inflate);
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
      checkSize(entry, limits);
      return readEntry(bytes, entry, inflate);
    },
  }));
}

/** Entries that share bytes are how a few kilobytes pretend to be petabytes. */
function checkOverlap(entries: readonly ZipEntry[], length: number): void {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  inOrder.forEach((entry, i) => {
    const end = inOrder[i + 1]?.offset ?? length;
    if (entry.offset + 30 + entry.compressedSize > end) throw damaged("overlappingEntries", entry.name);
  });
}

function checkSize(entry: ZipEntry, limits: ReadLimits): void {
  if (entry.size > limits.partBytes) throw overLimit("partBytes", entry.size, limits.partBytes);
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
