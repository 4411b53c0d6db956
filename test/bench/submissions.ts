/** The workbooks that the benchmark reads. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { sampleSubmissions } from "../../src/samples/sample-county";

export interface Submissions {
  readonly files: readonly Uint8Array[];
  /** Which program wrote them. */
  readonly writer: string;
}

/** The 22 sample submissions, saved again by LibreOffice where it is installed, else as we write them. */
export function sampleFiles(): Submissions {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const own = sampleSubmissions(2020).map(({ plan }) => writeXlsx(plan));
    own.forEach((bytes, i) => writeFileSync(join(folder, `${i}.xlsx`), bytes));
    return byLibreOffice(folder) ?? { files: own, writer: "our own writer" };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function byLibreOffice(folder: string): Submissions | null {
  const out = join(folder, "saved");
  mkdirSync(out);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const names = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
  const words = [profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out];
  const run = spawnSync("soffice", [...words, ...names.map((name) => join(folder, name))], {
    stdio: "ignore",
  });
  if (run.error || run.status !== 0) return null;
  const files = readdirSync(out).map((name) => new Uint8Array(readFileSync(join(out, name))));
  return files.length === names.length ? { files, writer: "LibreOffice" } : null;
}

/** A sheet of 50000 rows of 20 cells, numbers and shared texts, as Excel lays it out. */
export function millionCells(): Uint8Array {
  const letters = "ABCDEFGHIJKLMNOPQRST";
  const rows: string[] = [];
  for (let row = 1; row <= 50_000; row++) {
    const cells = [...letters].map((letter, column) =>
      column % 4 === 1
        ? `<c r="${letter}${row}" s="1" t="s"><v>${(row * 7 + column) % 1000}</v></c>`
        : `<c r="${letter}${row}"><v>${(row * (column + 1)) % 99_991}${column % 3 === 0 ? ".25" : ""}</v></c>`,
    );
    rows.push(`<row r="${row}" spans="1:20">${cells.join("")}</row>`);
  }
  const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const links = (list: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`;
  const link = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "sheet.main")}${override("/xl/worksheets/sheet1.xml", "worksheet")}${override("/xl/sharedStrings.xml", "sharedStrings")}${override("/xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": links([link(1, "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="明细" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": links([
      link(1, "worksheet", "worksheets/sheet1.xml"),
      link(2, "sharedStrings", "sharedStrings.xml"),
      link(3, "styles", "styles.xml"),
    ]),
    "xl/styles.xml": `<styleSheet ${main}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${main} count="250000" uniqueCount="1000">${Array.from({ length: 1000 }, (_, i) => `<si><t>关心下一代工作第${i}项</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${main}><sheetData>${rows.join("")}</sheetData></worksheet>`,
  };
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 6 });
}
