/** 审核关系: a row for each rule that staff write, and below them the built-in ones, which have a class only. */
import type { Rule, RuleClass } from "../../rules";
import type { SheetPlan } from "../../workbook/plan";
import type { Sheet } from "../../workbook/workbook";
import { builtIn as settledClasses, linesOfBuiltIn, scoringChecks } from "../builtin/settings";
import type { Template } from "../template";
import { BUILT_IN_CLASSES, joinWords, MISSING, RULE_CLASSES, RULE_STATES, splitWords, yesNo } from "./fields";
import type { Problems } from "./problem";
import { defined } from "./read-indicators";
import { isRelation, plainRule, rulePartsOf } from "./rule-lines";
import { BRACES, type Say } from "./say";
import { TEMPLATE_SHEETS } from "./sheet-names";
import { hasTable, readTable, rowsBelow, tableSheet, type PlannedRow, type Table } from "./table";
import type { TableRow } from "./table-row";

export const RULE_HEAD = {
  number: "序号",
  forms: "报表代码",
  precondition: "前提",
  relation: "公式",
  tolerance: "容差",
  class: "性质",
  missing: "缺值时",
  message: "出错提示",
  advice: "怎样处理",
  explanation: "须说明",
  state: "状态",
  source: "来源",
} as const;

/** What a message may say in braces. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "left",
  "right",
  "difference",
  "code",
  "name",
  "relation",
]);

/** In place of the relation of a built-in rule: `（内置）`, or with its lines `（内置：0113，0102）`. */
const BUILT_IN = /^[（(]?内置(?:[：:](?<lines>[^（）()]*))?[）)]?$/;

export const RULE_TABLE: Table = {
  sheet: TEMPLATE_SHEETS.rules,
  columns: [
    { heading: RULE_HEAD.number, others: ["编号", "规则编号", "审核编号"], width: 8, align: "center" },
    { heading: RULE_HEAD.forms, others: ["报表", "表号", "表"], width: 14 },
    { heading: RULE_HEAD.precondition, others: ["前提条件", "条件"], width: 14 },
    {
      heading: RULE_HEAD.relation,
      others: ["审核关系", "审核公式", "关系", "关系式"],
      width: 40,
      essential: true,
    },
    { heading: RULE_HEAD.tolerance, others: ["允许误差"], width: 7, align: "center" },
    {
      heading: RULE_HEAD.class,
      others: ["类别", "级别"],
      width: 8,
      choices: Object.values(BUILT_IN_CLASSES),
      align: "center",
    },
    { heading: RULE_HEAD.missing, width: 13, choices: Object.values(MISSING), align: "center" },
    { heading: RULE_HEAD.message, others: ["提示", "错误提示"], width: 44 },
    { heading: RULE_HEAD.advice, others: ["处理办法", "修改建议"], width: 36 },
    {
      heading: RULE_HEAD.explanation,
      others: ["要求说明"],
      width: 7,
      choices: ["是", "否"],
      align: "center",
    },
    { heading: RULE_HEAD.state, width: 7, choices: Object.values(RULE_STATES), align: "center" },
    { heading: RULE_HEAD.source, others: ["出处"], width: 18 },
  ],
};

export function rulesSheet(template: Template, say: Say): SheetPlan {
  const { rules, builtIn } = template;
  const own = rules.map((rule): PlannedRow => ({ cells: cellsOf(rule) }));
  const fixed = Object.entries(builtIn).map(([number, ruleClass]): PlannedRow => ({
    band: true,
    cells: {
      [RULE_HEAD.number]: number,
      [RULE_HEAD.relation]: builtInText(linesOfBuiltIn(template, number)),
      [RULE_HEAD.class]: BUILT_IN_CLASSES[ruleClass],
      [RULE_HEAD.message]: say(`template.builtIn.${number}`),
    },
  }));
  return tableSheet(RULE_TABLE, [...own, ...fixed], {
    title: say("template.rules.title"),
    notes: ["write", "words", "paste", "proposed", "builtIn"].map((note) =>
      say(`template.rules.${note}`, BRACES),
    ),
  });
}

function builtInText(lines: readonly string[]): string {
  return lines.length === 0 ? "（内置）" : `（内置：${lines.join("，")}）`;
}

function cellsOf(rule: Rule): PlannedRow["cells"] {
  return {
    [RULE_HEAD.number]: rule.number,
    [RULE_HEAD.forms]: joinWords(rule.forms),
    [RULE_HEAD.precondition]: rule.precondition,
    [RULE_HEAD.relation]: rule.relation,
    [RULE_HEAD.tolerance]: rule.tolerance,
    [RULE_HEAD.class]: RULE_CLASSES[rule.class],
    [RULE_HEAD.missing]: MISSING[rule.missing],
    [RULE_HEAD.message]: rule.message,
    [RULE_HEAD.advice]: rule.advice,
    [RULE_HEAD.explanation]:
      rule.explanationRequired === undefined ? undefined : yesNo(rule.explanationRequired),
    [RULE_HEAD.state]: rule.proposed ? RULE_STATES.proposed : undefined,
    [RULE_HEAD.source]: rule.source,
  };
}

/** A rule, the row that it is in, and the column in which its relation does. */
export interface RuleRow {
  readonly rule: Rule;
  readonly row: TableRow;
  readonly relation: string;
}

export interface ReadRules {
  readonly rules: readonly RuleRow[];
  readonly builtIn: Readonly<Record<string, RuleClass | "off">>;
  readonly builtInLines: Readonly<Record<string, readonly string[]>>;
}

export function readRules(sheet: Sheet, problems: Problems): ReadRules {
  const rules: RuleRow[] = [];
  const builtIn: Record<string, RuleClass | "off"> = {};
  const builtInLines: Record<string, readonly string[]> = {};
  for (const row of rowsOf(sheet, problems)) {
    if (isBuiltIn(row)) {
      const ruleClass = row.choice(RULE_HEAD.class, BUILT_IN_CLASSES);
      const number = row.needed(RULE_HEAD.number);
      if (number !== "" && !isBuiltInNumber(number) && !Object.hasOwn(scoringChecks, number)) {
        row.problem("unknownBuiltIn", RULE_HEAD.number, { found: number });
      }
      if (ruleClass) builtIn[number] = ruleClass;
      const lines = builtInLinesIn(row);
      if (lines.length > 0) builtInLines[number] = lines;
      continue;
    }
    const rule = readPasted(row, rules.length) ?? readRule(row, rules.length);
    if (rule) rules.push(rule);
  }
  return { rules, builtIn, builtInLines };
}

/** A list that was pasted over everything, headings too, is in the first three columns. */
function rowsOf(sheet: Sheet, problems: Problems): readonly TableRow[] {
  if (!hasTable(sheet, RULE_TABLE)) {
    const columns = new Map(
      [RULE_HEAD.number, RULE_HEAD.forms, RULE_HEAD.relation].map((name, i) => [name, i]),
    );
    const rows = rowsBelow(sheet, -1, columns, problems);
    const relations = rows.filter((row) => isRelation(row.alone()?.text ?? row.text(RULE_HEAD.relation)));
    if (relations.length > 0) return relations;
  }
  return readTable(sheet, RULE_TABLE, problems) ?? [];
}

function isBuiltInNumber(number: string): boolean {
  return Object.hasOwn(settledClasses, number);
}

function isBuiltIn(row: TableRow): boolean {
  return BUILT_IN.test(row.text(RULE_HEAD.relation));
}

function builtInLinesIn(row: TableRow): string[] {
  return splitWords(BUILT_IN.exec(row.text(RULE_HEAD.relation))?.groups?.["lines"] ?? "");
}

/** A whole line, `12 | 关工01 | 0102=0103+0104`, in one cell. */
function readPasted(row: TableRow, before: number): RuleRow | null {
  const alone = row.alone();
  const parts = alone && isRelation(alone.text) ? rulePartsOf(alone.text) : null;
  if (!alone || !parts) return null;
  const rule = plainRule({ ...parts, number: parts.number || String(before + 1) });
  return { rule, row, relation: alone.heading };
}

/** What is in a pasted line is enough: a rule without a class must hold, one without a number is counted. */
function readRule(row: TableRow, before: number): RuleRow | null {
  const relation = row.needed(RULE_HEAD.relation);
  if (relation === "") return null;
  checkWords(row);
  const rule: Rule = {
    number: row.text(RULE_HEAD.number) || String(before + 1),
    forms: splitWords(row.text(RULE_HEAD.forms)),
    ...defined({ precondition: row.optional(RULE_HEAD.precondition) }),
    relation,
    ...defined({ tolerance: row.number(RULE_HEAD.tolerance) }),
    class: row.choice(RULE_HEAD.class, RULE_CLASSES) ?? "mustFix",
    missing: row.choice(RULE_HEAD.missing, MISSING) ?? "anyMissing",
    ...defined({
      message: narrowBraces(row.optional(RULE_HEAD.message)),
      advice: narrowBraces(row.optional(RULE_HEAD.advice)),
      explanationRequired: row.yesNo(RULE_HEAD.explanation),
      proposed: row.choice(RULE_HEAD.state, RULE_STATES) === "proposed" ? (true as const) : undefined,
      source: row.optional(RULE_HEAD.source),
    }),
  };
  return { rule, row, relation: RULE_HEAD.relation };
}

/** What a finding could not say right: another rule's number, braces that stand for nothing. */
function checkWords(row: TableRow): void {
  const number = row.text(RULE_HEAD.number);
  if (isBuiltInNumber(number)) row.problem("builtInNumber", RULE_HEAD.number, { found: number });
  for (const heading of [RULE_HEAD.message, RULE_HEAD.advice]) {
    for (const [found, name] of (narrowBraces(row.text(heading)) ?? "").matchAll(/\{([^{}]*)\}/g)) {
      if (!PLACEHOLDERS.has(name!)) row.problem("badPlaceholder", heading, { found });
    }
  }
}

/** A Chinese keyboard gives ｛left｝ for {left}. */
function narrowBraces(text: string | undefined): string | undefined {
  return text?.replace(/｛/g, "{").replace(/｝/g, "}");
}
