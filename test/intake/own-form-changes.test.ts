/** Law: any one change to the shape of an office's own form leaves every figure right, or somebody is told. */
import fc from "../tooling/properties";
import { readSubmissions } from "../../src/intake/read-submissions";
import {
  filled,
  ownTemplate,
  withCell,
  withColumn,
  withoutRow,
  withRow,
  withRowsSorted,
  withSwapped,
  workbookOf,
  type Blank,
  type Drawn,
  type Value,
} from "../fixtures/own-form";

interface Shape {
  readonly groups: number;
  readonly lines: number;
  readonly columns: number;
  readonly coded: boolean;
  readonly tall: boolean;
}

const SHAPES = fc.record({
  groups: fc.integer({ min: 1, max: 3 }),
  lines: fc.integer({ min: 2, max: 4 }),
  columns: fc.integer({ min: 1, max: 4 }),
  coded: fc.boolean(),
  tall: fc.boolean(),
});

const GROUPS = ["城镇", "农村", "其他地区"];
const LINES = ["幼儿园", "小学", "中学", "特教"];
const COLUMNS = ["学校数", "班级数", "学生数", "教师数"];

/** Groups of lines with the same names; columns under one or two rows of headings. */
function blankOf({ groups, lines, columns, coded, tall }: Shape): Blank {
  const stubs = coded ? 3 : 2;
  const head: Value[][] = tall
    ? [["类别", "项目", ...(coded ? ["代码"] : []), "本期", ...Array(columns - 1).fill(null)]]
    : [];
  const names = [
    ...(tall ? Array(stubs).fill(null) : ["类别", "项目", ...(coded ? ["代码"] : [])]),
    ...COLUMNS.slice(0, columns),
  ];
  const first = head.length + 3;
  const body = Array.from({ length: groups * lines }, (_, i): Value[] => [
    i % lines === 0 ? GROUPS[Math.floor(i / lines)]! : null,
    LINES[i % lines]!,
    ...(coded ? [String(i + 1).padStart(2, "0")] : []),
    ...Array<Value>(columns).fill("?"),
  ]);
  const letters = "ABCDEFGH";
  return {
    name: "学校情况",
    titles: ["学校情况表"],
    rows: [["学校情况表"], ...head, names, ...body],
    merges: [
      ...(tall && columns > 1 ? [`${letters[stubs]}2:${letters[stubs + columns - 1]}2`] : []),
      ...(tall ? [...letters.slice(0, stubs)].map((letter) => `${letter}2:${letter}3`) : []),
      ...Array.from({ length: groups }, (_, g) => `A${first + g * lines}:A${first + g * lines + lines - 1}`),
    ],
    tables: [
      {
        head: [2, head.length + 2],
        lines: [first, first + groups * lines - 1],
        labels: letters.slice(0, stubs),
        columns: letters.slice(stubs, stubs + columns),
        ...(coded ? { code: "C" } : {}),
      },
    ],
  };
}

interface Changed {
  readonly drawn: Drawn;
  /** Cells of the blank that are gone. */
  readonly gone?: boolean;
}

/** By name, a change at a place that `at` chooses. */
const CHANGES: Readonly<Record<string, (own: Drawn, blank: Blank, at: number) => Changed>> = {
  "a line of titles above": (own) => ({ drawn: withRow(own, 1, ["附件"]) }),
  "a row of the unit's own": (own, blank, at) => ({ drawn: withRow(own, rowAt(blank, at), [null, "本单位另加", null, 7, 7, 7, 7]) }),
  "an empty row": (own, blank, at) => ({ drawn: withRow(own, rowAt(blank, at), []) }),
  "a row deleted": (own, blank, at) => ({ drawn: withoutRow(own, rowAt(blank, at)), gone: true }),
  "lines in another order": (own, blank, at) => ({ drawn: sorted(own, blank, at) }),
  "a column of the unit's own": (own, { tables: [table] }, at) => ({
    drawn: withColumn(own, at % (table!.labels.length + table!.columns.length + 1) + 1, (row) =>
      row === table!.head![1] ? "备查" : row >= table!.lines[0] && row <= table!.lines[1] ? 5 : null,
    ),
  }),
  "columns that changed places": (own, { tables: [table] }, at) => {
    const [first, count] = [table!.labels.length + 1, table!.columns.length];
    return { drawn: withSwapped(own, first + (at % count), first + ((at + 1) % count), [table!.head![1], table!.lines[1]]) };
  },
  "another name of the sheet": (own) => ({ drawn: { ...own, name: "Sheet1" } }),
  "a heading in other words": (own, { tables: [table] }, at) => ({
    drawn: withCell(own, `${table!.columns[at % table!.columns.length]}${table!.head![1]}`, "改过的"),
  }),
  "a label in other words": (own, blank, at) => ({ drawn: withCell(own, `B${rowAt(blank, at)}`, "改过的") }),
  "a label that another line has": (own, blank, at) => ({
    drawn: withCell(own, `B${rowAt(blank, at)}`, LINES[(at + 1) % LINES.length]!),
  }),
  "numbers as texts": (own) => ({
    drawn: { ...own, rows: own.rows.map((cells) => cells.map((cell) => (typeof cell === "number" ? ` ${cell.toLocaleString("en-US")} ` : cell))) },
  }),
  "no merged cells": (own) => ({ drawn: { ...own, merges: [] } }),
}; // prettier-ignore

/** Nothing that a figure belongs to is changed: every one of them is read. */
const HARMLESS: ReadonlySet<string> = new Set([
  "a line of titles above",
  "a row of the unit's own",
  "an empty row",
  "a column of the unit's own",
  "columns that changed places",
  "another name of the sheet",
  "numbers as texts",
]);

function rowAt({ tables: [table] }: Blank, at: number): number {
  const [first, last] = table!.lines;
  return first + (at % (last - first + 1));
}

/** As by sorting after the labels were written into every row. */
function sorted(own: Drawn, { tables: [table] }: Blank, at: number): Drawn {
  const [first, last] = table!.lines;
  let group: Value = null;
  const rows = own.rows.map((cells, row) => {
    if (row < first - 1 || row > last - 1) return cells;
    group = cells[0] ?? group;
    return [group, ...cells.slice(1)];
  });
  const count = last - first + 1;
  const order = Array.from({ length: count }, (_, i) => (i * (count - 1) + at) % count);
  const whole = {
    ...own,
    rows,
    merges: (own.merges ?? []).filter((area) => !area.startsWith("A") || area.startsWith("A2")),
  };
  return new Set(order).size === count ? withRowsSorted(whole, table!.lines, order) : whole;
}

describe.each(Object.keys(CHANGES))("with %s", (name) => {
  it("every figure is right, or somebody is told", () => {
    fc.assert(
      fc.property(SHAPES, fc.nat(200), (shape, at) => {
        const blank = blankOf(shape);
        const template = ownTemplate(blank);
        const own = filled(blank, (address) => numberOf(address));
        const { drawn, gone } = CHANGES[name]!(own, blank, at);
        const before = valuesOf(own, template);
        const after = valuesOf(drawn, template);
        expect(before.asked).toEqual([]);
        if (HARMLESS.has(name)) expect(after.values).toEqual(before.values);
        const differing = [...before.values].filter(([code, value]) => after.values.get(code) !== value);
        if (differing.length > 0 && after.asked.length === 0)
          throw new Error(`${differing.join(" ")} without a word: ${JSON.stringify(drawn.rows)}`);
        // A figure is never read as another line's without a question about just that.
        if (gone) for (const [code, value] of after.values) expect(before.values.get(code)).toBe(value);
      }),
      { numRuns: 25 },
    );
  });
});

function numberOf(address: string): number {
  const [, letter = "A", digits = "0"] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  return Number(digits) * 1000 + letter.charCodeAt(0) - 64;
}

function valuesOf(drawn: Drawn, template: ReturnType<typeof ownTemplate>) {
  const [submission] = readSubmissions(workbookOf(drawn), { file: "头道镇.xlsx" }, template);
  const lines = [...submission!.forms.values()].flatMap((form) => [...form.lines.values()]);
  return {
    values: new Map(lines.map(({ code, current }) => [code, current.value])),
    asked: submission!.findings.filter(({ class: findingClass }) => findingClass !== "note"),
  };
}
