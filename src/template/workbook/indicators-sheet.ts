/** 指标: a row for each form, and below it a row for each of its lines. */
import type { SheetPlan } from "../../workbook/plan";
import type { Form, Indicator, Template } from "../template";
import { isNumber } from "../defaults";
import {
  AGGREGATIONS,
  FORM_LAYOUTS,
  INDICATOR_KINDS,
  joinWords,
  NO_LIMIT,
  writeKinds,
  yesNo,
} from "./fields";
import type { Say } from "./say";
import { TEMPLATE_SHEETS } from "./sheet-names";
import { tableSheet, type PlannedRow, type Table } from "./table";

export const HEAD = {
  form: "表",
  code: "代码",
  name: "名称",
  measure: "计量单位",
  kind: "类型",
  fills: "由谁填报",
  aggregation: "汇总方式",
  formula: "公式",
  required: "必填",
  min: "最小",
  max: "最大",
  choices: "选项",
  indent: "缩进",
  carried: "带上年数",
  floor: "增减不问",
  continuous: "连续",
  key: "关键",
  headline: "要点",
  sessions: "场次代码",
  recipients: "人数代码",
  guidance: "填写说明",
} as const;

const YES_NO = ["是", "否"];
const flag = (heading: string) => ({ heading, width: 6, choices: YES_NO, align: "center" }) as const;

export const INDICATOR_TABLE: Table = {
  sheet: TEMPLATE_SHEETS.indicators,
  columns: [
    { heading: HEAD.form, others: ["表号", "报表代码"], width: 9, align: "center" },
    { heading: HEAD.code, others: ["指标代码"], width: 8, essential: true, align: "center" },
    { heading: HEAD.name, others: ["指标名称", "指标"], width: 28, essential: true },
    { heading: HEAD.measure, others: ["单位"], width: 9, align: "center" },
    {
      heading: HEAD.kind,
      others: ["指标类型", "数据类型"],
      width: 8,
      choices: [...Object.values(FORM_LAYOUTS), ...Object.values(INDICATOR_KINDS)],
      align: "center",
    },
    { heading: HEAD.fills, others: ["填报", "填报范围"], width: 12 },
    {
      heading: HEAD.aggregation,
      others: ["汇总"],
      width: 9,
      choices: Object.values(AGGREGATIONS),
      align: "center",
    },
    { heading: HEAD.formula, others: ["计算公式"], width: 18 },
    flag(HEAD.required),
    { heading: HEAD.min, others: ["最小值"], width: 7, align: "center" },
    { heading: HEAD.max, others: ["最大值"], width: 7, align: "center" },
    { heading: HEAD.choices, width: 14 },
    { heading: HEAD.indent, width: 6, align: "center" },
    flag(HEAD.carried),
    { heading: HEAD.floor, width: 8, align: "center" },
    flag(HEAD.continuous),
    flag(HEAD.key),
    flag(HEAD.headline),
    { heading: HEAD.sessions, width: 8, align: "center" },
    { heading: HEAD.recipients, width: 8, align: "center" },
    { heading: HEAD.guidance, others: ["指标解释", "说明"], width: 46 },
  ],
};

export function indicatorsSheet({ forms }: Template, say: Say): SheetPlan {
  return tableSheet(INDICATOR_TABLE, forms.flatMap(rowsOf), {
    title: say("template.indicators.title"),
    notes: [say("template.indicators.note"), say("template.indicators.columns")],
  });
}

function rowsOf(form: Form): PlannedRow[] {
  const head: PlannedRow = {
    band: true,
    cells: {
      [HEAD.form]: form.id,
      [HEAD.code]: form.code,
      [HEAD.name]: form.title,
      [HEAD.kind]: FORM_LAYOUTS[form.layout],
      [HEAD.fills]: writeKinds(form.fills),
      [HEAD.guidance]: form.notes.join("\n"),
    },
  };
  return [head, ...form.indicators.map((line) => ({ cells: cellsOf(form, line) }))];
}

function cellsOf(form: Form, line: Indicator): PlannedRow["cells"] {
  const numeric = isNumber(line.kind);
  return {
    [HEAD.form]: form.id,
    [HEAD.code]: line.code,
    [HEAD.name]: line.name,
    [HEAD.measure]: line.measure,
    [HEAD.kind]: INDICATOR_KINDS[line.kind],
    [HEAD.fills]: writeKinds(line.fills),
    [HEAD.aggregation]: AGGREGATIONS[line.aggregation],
    [HEAD.formula]: line.formula,
    [HEAD.required]: yesNo(line.required),
    [HEAD.min]: line.min ?? (numeric ? NO_LIMIT : undefined),
    [HEAD.max]: line.max,
    [HEAD.choices]: joinWords(line.choices ?? []),
    [HEAD.indent]: line.indent === 0 ? undefined : line.indent,
    [HEAD.carried]: yesNo(line.carried),
    [HEAD.floor]: line.floor ?? (numeric ? NO_LIMIT : undefined),
    [HEAD.continuous]: optionalYes(line.continuous),
    [HEAD.key]: optionalYes(line.key),
    [HEAD.headline]: optionalYes(line.headline),
    [HEAD.sessions]: line.sessions,
    [HEAD.recipients]: line.recipients,
    [HEAD.guidance]: line.guidance,
  };
}

/** Blank is no; few lines are any of these, and blanks leave the table easy to read. */
function optionalYes(value: boolean | undefined): string | undefined {
  return value === true ? "是" : undefined;
}
