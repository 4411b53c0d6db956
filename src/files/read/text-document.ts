/** The text of a plain text file or of a Word document (ECMA-376 part 1, 17). */
import type { TextReading } from "../../ports/ports";
import { damaged, FileReadError, overLimit } from "./errors";
import type { Inflate } from "./inflate";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits";
import { Package } from "./package";
import { sniff } from "./sniff";
import { decodeText } from "./text-encoding";
import { LONGEST, wordParagraphs } from "./word-text";
import { openZip } from "./zip";

interface TextTools {
  readonly inflate: Inflate;
  readonly limits?: Partial<ReadLimits>;
}

/**
 * The text as it is, identified by content and not by name: plain text in UTF-8 (its byte-order mark dropped), UTF-16 or
 * GB18030; a Word document's paragraphs, as Word shows them, joined
 * by a line feed.
 * Throws {@link FileReadError}: D06 needs a password, F02 damaged, F03 beyond a limit, F04 neither of the two.
 */
export function readTextDocument(bytes: Uint8Array, tools: TextTools): string {
  const limits = { ...DEFAULT_LIMITS, ...tools.limits };
  if (bytes.length > limits.fileBytes) throw overLimit("fileBytes", bytes.length, limits.fileBytes);
  const kind = sniff(bytes);
  if (kind === "empty") return "";
  if (kind === "encrypted") throw new FileReadError("D06", { format: "word" });
  const text = kind === "zip" ? readWord(bytes, tools, limits) : kind === "text" ? decodeText(bytes) : null;
  if (text === null || text.includes("\0")) throw new FileReadError("F04", { format: kind });
  if (text.length > LONGEST) throw overLimit("characters", text.length, LONGEST);
  return text;
}

function readWord(bytes: Uint8Array, tools: TextTools, limits: ReadLimits): string | null {
  const zip = openZip(bytes, tools.inflate, limits);
  if (!zip.names.some((name) => /^word\//i.test(name))) return null;
  const parts = new Package(zip, limits);
  const root = parts.relationships("").find(({ type }) => type === "officeDocument");
  const part = root?.target ?? "word/document.xml";
  if (!parts.has(part)) throw damaged("missingPart", part);
  return wordParagraphs(parts, part).join("\n");
}

/** The text, or why it could not be read. */
export function readingOf(bytes: Uint8Array, tools: TextTools): TextReading {
  try {
    return { ok: true, text: readTextDocument(bytes, tools) };
  } catch (error) {
    if (!(error instanceof FileReadError)) throw error;
    return { ok: false, code: error.error.code };
  }
}
