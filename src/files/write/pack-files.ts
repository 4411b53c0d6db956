/** Many files in one zip. */
import type { Archiver, PackedFile } from "../../ports/ports";
import { crc32 } from "../read/crc32";
import { zipArchive, zipEntry, type Deflate, type ZipEntry } from "./zip";

/** Workbooks are compressed already: packing them again would take time and save nothing. */
export function fileArchiver(deflate?: Deflate): Archiver {
  return { pack: (files) => zipArchive(files.map((file) => entryOf(file, deflate))) };
}

function entryOf({ name, bytes }: PackedFile, deflate?: Deflate): ZipEntry {
  if (!/\.xls[xm]$/i.test(name)) return zipEntry(name, bytes, deflate);
  return { name, method: 0, crc: crc32(bytes), size: bytes.length, compressed: bytes };
}
