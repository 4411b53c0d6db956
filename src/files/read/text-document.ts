/** The text of a plain text file or of a Word document (ECMA-376 part 1, 17). */
import { damaged, FileReadError, overLimit } from "./errors";
import type { Inflate } from "./inflate";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits";
import { Package } from "./package";
import { sniff } from "./sniff";
import { decodeText } from "./text-encoding";
import type { XmlReader } from "./xml-reader";
import { openZip } from "./zip";

interface TextTools {
  readonly inflate: Inflate;
  readonly limits?: Partial<ReadLimits>;
}

/** Characters; a year's report has some ten thousand. */
const LONGEST = 1_000_000;
/** Paragraphs within paragraphs, as text boxes make them. */
const DEEPEST = 50;

/**
 * The text as it stands, told by content and not by name: plain text in UTF-8 (its byte-order mark dropped), UTF-16 or
 * GB18030; a Word document's paragraphs joined by a line feed.
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
  const xml = parts.xml(root?.target ?? "word/document.xml");
  if (!xml) throw damaged("missingPart", "word/document.xml");
  return paragraphsOf(xml).join("\n");
}

/** What Word shows in the running text: deleted text and field codes are in other elements and left out. */
function paragraphsOf(xml: XmlReader): string[] {
  const paragraphs: string[] = [];
  const open: string[] = [];
  let length = 0;
  const add = (text: string): void => {
    length += text.length;
    if (length > LONGEST) throw overLimit("characters", length, LONGEST);
    if (open.length > 0) open[open.length - 1] += text;
  };
  while (xml.next()) {
    if (xml.is("p")) {
      if (xml.isEnd || xml.isEmpty) paragraphs.push(xml.isEmpty ? "" : (open.pop() ?? ""));
      else if (open.push("") > DEEPEST) throw overLimit("paragraphDepth", open.length, DEEPEST);
      add("");
      if (paragraphs.length > LONGEST) throw overLimit("paragraphs", paragraphs.length, LONGEST);
    } else if (!xml.isEnd) addRun(xml, add);
  }
  return paragraphs;
}

function addRun(xml: XmlReader, add: (text: string) => void): void {
  if (xml.is("t")) add(xml.text());
  else if (xml.is("tab")) add("\t");
  else if (xml.is("br") || xml.is("cr")) add("\n");
  else if (xml.is("noBreakHyphen")) add("-");
  // Word draws the first of two alternatives; the other says the same for older programs. Tab stops are no tabs.
  else if (xml.is("Fallback") || xml.is("pPr")) xml.skip();
}
