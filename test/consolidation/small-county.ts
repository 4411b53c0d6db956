/** A county of three units and a few lines, with each aggregation once: small enough to check by head. */
import { type ConsolidationInput, consolidate } from "../../src/consolidation/consolidate";
import type { Consolidation } from "../../src/consolidation/consolidation";
import type { Entry, FormReading, ListReading, Submission } from "../../src/intake/submission";
import { builtInTemplate } from "../../src/template/builtin";
import { form, line } from "../../src/template/builtin/shorthand";
import type { Template, Unit } from "../../src/template/template";
import type { LastYear } from "../../src/validation/last-year";

export const stone: Unit = { code: "T01", name: "青石镇", kind: "T", type: "镇", aliases: [] };
export const elm: Unit = { code: "T02", name: "榆林镇", kind: "T", type: "镇", aliases: ["榆林"] };
export const court: Unit = { code: "D01", name: "市法院", kind: "D", type: "部门", aliases: ["法院"] };
export const office: Unit = { code: "H01", name: "市关工委本级", kind: "H", type: "本级", aliases: [] };

export const smallTemplate: Template = {
  ...builtInTemplate,
  id: "small",
  units: [stone, elm, court, office],
  rules: [],
  forms: [
    form(
      "关工01",
      "组织建设",
      ["T", "D", "H"],
      [
        line("0102", "已建组织总数", "个", "computed", { formula: "0103+0104" }),
        line("0103", "其中：乡镇", "个", "stock", { indent: 1 }),
        line("0104", "部门", "个", "stock", { indent: 2 }),
        line("0112", "达到五好的", "个", "stock"),
        line("0113", "五好率", "%", "ratio", { formula: "0112/0102*100" }),
        line("0114", "五好率比上年", "个百分点", "computed", {
          formula: "0113-上年(0113)",
          kind: "decimal",
          carried: false,
        }),
        line("0118", "已设党支部", "", "count", { fills: ["T"] }),
      ],
    ),
    form(
      "关工09",
      "宣传信息",
      ["T", "D", "H"],
      [
        line("0416", "字数", "万字", "sum", { kind: "decimal" }),
        line("0901", "上报稿件", "篇", "sum", { fills: ["T", "D"] }),
        line("0904", "采用最高级别", "", "max", {
          fills: ["T", "D"],
          kind: "choice",
          choices: ["县", "市", "省", "国家"],
        }),
        line("0906", "简报采用", "篇", "sum", { fills: ["H"] }),
        line("0909", "批示", "", "list", { fills: ["H"] }),
        line("1016", "考核得分", "分", "text", { kind: "decimal" }),
      ],
    ),
  ],
};

export type Values = Readonly<Record<string, number | string | boolean>>;
export type Row = Readonly<Record<string, number | string | boolean>>;

/** A unit's workbook that says these values; any form of the template that has none of the lines is there, but empty. */
export function submission(
  unit: Unit,
  values: Values,
  lists: Readonly<Record<string, readonly Row[]>> = {},
  template: Template = smallTemplate,
): Submission {
  const file = `${unit.name}.xlsx`;
  const forms = template.forms.map((f): [string, FormReading] => {
    const lines = f.indicators.map(({ code }, i) => {
      const place = { file, sheet: f.id, cell: `E${7 + i}` };
      return [code, { code, current: entry(values[code], place), lastYear: null, reason: "" }] as const;
    });
    return [f.id, { form: f.id, sheet: f.id, lines: new Map(lines) }];
  });
  return {
    file,
    unit,
    evidence: ["identity"],
    templateId: template.id,
    templateVersion: template.version,
    period: "2020",
    cover: new Map(),
    forms: new Map(forms),
    lists: new Map(Object.entries(lists).map(([list, rows]) => [list, listReading(list, rows, file)])),
    offTemplate: [],
    findings: [],
  };
}

function listReading(list: string, rows: readonly Row[], file: string): ListReading {
  return {
    list,
    sheet: list,
    rows: rows.map((row, i) => ({
      row: 3 + i,
      cells: new Map(
        Object.entries(row).map(([column, value], c) => [
          column,
          entry(value, { file, sheet: list, cell: `${String.fromCharCode(65 + c)}${4 + i}` }),
        ]),
      ),
    })),
  };
}

function entry(value: number | string | boolean | undefined, place: Entry["place"]): Entry {
  const filled = value !== undefined;
  return {
    raw: filled ? String(value) : "",
    value: value ?? null,
    state: filled ? "filled" : "blank",
    approximate: false,
    steps: [],
    place,
  };
}

export const lastYear: LastYear = {
  period: "2019",
  units: new Map([
    [
      stone.name,
      new Map([
        ["0102", 10],
        ["0103", 10],
        ["0104", 0],
        ["0112", 7],
      ]),
    ],
    [
      elm.name,
      new Map([
        ["0102", 8],
        ["0103", 8],
        ["0104", 0],
        ["0112", 2],
      ]),
    ],
  ]),
  totals: new Map([
    ["0102", 18],
    ["0103", 18],
    ["0104", 0],
    ["0112", 9],
    ["0113", 50],
  ]),
};

/** The county made of these submissions; what the test does not name is as for a session without any trouble. */
export function county(
  submissions: readonly Submission[],
  more: Partial<ConsolidationInput> = {},
): Consolidation {
  const template = more.template ?? smallTemplate;
  const reported = submissions.map((s) => ({
    unit: s.unit!.name,
    file: s.file,
    status: "accepted" as const,
  }));
  return consolidate({
    template,
    period: "2020",
    submissions,
    reported,
    missing: template.units.filter((unit) => !reported.some((r) => r.unit === unit.name)),
    findings: [],
    lastYear: null,
    ...more,
  });
}
