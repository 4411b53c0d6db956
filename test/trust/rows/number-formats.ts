/** A number format may show something else than what is stored: read as shown, asked, or named. */
import { toA1 } from "../../../src/workbook/address";
import { consolidated, plan, typed, withSheetXml, type Row } from "../row";

interface Shown {
  /** A line in yuan of 关工07, each of which is used once. */
  readonly line: string;
  readonly value: number;
  readonly format: string;
  readonly code: string | undefined;
  readonly counted: number | null;
}

const SHEET = "关工07";
const CASES: readonly Shown[] = [
  { line: "0702", value: 5.2, format: '0.0"万元"', code: "D33", counted: 52000 },
  { line: "0703", value: 3, format: '0"箱"', code: "D32", counted: null },
  { line: "0704", value: 5000, format: ";;;", code: "F24", counted: null },
  { line: "0705", value: 5000, format: "#,##0,", code: "F24", counted: null },
  { line: "0711", value: 5000, format: '0!.0,"万元"', code: undefined, counted: 5000 },
];

/** The cell of 本年 in the line's row. */
function cellOf(line: string): string {
  const sheet = plan("台上镇").sheets.find(({ name }) => name === SHEET)!;
  const row = sheet.cells.find(({ value }) => value === line)!.row;
  return toA1(row, 4);
}

export const NUMBER_FORMATS: readonly Row[] = [
  {
    title: "a number is read as its format shows it, asked where the two differ, and never silent",
    holds: async (folder) => {
      const cells = CASES.map(({ line, value, format }) => [cellOf(line), { value, format }] as const);
      const sent = { "台上镇.xlsx": typed(plan("台上镇"), SHEET, Object.fromEntries(cells)) };
      const { document } = await consolidated(folder, sent);
      const read = CASES.map((each) => {
        const found = document.findings.find(
          ({ sheet, cell, code }) => sheet === SHEET && cell === cellOf(each.line) && /^[DF]/.test(code),
        );
        const total = document.totals?.[each.line];
        return { ...each, code: found?.code, counted: total?.units === 0 ? null : total?.value };
      });
      expect(read).toEqual(CASES);
    },
  },
  {
    title: "a value that a merge hides is named and not counted: message and total agree",
    holds: async (folder) => {
      // E11 and E12, two lines of one figure each; Excel itself would have dropped the second one.
      const merged = withSheetXml(plan("台上镇"), "关工01", (xml) =>
        xml.replace(/<mergeCell /, '<mergeCell ref="E11:E12"/><mergeCell '),
      );
      const { document } = await consolidated(folder, { "台上镇.xlsx": merged });
      const found = document.findings.filter(({ code }) => code === "D23");
      expect(found.map(({ cell }) => cell).sort()).toEqual(["E11", "E12"]);
      const hidden = found.find(({ cell }) => cell === "E12")!;
      expect(document.totals?.[hidden.indicator!]).toMatchObject({ value: null, units: 0 });
    },
  },
];
