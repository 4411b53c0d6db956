/** Copies of a small form, filled in and changed as units do. */
import { discoverCopies } from "../../../src/form-discovery/copies/discover-copies";
import { kindsOf, type FilledFile } from "../../../src/form-discovery/copies/group-copies";
import { unitOfSheets, unitsOfCopies } from "../../../src/form-discovery/copies/units-of-copies";
import { toA1 } from "../../../src/workbook/address";
import type { Sheet } from "../../../src/workbook/workbook";
import { blankSheet, blankWorkbook, type BlankCell } from "../../fixtures/layouts/blank";

export type Rows = readonly (readonly BlankCell[])[];

/** `?` is a cell to be filled. */
export const FORM: Rows = [
  ["农业生产情况统计表"],
  ["填报单位：@"],
  ["项目", "行次", "计划", "完成"],
  ["水稻", "01", "?", "?"],
  ["玉米", "02", "?", "?"],
  ["大豆", "03", "?", "?"],
  ["合计", "04", "=C4+C5+C6", "=D4+D5+D6"],
  ["填表人：@人", null, "填报日期：2020年6月30日"],
];

/** Fills the `?` one after the other from `values`, `@` with the unit's name. */
export function fill(rows: Rows, unit: string, values: readonly BlankCell[]): Rows {
  let next = 0;
  return rows.map((row) =>
    row.map((cell) => {
      if (cell === "?") return values[next++ % values.length]!;
      return typeof cell === "string" ? cell.replaceAll("@", unit) : cell;
    }),
  );
}

/** The rows with one put in before the row `at`, counted from 0; formulas stay as they are. */
export function withRow(rows: Rows, at: number, row: readonly BlankCell[]): Rows {
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}

export function file(name: string, ...sheets: readonly (Sheet | Rows)[]): FilledFile {
  const made = sheets.map((sheet) => ("cells" in sheet ? sheet : blankSheet("农情", sheet)));
  return { name: `${name}.xlsx`, workbook: blankWorkbook(...made) };
}

export const UNITS = ["头道镇", "榆林镇", "花甸镇", "青石镇"] as const;

/** Every unit with figures of its own. */
export function copies(rows: Rows = FORM, units: readonly string[] = UNITS): FilledFile[] {
  return units.map((unit, i) => file(unit, fill(rows, unit, [i + 1, 10 * (i + 1), 7 + i, 3, 2 * i, 5 + i])));
}

/** What is found in copies that are all of one kind. */
export function discover(files: readonly FilledFile[]) {
  const kinds = kindsOf(files);
  expect(kinds).toHaveLength(1);
  const units = unitsOfCopies(kinds[0]!.copies);
  const found = discoverCopies(kinds[0]!, unitOfSheets(units), { title: "报表" });
  return { ...found, units: units.units.map(({ name }) => name), spelled: units };
}

/** Uses of the form's cells by address. */
export function usesOf({ discovery }: ReturnType<typeof discover>): Record<string, string> {
  const cells = discovery.forms.flatMap(({ own }) => own!.tables.flatMap((table) => table.cells));
  return Object.fromEntries(
    cells.filter(({ use }) => use !== "unused").map(({ row, column, use }) => [toA1(row, column), use]),
  );
}

export const USES = {
  C4: "sum",
  D4: "sum",
  C5: "sum",
  D5: "sum",
  C6: "sum",
  D6: "sum",
  C7: "computed",
  D7: "computed",
};
