import type { SourceFile } from "../round/ports";
import { FileReadError } from "./read/errors";
import type { Inflate } from "./read/inflate";
import { DEFAULT_LIMITS } from "./read/limits";
import { sniff } from "./read/sniff";
import { openZip, type Zip } from "./read/zip";

/**
 * The files in a zip that a unit sent instead of a workbook, each inflated only when its turn comes; named
 * `zip's name/name within`. A file that is no such zip, a workbook for one, comes back alone as it is, and so does
 * a damaged zip: reading it says what is wrong. Zips within are not opened. Rejects where the file's bytes cannot be had.
 */
export async function expandZip(file: SourceFile, inflate: Inflate): Promise<readonly SourceFile[]> {
  const bytes = await file.bytes();
  const zip = openIfZip(bytes, inflate);
  if (!zip || isDocument(zip)) return [{ name: file.name, bytes: () => Promise.resolve(bytes) }];
  const names = zip.names.filter(isWorthReading);
  if (names.length === 0) return [{ name: file.name, bytes: () => Promise.resolve(bytes) }];
  return names.map((name) => ({
    name: `${file.name}/${safeName(name)}`,
    // Opened anew for each file: the limit on inflated bytes is for one file, not for a county.
    bytes: async () => openZip(bytes, inflate).read(name) ?? new Uint8Array(),
  }));
}

function openIfZip(bytes: Uint8Array, inflate: Inflate): Zip | null {
  if (sniff(bytes) !== "zip" || bytes.length > DEFAULT_LIMITS.fileBytes) return null;
  try {
    return openZip(bytes, inflate);
  } catch (error) {
    if (error instanceof FileReadError) return null;
    throw error;
  }
}

/** Open XML and OpenDocument files are zips themselves. */
function isDocument(zip: Zip): boolean {
  return zip.has("[Content_Types].xml") || zip.has("content.xml") || zip.has("_rels/.rels");
}

/** Not what Excel and macOS leave beside the files; `./` and `../` before a name hide nothing. */
function isWorthReading(name: string): boolean {
  return !/(^|\/)(~\$|\.(?!\.?\/)|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

/** A name is for people to read; without `..`, drive and root it leads nowhere. */
function safeName(name: string): string {
  return name
    .split("/")
    .filter((step) => step !== "" && step !== "." && step !== ".." && !/^[A-Za-z]:$/.test(step))
    .join("/");
}
