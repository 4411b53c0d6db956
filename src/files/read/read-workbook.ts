import type { FileErrorCode, FileNotice } from "../../ports/ports";
import type { ShownCell, Workbook } from "../../workbook/workbook";
import { isText, looksDelimited, readCsv } from "./csv";
import { decryptPackage } from "./decrypt-package";
import { plainXls } from "./decrypt-xls";
import { damaged, FileReadError, overLimit } from "./errors";
import { baseName, extensionOf, noticesFor } from "./file-names";
import { readWithLibrary, type LibraryFile } from "./library";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits";
import { markHtmlRuns, markOpenDocumentRuns } from "./markup-runs";
import type { ReadTools } from "./read-tools";
import { readZippedWorkbook } from "./zipped-workbook";
import { sniff, type FileKind } from "./sniff";
import { decodeHtml } from "./text-encoding";
import { xlsLooks } from "./xls-looks";
import { decodeXml } from "./xml-text";

export interface ReadFile {
  readonly workbook: Workbook;
  readonly notices: readonly FileNotice[];
}

/** Kinds of file that no workbook is. */
const REFUSED: Readonly<Partial<Record<FileKind, FileErrorCode>>> = {
  protected: "D06",
  pdf: "D09",
  picture: "D09",
  word: "D09",
  presentation: "D09",
  archive: "F04",
  mhtml: "D05",
};

/**
 * Reads a file by its content, never by its extension; the name serves to say that the two disagree,
 * and to distinguish a table from a letter. Throws {@link FileReadError} only.
 */
export async function readWorkbook(bytes: Uint8Array, name: string, tools: ReadTools): Promise<ReadFile> {
  const limits = { ...DEFAULT_LIMITS, ...tools.limits };
  const kind = sniff(bytes);
  if (kind === "empty") throw new FileReadError("F01");
  if (bytes.length > limits.fileBytes) throw overLimit("fileBytes", bytes.length, limits.fileBytes);
  const refused = REFUSED[kind];
  if (refused) throw new FileReadError(refused, { format: kind, extension: extensionOf(name) });
  if (kind === "encrypted") {
    const decrypted = await decryptPackage(bytes);
    if (!decrypted) throw new FileReadError("D06", { format: "encrypted", extension: extensionOf(name) });
    return readWorkbook(decrypted, name, tools);
  }
  if (kind === "zip") {
    const { workbook, strict } = await readZippedWorkbook(bytes, tools, limits);
    return { workbook, notices: noticesFor(workbook.format, name, strict) };
  }
  const workbook =
    kind === "text" ? readText(bytes, name, limits) : await readOther(bytes, kind, name, tools, limits);
  return { workbook, notices: noticesFor(workbook.format, name, false) };
}

/** A text without a table's look is taken for one only where its name says so. */
function readText(bytes: Uint8Array, name: string, limits: ReadLimits): Workbook {
  if (bytes.length > limits.textFileBytes)
    throw overLimit("textFileBytes", bytes.length, limits.textFileBytes);
  const extension = extensionOf(name);
  const isTable = ["csv", "tsv"].includes(extension) || looksDelimited(bytes);
  const workbook = isTable ? readCsv(bytes, baseName(name), limits) : null;
  if (workbook) return workbook;
  throw isText(bytes) ? notTheText(extension) : unknownKind(extension);
}

async function readOther(
  bytes: Uint8Array,
  kind: FileKind,
  name: string,
  tools: ReadTools,
  limits: ReadLimits,
): Promise<Workbook> {
  if (kind === "xls") return readXls(bytes, name, tools, limits);
  const file = libraryFile(bytes, kind);
  if (!file) throw unknownKind(extensionOf(name));
  return readWithLibrary(file, limits, tools.beforeLibrary);
}

/** Without Excel's own password, and without the pictures that would make it too much for the library. */
async function readXls(
  bytes: Uint8Array,
  name: string,
  tools: ReadTools,
  limits: ReadLimits,
): Promise<Workbook> {
  const { bytes: content, stream, locked } = await plainXls(bytes, limits.librarySize);
  if (locked) throw new FileReadError("D06", { format: "xls" });
  const errorCode = extensionOf(name) === "xls" ? "D03" : "D04";
  const workbook = await readWithLibrary({ format: "xls", content, errorCode }, limits, tools.beforeLibrary);
  const looks = stream ? xlsLooks(stream) : new Map<string, readonly ShownCell[]>();
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const shown = looks.get(sheet.name) ?? [];
      return shown.length > 0 ? { ...sheet, shown } : sheet;
    }),
  };
}

function libraryFile(bytes: Uint8Array, kind: FileKind): LibraryFile | null {
  if (kind === "xml2003")
    return { format: "xml2003", content: markHtmlRuns(xmlText(bytes)), errorCode: "D05" };
  if (kind === "flatOds")
    return { format: "ods", content: markOpenDocumentRuns(xmlText(bytes)), errorCode: "D04" };
  if (kind !== "html") return null;
  const content = decodeHtml(bytes);
  if (content === null) throw damaged("encoding");
  return { format: "html", content: markHtmlRuns(content), errorCode: "D05" };
}

/** Decoded by what it declares; the declaration itself would mislead the library, which gets characters, not bytes. */
function xmlText(bytes: Uint8Array): string {
  const text = decodeXml(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw damaged("documentType");
  return text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '<?xml version="1.0"?>');
}

/** A text in a workbook's name is another file than its name says; in any other name it is just no workbook. */
function notTheText(extension: string): FileReadError {
  const params = { format: "plainText", extension };
  return new FileReadError(PROMISING.has(extension) ? "D05" : "F04", params);
}

const PROMISING: ReadonlySet<string> = new Set(["xlsx", "xlsm", "xls", "et", "wps", "ods", "xlsb"]);

/** A name that promises a workbook above bytes that are none: most often a damaged or encrypted file. */
function unknownKind(extension: string): FileReadError {
  const promised: Readonly<Record<string, FileErrorCode>> = {
    xlsx: "F02",
    xlsm: "F02",
    xls: "F02",
    et: "D04",
    wps: "D04",
  };
  return new FileReadError(promised[extension] ?? "F04", { format: "unknown", extension });
}
