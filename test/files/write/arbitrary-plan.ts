/** Any plan that may be written, for properties that hold of all of them. */
import fc from "fast-check";
import type { Area } from "../../../src/workbook/address";
import type { CellStyle, PlanCell, SheetPlan, WorkbookPlan } from "../../../src/workbook/plan";

const ROWS = 12;
const COLUMNS = 8;

/** Texts with everything that could go wrong: markup, blanks, control characters, escapes, halves of characters. */
export const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      "甲",
      " ",
      "\n",
      "\r",
      "\t",
      "\0",
      "_x000D_",
      "_",
      "&lt;",
      "<",
      "]]>",
      '"',
      "𠮷",
      "\ud83d",
      "=",
    ),
  }),
);

const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Object.is(value, -0) ? 0 : value));
const value = fc.oneof(number, fc.integer(), text, fc.boolean());
const color = fc.stringMatching(/^[0-9A-F]{6}$/);

const style: fc.Arbitrary<CellStyle> = fc.record(
  {
    bold: fc.boolean(),
    size: fc.integer({ min: 6, max: 30 }),
    fill: color,
    border: fc.constantFrom("thin", "medium", "hair", "bottom"),
    wrap: fc.boolean(),
    format: fc.constantFrom("0", "@", "0.00%", "yyyy/m/d", 'yyyy"年"', '"<"0.0&'),
    unlocked: fc.boolean(),
  },
  { requiredKeys: [] },
);

const cell: fc.Arbitrary<PlanCell> = fc.record(
  {
    row: fc.integer({ min: 0, max: ROWS - 1 }),
    column: fc.integer({ min: 0, max: COLUMNS - 1 }),
    value: fc.oneof(value, fc.constant(null)),
    formula: fc.constantFrom("SUM(A1:B2)", 'IF(C3<1,"&""<",\'表 一\'!A1)', "_1"),
    style,
  },
  { requiredKeys: ["row", "column", "value"] },
);

/** Areas that do not touch: each within a column pair and a row run of its own. */
const merges: fc.Arbitrary<Area[]> = fc
  .array(
    fc.record({
      band: fc.integer({ min: 0, max: COLUMNS / 2 - 1 }),
      rows: fc.integer({ min: 1, max: ROWS }),
    }),
  )
  .map((bands) =>
    [...new Map(bands.map((one) => [one.band, one])).values()].map(({ band, rows }) => ({
      top: 0,
      left: band * 2,
      bottom: rows - 1,
      right: band * 2 + 1,
    })),
  );

function withoutHidden(cells: readonly PlanCell[], areas: readonly Area[]): PlanCell[] {
  return cells.filter(
    ({ row, column }) =>
      !areas.some(
        ({ top, left, bottom, right }) =>
          row >= top &&
          row <= bottom &&
          column >= left &&
          column <= right &&
          (row !== top || column !== left),
      ),
  );
}

const byAddress = (one: { row: number; column: number }): string => `${one.row} ${one.column}`;

const sheet: fc.Arbitrary<SheetPlan> = fc
  .record({
    name: fc.stringMatching(/^[甲-癸A-Za-z0-9 &<>"_.()%]{1,31}$/),
    visibility: fc.constantFrom("visible", "hidden", "veryHidden"),
    cells: fc.uniqueArray(cell, { selector: byAddress, maxLength: 30 }),
    merges,
    columns: fc.uniqueArray(
      fc.record({ column: fc.nat(COLUMNS), width: fc.nat(255), hidden: fc.boolean() }),
      { selector: (one) => one.column },
    ),
    rows: fc.uniqueArray(fc.record({ row: fc.nat(ROWS), height: fc.nat(409), hidden: fc.boolean() }), {
      selector: (one) => one.row,
    }),
    comments: fc.uniqueArray(fc.record({ row: fc.nat(ROWS), column: fc.nat(COLUMNS), text }), {
      selector: byAddress,
    }),
    protected: fc.boolean(),
  })
  .map((one) => ({ ...one, cells: withoutHidden(one.cells, one.merges) }) as SheetPlan);

/** The first sheet is always visible, as Excel demands. */
export const plan: fc.Arbitrary<WorkbookPlan> = fc
  .uniqueArray(sheet, { selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 4 })
  .filter((sheets) => !sheets.some(({ name }) => /^history$/i.test(name)))
  .chain((sheets) =>
    fc.record({
      sheets: fc.constant(
        sheets.map((one, i) => (i === 0 ? { ...one, visibility: "visible" as const } : one)),
      ),
      names: fc.uniqueArray(
        fc.record({
          name: fc.stringMatching(/^[甲-癸_][甲-癸A-Z0-9_.]{0,20}$/),
          refersTo: fc.constantFrom("'a b'!$A$1", '"<&>"', "1+1"),
        }),
        { selector: ({ name }) => name.toLowerCase() },
      ),
    }),
  );
