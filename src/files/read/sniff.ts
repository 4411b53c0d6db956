import { compoundFileNames } from "./cfb";

/** What a file is by its first bytes; `xls` and similar are still to be read. */
export type FileKind =
  | "empty"
  | "zip"
  | "xls"
  | "xml2003"
  | "flatOds"
  | "html"
  | "text"
  | "encrypted"
  | "protected"
  | "pdf"
  | "picture"
  | "word"
  | "presentation"
  | "archive"
  | "mhtml"
  | "unknown";

/** First bytes in hexadecimal; `.` means any digit. */
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
  [/^(52617221|377abcaf271c|1f8b08|425a68|fd377a585a00|4d534346)/, "archive"], // RAR, 7z, gzip, bzip2, xz, cab
  [/^09(0004|0206|0406|0810|0808)00/, "xls"], // a BIFF stream without container: [MS-XLS] 2.4.21 BOF and its forerunners
];

/**
 * What the security software of offices writes before the encrypted bytes: 亿赛通 (E-SafeNet, CDG), 绿盾 (TSD),
 * and by their products' names IP-guard, Ping32, 明朝万达 (Chinasec, Wondersoft), Fasoo, NASCA, SoftCamp, MarkAny.
 */
const SECURITY_SOFTWARE =
  /E-?SafeNet|%TSD-Header|CDGFILE|IP-?guard|Ping32|Chinasec|Wondersoft|DRMONE|NASCA DRM|SCDSA00|DOCUMENT SAFER/i;

/** Tells a file by its content. The bytes are not checked any further. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  const hex = [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex.startsWith("d0cf11e0a1b11ae1")) return sniffCompoundFile(bytes);
  const known = SIGNATURES.find(([signature]) => signature.test(hex));
  if (known) return known[1];
  const kind = sniffText(bytes);
  if (kind !== "text" && kind !== "unknown") return kind;
  if (isProtected(bytes)) return "protected";
  return hasZipBehind(bytes) ? "zip" : kind;
}

/** An encrypted .xlsx is a compound file too: [MS-OFFCRYPTO] 2.3. Names are compared without case, as [MS-CFB] 2.6.4 does. */
function sniffCompoundFile(bytes: Uint8Array): FileKind {
  const names = new Set(compoundFileNames(bytes).map((name) => name.toLowerCase()));
  // Rights management ([MS-OFFCRYPTO] 2.2): only its own server gives the key.
  if (names.has("\tdrmcontent") || names.has("drmencryptedtransform")) return "protected";
  if (names.has("encryptedpackage") || names.has("encryptioninfo")) return "encrypted";
  if (names.has("workbook") || names.has("book")) return "xls";
  if (names.has("worddocument")) return "word";
  return names.has("powerpoint document") ? "presentation" : "unknown";
}

/** A text that merely speaks of such software has no control characters. */
function isProtected(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (!head.some((byte) => byte < 9)) return false;
  return SECURITY_SOFTWARE.test(String.fromCharCode(...head).replace(/\0/g, ""));
}

/** Something was put before a zip: a blank line, a byte-order mark, the head of a mail. */
function hasZipBehind(bytes: Uint8Array): boolean {
  const begins = indexOfBytes(bytes.subarray(0, 65_536), [0x50, 0x4b, 3, 4]) > 0;
  return begins && indexOfBytes(bytes.subarray(-65_557), [0x50, 0x4b, 5, 6]) >= 0;
}

function indexOfBytes(bytes: Uint8Array, wanted: readonly [number, ...number[]]): number {
  for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
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
