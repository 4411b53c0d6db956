/** Slips of the file itself, byte for byte through the reader: D03 to D06, D08, D09, D15, D16, and harmless looks. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import * as XLSX from "@e965/xlsx";
import { codeText } from "../../../src/findings/finding-code";
import { writeXlsx } from "../../../src/files/write/write-xlsx";
import { HARMLESS } from "../../fixtures/planters";
import { pick, type Random } from "../../../src/samples/random";
import type { ReadResult, WorkbookReader } from "../../../src/ports/ports";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { encryptAgile, encryptStandard } from "../../files/encrypt";
import { TEMPLATE, UNITS, readAndCheck, type CleanUnit } from "./county";

export interface FilePlanter {
  readonly defect: string;
  /** The code that the reader must answer with: an error, or a notice beside the content; null for neither. */
  readonly expected: { readonly error?: string; readonly notice?: string } | null;
  readonly plant: (clean: CleanUnit, random: Random) => { name: string; bytes: Uint8Array };
}

const base = ({ unit }: CleanUnit): string => unit.name;
const bytesOf = (plan: WorkbookPlan): Uint8Array => writeXlsx(plan);

/** The same workbook in another format, by the library that we only read with. */
function asFormat(plan: WorkbookPlan, bookType: XLSX.BookType): Uint8Array {
  const book = XLSX.read(bytesOf(plan), { cellNF: true, cellStyles: true, cellFormula: true });
  return new Uint8Array(XLSX.write(book, { bookType, type: "array" }) as ArrayBuffer);
}

/** An .xlsx behind a password is a compound file with these two streams ([MS-OFFCRYPTO] 2.3). */
function encrypted(): Uint8Array {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, "/EncryptionInfo", [...new Uint8Array(256).map((_, i) => i)]);
  XLSX.CFB.utils.cfb_add(container, "/EncryptedPackage", [
    ...new Uint8Array(8192).map((_, i) => (i * 37) % 251),
  ]);
  return Uint8Array.from(XLSX.CFB.write(container, { type: "array" }) as Iterable<number>);
}

const SECURITY_SOFTWARE = ["b\x14#e\x91\0E-SafeNet\0LOCK", "%TSD-Header-###%\0", "\x9b DRMONE \0"];

function bySecuritySoftware(header: string): Uint8Array {
  return Uint8Array.from([...strToU8(header, true), ...new Uint8Array(4096).map((_, i) => (i * 37) % 251)]);
}

/** Every part of the package that the pattern names, changed. */
function withParts(bytes: Uint8Array, name: RegExp, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const part of Object.keys(parts).filter((each) => name.test(each)))
    parts[part] = strToU8(change(strFromU8(parts[part]!)));
  return zipSync(parts);
}

const SHEETS = /^xl\/worksheets\/sheet\d+\.xml$/;

function withDimension(bytes: Uint8Array, ref: string): Uint8Array {
  return withParts(bytes, SHEETS, (xml) =>
    xml
      .replace(/<dimension [^>]*\/>/, "")
      .replace(/(<sheetViews|<sheetFormatPr|<cols|<sheetData)/, `<dimension ref="${ref}"/>$1`),
  );
}

/** A part of a kind that nobody asked for: a threaded comment, a pivot cache. */
function withForeignPart(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  parts["xl/threadedComments/threadedComment1.xml"] = strToU8("<ThreadedComments/>");
  parts["xl/pivotCache/pivotCacheDefinition1.xml"] = strToU8("<pivotCacheDefinition/>");
  return zipSync(parts);
}

const PICTURE = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new Array<number>(2000).fill(7)]);
const PDF = strToU8(`%PDF-1.7\n${"0 0 0 rg\n".repeat(200)}`);

const file = (
  defect: string,
  expected: FilePlanter["expected"],
  ending: string,
  plant: (clean: CleanUnit, random: Random) => Uint8Array,
): FilePlanter => ({
  defect,
  expected,
  plant: (clean, random) => ({ name: base(clean) + ending, bytes: plant(clean, random) }),
});

export const FILE_PLANTERS: readonly FilePlanter[] = [
  file("D03", { notice: "D03" }, ".xls", ({ plan }) => asFormat(plan, "biff8")),
  file("D04", { notice: "D04" }, ".et", ({ plan }) => asFormat(plan, "biff8")),
  file("D05", { notice: "D05" }, ".xls", ({ plan }) => asFormat(plan, "xlml")),
  file("D06", { error: "D06" }, ".xlsx", () => encrypted()),
  file("D06", { error: "D06" }, ".xlsx", (_, random) => bySecuritySoftware(pick(random, SECURITY_SOFTWARE))),
  file("D08", null, ".xlsx", ({ plan }, random) =>
    pick(random, [encryptAgile, encryptStandard])(bytesOf(plan), "VelvetSweatshop"),
  ),
  file("D09", { error: "D09" }, ".xlsx", (_, random) => pick(random, [PICTURE, PDF])),
  file("D15", null, ".xlsx", ({ plan }) => withForeignPart(bytesOf(plan))),
  file("D16", null, ".xlsx", ({ plan }, random) =>
    withDimension(bytesOf(plan), pick(random, ["A1", "A1:B2", "A1:XFD1048576"])),
  ),
  file("harmless", null, ".xlsx", ({ plan }) =>
    withParts(bytesOf(plan), SHEETS, (xml) =>
      xml.replace(/(?<=<c r=")[A-Z]+/g, (name) => name.toLowerCase()),
    ),
  ),
  file("harmless", null, ".xlsx", ({ plan, unit, lastYear }, random) =>
    bytesOf(pick(random, HARMLESS).plant(plan, { template: TEMPLATE, unit, random, lastYear })!.plan),
  ),
];

export interface FileTrial {
  readonly name: string;
  readonly found: boolean;
  readonly strange: readonly string[];
}

export async function tryFile(
  planter: FilePlanter,
  random: Random,
  reader: WorkbookReader,
): Promise<FileTrial> {
  const clean = pick(random, UNITS);
  const { name, bytes } = planter.plant(clean, random);
  const [result] = await reader.read([{ name, bytes: () => Promise.resolve(bytes) }]);
  return { name, found: isAnswered(result!, planter.expected), strange: othersIn(result!, name) };
}

function isAnswered(result: ReadResult, expected: FilePlanter["expected"]): boolean {
  if (!result.ok) return result.error.code === expected?.error;
  const codes = result.notices.map(({ code }) => code as string);
  return expected?.error === undefined && codes.join() === (expected?.notice ?? "");
}

function othersIn(result: ReadResult, name: string): string[] {
  if (!result.ok) return [];
  return readAndCheck(result.workbook, name).checked.flatMap(({ findings }) =>
    findings.map(({ code, place }) => `${codeText(code)} ${place.sheet ?? ""}!${place.cell ?? ""}`),
  );
}
