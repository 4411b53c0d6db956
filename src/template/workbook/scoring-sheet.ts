/** 考核办法: which items get points, how units are ranked and graded, what vetoes a grade. */
import {
  compares,
  compileExpression,
  compileValue,
  isRuleError,
  type RuleError,
  type Vocabulary,
} from "../../rules";
import type { SheetPlan } from "../../workbook/plan";
import type { Sheet } from "../../workbook/workbook";
import type { Grade, RankingGroup, ScoredLine, Scoring, Veto } from "../scoring";
import type { Template } from "../template";
import { joinWords } from "./fields";
import type { Problems } from "./problem";
import { defined } from "./read-indicators";
import type { Say } from "./say";
import { TEMPLATE_SHEETS } from "./sheet-names";
import { readTable, tableSheet, type PlannedRow, type Table } from "./table";
import type { TableRow } from "./table-row";
import { once } from "./units-sheet";

const HEAD = {
  kind: "类别",
  name: "名称",
  points: "分值",
  self: "自评分",
  score: "考核分",
  reason: "扣分原因",
  condition: "条件",
  evidence: "佐证",
  bound: "佐证上限",
  result: "结果",
} as const;

const KINDS = {
  line: "项目",
  grade: "等次",
  veto: "否决",
  group: "分组",
  gap: "自评差距",
  key: "排名依据",
} as const;

const NOT_A_CONDITION: RuleError = { kind: "ruleError", code: "notARelation", position: 0, params: {} };

const TABLE: Table = {
  sheet: TEMPLATE_SHEETS.scoring,
  columns: [
    { heading: HEAD.kind, width: 11, choices: Object.values(KINDS), essential: true, align: "center" },
    { heading: HEAD.name, width: 26, essential: true },
    { heading: HEAD.points, others: ["分数"], width: 8, align: "center" },
    { heading: HEAD.self, width: 20 },
    { heading: HEAD.score, width: 20 },
    { heading: HEAD.reason, width: 20 },
    { heading: HEAD.condition, width: 22 },
    { heading: HEAD.evidence, width: 22 },
    { heading: HEAD.bound, width: 24 },
    { heading: HEAD.result, width: 16 },
  ],
};

/** None where nothing is scored. */
export function scoringSheet({ scoring }: Template, say: Say): SheetPlan[] {
  if (!scoring) return [];
  const notes = ["lines", "grades", "evidence"].map((key) => say(`template.scoring.${key}`));
  return [tableSheet(TABLE, rowsOf(scoring), { title: say("template.scoring.title"), notes })];
}

function rowsOf({ lines, grades, vetoes, groups, gap, key }: Scoring): PlannedRow[] {
  const row = (kind: keyof typeof KINDS, cells: PlannedRow["cells"]): PlannedRow => ({
    cells: { [HEAD.kind]: KINDS[kind], ...cells },
  });
  return [
    ...lines.map(({ name, max, self, score, reason, evidence, bound }) =>
      row("line", {
        [HEAD.name]: name,
        [HEAD.points]: max,
        [HEAD.self]: self,
        [HEAD.score]: score,
        [HEAD.reason]: reason,
        [HEAD.evidence]: evidence,
        [HEAD.bound]: bound,
      }),
    ),
    ...(gap === undefined ? [] : [row("gap", { [HEAD.points]: gap })]),
    ...(key === undefined ? [] : [row("key", { [HEAD.condition]: key })]),
    ...groups.map(({ name, types }) => row("group", { [HEAD.name]: name, [HEAD.result]: joinWords(types) })),
    ...grades.map(({ name, from }) => row("grade", { [HEAD.name]: name, [HEAD.points]: from })),
    ...vetoes.map(({ reason, condition, evidence, grade }) =>
      row("veto", {
        [HEAD.name]: reason,
        [HEAD.condition]: condition,
        [HEAD.evidence]: evidence,
        [HEAD.result]: grade,
      }),
    ),
  ];
}

/** What is to be checked once the template's items are known, with the row that it is written in. */
export interface ScoringRows {
  readonly scoring: Scoring;
  readonly rows: readonly TableRow[];
}

/** Null where the sheet says nothing. */
export function readScoring(sheet: Sheet, problems: Problems): ScoringRows | null {
  const all = readTable(sheet, TABLE, problems) ?? [];
  if (all.length === 0) return null;
  const byKind = new Map<string, TableRow[]>();
  for (const row of all) {
    const kind = row.text(HEAD.kind) === "" ? "line" : row.choice(HEAD.kind, KINDS);
    if (kind !== undefined) byKind.set(kind, [...(byKind.get(kind) ?? []), row]);
  }
  const of = (kind: keyof typeof KINDS): readonly TableRow[] => byKind.get(kind) ?? [];
  const grades = of("grade")
    .map(gradeIn)
    .sort((a, b) => b.from - a.from);
  const names = new Map<string, string>();
  for (const row of [...of("line"), ...of("grade")])
    once(names, `${row.text(HEAD.kind)} ${row.text(HEAD.name)}`, row, HEAD.name);
  return {
    scoring: {
      lines: of("line").map(lineIn),
      ...defined({
        gap: of("gap").at(-1)?.amount(HEAD.points),
        key: of("key").at(-1)?.optional(HEAD.condition),
      }),
      groups: of("group").map(groupIn),
      grades,
      vetoes: of("veto").map((row) => vetoIn(row, grades)),
    },
    rows: all,
  };
}

function lineIn(row: TableRow): ScoredLine {
  const self = row.optional(HEAD.self);
  const score = row.optional(HEAD.score);
  if (self === undefined && score === undefined)
    row.problem("missingValue", HEAD.score, { heading: HEAD.score });
  row.needed(HEAD.points);
  return {
    name: row.needed(HEAD.name),
    max: row.number(HEAD.points) ?? 0,
    ...defined({
      self,
      score,
      reason: row.optional(HEAD.reason),
      evidence: row.optional(HEAD.evidence),
      bound: row.optional(HEAD.bound),
    }),
  };
}

function gradeIn(row: TableRow): Grade {
  row.needed(HEAD.points);
  return { name: row.needed(HEAD.name), from: row.number(HEAD.points) ?? 0 };
}

function groupIn(row: TableRow): RankingGroup {
  row.needed(HEAD.result);
  return { name: row.needed(HEAD.name), types: row.words(HEAD.result) };
}

function vetoIn(row: TableRow, grades: readonly Grade[]): Veto {
  const condition = row.optional(HEAD.condition);
  const evidence = row.optional(HEAD.evidence);
  if (condition === undefined && evidence === undefined) row.needed(HEAD.condition);
  const words = Object.fromEntries(grades.map(({ name }) => [name, name]));
  const grade = row.needed(HEAD.result) && row.choice(HEAD.result, words);
  return { reason: row.needed(HEAD.name), grade: grade || "", ...defined({ condition, evidence }) };
}

/** With the template's own keys for its items. Expressions of evidence are read where its county workbook is. */
export function checkScoring({ scoring, rows }: ScoringRows, vocabulary: Vocabulary): Scoring {
  checkExpressions(rows, vocabulary);
  const keyOf = (item: string | undefined): string | undefined =>
    item === undefined ? undefined : (vocabulary.codeOf(item) ?? item);
  const lines = scoring.lines.map(({ self, score, reason, ...line }) => ({
    ...line,
    ...defined({ self: keyOf(self), score: keyOf(score), reason: keyOf(reason) }),
  }));
  return { ...scoring, lines };
}

function checkExpressions(rows: readonly TableRow[], vocabulary: Vocabulary): void {
  for (const row of rows) {
    for (const heading of [HEAD.self, HEAD.score, HEAD.reason]) {
      const found = row.text(heading);
      if (found !== "" && vocabulary.codeOf(found) === null) row.problem("unknownLine", heading, { found });
    }
    const text = row.optional(HEAD.condition);
    if (text === undefined) continue;
    const isKey = row.text(HEAD.kind) === KINDS.key;
    const compiled = isKey ? compileValue(text, vocabulary) : compileExpression(text, vocabulary);
    if (isRuleError(compiled)) row.expressionProblem(HEAD.condition, compiled);
    else if (!isKey && !compares(text)) row.expressionProblem(HEAD.condition, NOT_A_CONDITION);
  }
}
