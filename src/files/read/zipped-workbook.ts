import { strToU8, zipSync } from "fflate";
import type { Workbook } from "../../workbook/workbook";
import { FileReadError } from "./errors";
import { readWithLibrary } from "./library";
import type { ReadLimits } from "./limits";
import { markOpenDocumentRuns } from "./markup-runs";
import { Package } from "./package";
import type { ReadTools } from "./read-tools";
import { decodeXml } from "./xml-text";
import { readXlsxZip } from "./xlsx";
import { openZip, type Zip } from "./zip";

const OPEN_DOCUMENT = [
  "mimetype",
  "META-INF/manifest.xml",
  "content.xml",
  "styles.xml",
  "meta.xml",
  "settings.xml",
];
/** Without them the library reads nothing, although the cells are in none of them. */
const NEEDED: ReadonlySet<string> = new Set(["META-INF/manifest.xml", "styles.xml"]);
const STRICT = "http://purl.oclc.org/ooxml/";

/** Reads what is in a zip: Open XML by ourselves, OpenDocument with the library's help. */
export async function readZippedWorkbook(
  bytes: Uint8Array,
  tools: ReadTools,
  limits: ReadLimits,
): Promise<{ workbook: Workbook; strict: boolean }> {
  const zip = openZip(bytes, tools.inflate, limits);
  if (zip.has("content.xml")) return { workbook: await readOpenDocument(zip, limits, tools), strict: false };
  refuseOthers(zip);
  const root = new Package(zip, limits).relationships("").find(({ type }) => type === "officeDocument");
  return { workbook: readXlsxZip(zip, limits), strict: root?.typeAddress.startsWith(STRICT) ?? false };
}

/** Other Office documents are zips too. */
function refuseOthers(zip: Zip): void {
  const has = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name));
  if (has(/^word\//i)) throw new FileReadError("D09", { format: "word" });
  if (has(/^ppt\//i)) throw new FileReadError("D09", { format: "presentation" });
  if (has(/^xl\/workbook\.bin$/i)) throw new FileReadError("D04", { format: "xlsb" });
  if (!zip.has("[Content_Types].xml") && !has(/\.rels$/i)) throw new FileReadError("F04", { format: "zip" });
}

async function readOpenDocument(zip: Zip, limits: ReadLimits, tools: ReadTools): Promise<Workbook> {
  const manifest = zip.read("META-INF/manifest.xml");
  if (manifest && decodeXml(manifest).includes("encryption-data"))
    throw new FileReadError("D06", { format: "ods" });
  const mimetype = zip.read("mimetype");
  const type = mimetype ? new TextDecoder().decode(mimetype) : "";
  if (type.includes("opendocument.text")) throw new FileReadError("D09", { format: "word" });
  const content = repack(zip);
  return readWithLibrary({ format: "ods", content, errorCode: "D04" }, limits, tools.beforeLibrary);
}

/** The content with marks around what is struck out or raised, in UTF-8. */
function markedRuns(part: Uint8Array): Uint8Array {
  const text = decodeXml(part);
  const marked = markOpenDocumentRuns(text);
  return marked === text
    ? part
    : new TextEncoder().encode(marked.replace(/^(<\?xml[^>]*?)\sencoding="[^"]*"/, "$1"));
}

/** The library unzips for itself and checks nothing: it gets a new zip of the parts that have passed the gate. */
function repack(zip: Zip): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (const name of OPEN_DOCUMENT) {
    const part = zip.read(name);
    if (part) parts[name] = name === "content.xml" ? markedRuns(part) : part;
    else if (NEEDED.has(name)) parts[name] = strToU8("<none/>");
  }
  return zipSync(parts, { level: 0 });
}
