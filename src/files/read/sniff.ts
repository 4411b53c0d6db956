import { compoundFileNames } from "./cfb";

/** What a file is by its first bytes; `xls` and the like are still to be read. */
export type FileKind =
  | "empty"
  | "zip"
  | "xls"
  | "xml2003"
  | "flatOds"
  | "html"
  | "text"
  | "encrypted"
  | "pdf"
  | "picture"
  | "word"
  | "presentation"
  | "archive"
  | "mhtml"
  | "unknown";

/** First bytes in hexadecimal; `.` stands for any digit. */
const SIGNATURES: readonly (readonly [RegExp, FileKind])[] = [
  [/^504b(0304|0506)/, "zip"],
  [/^89504e47/, "picture"], // PNG
  [/^ffd8ff/, "picture"], // JPEG
  [/^47494638/, "picture"], // GIF
  [/^424d.{8}00000000/, "picture"], // BMP
  [/^(49492a00|4d4d002a)/, "picture"], // TIFF
  [/^52494646.{8}57454250/, "picture"], // WebP
  [/^.{8}66747970(68656963|68656978|6d696631|61766966)/, "picture"], // HEIC, AVIF
  [/^7b5c727466/, "word"], // RTF
  [/^(52617221|377abcaf271c|1f8b|425a68)/, "archive"], // RAR, 7z, gzip, bzip2
  [/^09(0004|0206|0406|0810|0808)00/, "xls"], // a BIFF stream without container: [MS-XLS] 2.4.21 BOF and its forerunners
];

/** Tells a file by its content. The bytes are not checked any further. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  const hex = [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex.startsWith("d0cf11e0a1b11ae1")) return sniffCompoundFile(bytes);
  const known = SIGNATURES.find(([signature]) => signature.test(hex));
  return known ? known[1] : sniffText(bytes);
}

/** An encrypted .xlsx is a compound file too: [MS-OFFCRYPTO] 2.3. */
function sniffCompoundFile(bytes: Uint8Array): FileKind {
  const names = new Set(compoundFileNames(bytes));
  if (names.has("EncryptedPackage") || names.has("EncryptionInfo")) return "encrypted";
  if (names.has("Workbook") || names.has("Book")) return "xls";
  if (names.has("WordDocument")) return "word";
  return names.has("PowerPoint Document") ? "presentation" : "unknown";
}

function sniffText(bytes: Uint8Array): FileKind {
  // Every byte a character, zeros dropped: good enough to find ASCII words in UTF-8, UTF-16 and GB18030.
  const head = String.fromCharCode(...bytes.subarray(0, 4096)).replace(/\0/g, "");
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (/^(From: .*\r?\n)?MIME-Version:/i.test(head)) return "mhtml";
  const start = head.replace(/^(ï»¿|ÿþ|þÿ)?\s*/, "");
  return start.startsWith("<") ? sniffMarkup(start) : "text";
}

function sniffMarkup(head: string): FileKind {
  if (head.includes("urn:schemas-microsoft-com:office:spreadsheet") && !/^<html/i.test(head))
    return "xml2003";
  if (/<w:wordDocument|<pkg:package/i.test(head)) return "word";
  if (/<office:document\s/.test(head)) return "flatOds";
  return /<(html|table|head|meta|body|style|tr|div|!doctype html)\b/i.test(head) ? "html" : "unknown";
}
