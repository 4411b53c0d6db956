/**
 * What reading an office's own forms costs beside reading ours, and how many figures come out right where units changed
 * their copies: read by items, and added up by position as Excel's own consolidation does.
 */
import { readSubmissions } from "../../src/intake/read-submissions";
import { builtInTemplate } from "../../src/template/builtin";
import { cellAt } from "../../src/workbook/cells";
import { parseA1 } from "../../src/workbook/address";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { Workbook } from "../../src/workbook/workbook";
import {
  filled,
  ownTemplate,
  withColumn,
  withRow,
  workbookOf,
  type Blank,
  type Drawn,
  type Value,
} from "../fixtures/own-form";
import { cleanPlan } from "../intake/clean";
import { medians, type Report } from "./measure";

const ROUNDS = 15;
const COPIES = 20;
/** Own forms may take so many times as long as ours with the same lines and figures. */
const MOST = 1.3;

export async function benchOwnForms(): Promise<Report> {
  const forms = builtInTemplate.forms.filter(({ layout }) => layout === "table");
  const blanks = forms.map(({ id, indicators }) =>
    blankOf(
      id,
      indicators.map(({ code, name }) => [code, name]),
    ),
  );
  const template = ownTemplate(...blanks);
  const clean = blanks.map((blank) => filled(blank, numberAt));
  const ours = workbookFromPlan(cleanPlan());
  const ourSheets = {
    ...ours,
    sheets: ours.sheets.filter(({ name }) => forms.some(({ id }) => id === name)),
  };
  const read = (workbook: Workbook, of: typeof template) => (): number => {
    let lines = 0;
    for (let i = 0; i < COPIES; i++)
      for (const form of readSubmissions(workbook, { file: "a.xlsx" }, of)[0]!.forms.values())
        lines += form.lines.size;
    return lines;
  };
  const times = await medians(
    [
      { name: "ours", run: read(ourSheets, builtInTemplate) },
      { name: "own", run: read(workbookOf(...clean), template) },
      { name: "changed", run: read(workbookOf(...clean.map(withRowAdded)), template) },
    ],
    ROUNDS,
  );
  const [base, own, changed] = ["ours", "own", "changed"].map((name) => times.get(name)! / COPIES);
  const cases: readonly (readonly [string, (drawn: Drawn) => Drawn])[] = [
    ["clean copies", (drawn) => drawn],
    ["a line of titles above", (drawn) => withRow(drawn, 1, ["附件"])],
    ["a row of the unit's own", withRowAdded],
    ["a column between", (drawn) => withColumn(drawn, 4, () => null)],
  ];
  return {
    title: "Own forms: a workbook with the lines of our forms, in an office's layout",
    columns: ["", "ms a workbook", "figures right", "right by position"],
    rows: [
      ["our forms", rounded(base!), "", ""],
      ["own forms, as issued", rounded(own!), "", ""],
      ["own forms, a row inserted in each", rounded(changed!), "", ""],
      ...cases.map(([name, change]): (string | number)[] => {
        const { byItem, byPosition, all } = figures(blanks, template, change);
        return [name, "", `${byItem} of ${all}`, `${byPosition} of ${all}`];
      }),
    ],
    gates: [
      { what: "time for own forms as issued over ours", ratio: own! / base!, most: MOST },
      ...cases.map(([name, change]) => {
        const { byItem, all } = figures(blanks, template, change);
        return { what: `figures right, ${name}`, ratio: byItem / all, least: 1 };
      }),
    ],
  };
}

/** 序号 项目 代码, this year and last: as many figures to read as our forms have. */
function blankOf(name: string, lines: readonly (readonly [code: string, name: string])[]): Blank {
  const rows: Value[][] = [
    [`${name}表`],
    ["填报单位："],
    ["序号", "项目", "代码", "本期", "累计"],
    ["甲", "乙", "丙", "1", "2"],
    ...lines.map(([code, label], i): Value[] => [i + 1, label, code, "?", "?"]),
  ];
  return {
    name,
    titles: [`${name}表`],
    rows,
    tables: [{ head: [3, 4], lines: [5, rows.length], labels: "ABC", columns: "DE", code: "C", marks: 4 }],
    unit: { row: 1, column: 0, label: "填报单位：" },
  };
}

function numberAt(address: string): number {
  const { row, column } = parseA1(address)!;
  return row * 100 + column;
}

function withRowAdded(drawn: Drawn): Drawn {
  return withRow(drawn, 8, [null, "本单位另加", null, 9, 9]);
}

/** How many items have their figure, read by item and by the blank's own address. */
function figures(
  blanks: readonly Blank[],
  template: ReturnType<typeof ownTemplate>,
  change: (drawn: Drawn) => Drawn,
) {
  const workbook = workbookOf(...blanks.map((blank) => change(filled(blank, numberAt))));
  const [submission] = readSubmissions(workbook, { file: "a.xlsx" }, template);
  let [byItem, byPosition, all] = [0, 0, 0];
  for (const form of template.forms) {
    const sheet = workbook.sheets.find(({ name }) => name === form.own!.sheet)!;
    for (const { row, column, item } of form.own!.tables.flatMap(({ cells }) => cells)) {
      const wanted = row * 100 + column;
      all++;
      if (submission!.forms.get(form.id)?.lines.get(item!)?.current.value === wanted) byItem++;
      if (cellAt(sheet, row, column)?.value === wanted) byPosition++;
    }
  }
  return { byItem, byPosition, all };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
