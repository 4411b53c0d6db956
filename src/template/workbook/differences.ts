/** What a changed part of a template was and is, in the words of the template workbook's sheets. */
import type { SheetPlan } from "../../workbook/plan";
import type { Template, TemplateChange } from "../template";
import { SETTING_NAMES, aboutSheet } from "./about-sheet";
import { chartsSheet } from "./charts-sheet";
import { indicatorsSheet } from "./indicators-sheet";
import { listsSheet } from "./lists-sheet";
import { rulesSheet } from "./rules-sheet";
import type { Say } from "./say";
import { unitsSheet } from "./units-sheet";

export interface Difference {
  /** The column of the sheet, `计量单位`. */
  readonly heading: string;
  /** Empty for nothing. */
  readonly from: string;
  readonly to: string;
}

/** For each of the changes in their order; nothing for what was added or removed, and for the report's text. */
export function differencesOf(
  before: Template,
  after: Template,
  changes: readonly TemplateChange[],
  say: Say,
): readonly (readonly Difference[])[] {
  const [old, now] = [new Rows(before, say), new Rows(after, say)];
  return changes.map((change) => (change.what === "changed" ? between(old.of(change), now.of(change)) : []));
}

type Row = ReadonlyMap<string, string>;

function between(before: readonly Row[], after: readonly Row[]): Difference[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, i) => {
    const [old, now] = [before[i] ?? new Map(), after[i] ?? new Map()] as [Row, Row];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((heading): Difference[] => {
      const [from, to] = [old.get(heading) ?? "", now.get(heading) ?? ""];
      return from === to ? [] : [{ heading, from, to }];
    });
  }).flat();
}

/** The rows of the sheets in which a part of the template is written. */
class Rows {
  private readonly sheets = new Map<string, readonly Row[]>();

  constructor(
    private readonly template: Template,
    private readonly say: Say,
  ) {}

  of({ of, code }: TemplateChange): readonly Row[] {
    switch (of) {
      case "line":
        return this.in(indicatorsSheet, (row) => row.get("代码") === code);
      case "form":
        return this.in(indicatorsSheet, (row) => row.get("表") === code && !row.has("代码"));
      case "list":
        return this.in(listsSheet, (row) => row.get("明细表") === code && row.get("内容类型") === "明细表");
      case "column":
        return this.in(listsSheet, (row) => `${row.get("明细表")}[${row.get("名称")}]` === code);
      case "unit":
        return this.in(unitsSheet, (row) => row.get("代码") === code);
      case "rule":
        return this.in(rulesSheet, (row) => row.get("序号") === code);
      case "chart":
        return this.in(chartsSheet, (row) => row.get("图号") === code);
      case "setting":
        return this.in(aboutSheet, (row) => row.get("项目") === SETTING_NAMES[code]);
      case "report":
      case "scoring":
        return [];
    }
  }

  private in(sheet: (template: Template, say: Say) => SheetPlan, isMeant: (row: Row) => boolean): Row[] {
    const known = this.sheets.get(sheet.name) ?? rowsOf(sheet(this.template, this.say));
    this.sheets.set(sheet.name, known);
    return known.filter(isMeant);
  }
}

/** By heading; empty cells are left out. */
function rowsOf({ cells, freeze }: SheetPlan): Row[] {
  const header = (freeze?.rows ?? 1) - 1;
  const headings = new Map(
    cells.filter(({ row }) => row === header).map(({ column, value }) => [column, String(value)]),
  );
  const rows = new Map<number, Map<string, string>>();
  for (const { row, column, value } of cells) {
    const heading = headings.get(column);
    if (row <= header || heading === undefined || value === null || value === "") continue;
    rows.set(row, (rows.get(row) ?? new Map<string, string>()).set(heading, String(value)));
  }
  return [...rows.values()];
}
