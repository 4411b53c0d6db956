import type { FileNotice } from "../../ports/ports";
import type { FileFormat } from "../../workbook/workbook";

/** The extensions under which a format is what its name says. */
const OWN_EXTENSIONS: Readonly<Partial<Record<FileFormat, readonly string[]>>> = {
  xlsx: ["xlsx", "xlsm", "xltx", "xltm"],
  xls: ["xls", "xlt"],
  ods: ["ods", "fods", "ots"],
  csv: ["csv", "tsv", "txt"],
  html: ["html", "htm"],
  xml2003: ["xml"],
};

/** `"a/台上镇.XLS" → "xls"`; empty where there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** `"a/台上镇.xls" → "台上镇"`. */
export function baseName(name: string): string {
  return name.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
}

/**
 * What to say about a file that was read although it is not the .xlsx that its name promises or that we ask for
 * (the catalogue's D03 to D05). `strict`: Excel's "Strict Open XML Spreadsheet", which other programs cannot read.
 */
export function noticesFor(format: FileFormat, name: string, strict: boolean): FileNotice[] {
  const extension = extensionOf(name);
  if (format === "xls" && extension === "xls") return [{ code: "D03", params: { format, extension } }];
  if (strict) return [{ code: "D05", params: { format: "strict", extension } }];
  if (OWN_EXTENSIONS[format]?.includes(extension)) return [];
  const code = format === "csv" || format === "html" || format === "xml2003" ? "D05" : "D04";
  return [{ code, params: { format, extension } }];
}
