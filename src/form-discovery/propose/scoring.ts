/** The scored items of an assessment: lines with the most that they give, the unit's own score, the county's, the reason. */
import type { OwnCell, OwnColumn, OwnTable } from "../../template/own-sheet";
import { scoredItems } from "../../template/scored-units";
import type { RankingGroup, ScoredLine } from "../../template/scoring";
import { scoringChecks } from "../../template/builtin/settings";
import type { Form, Template } from "../../template/template";
import type { Rule } from "../../rules";
import { inExpression } from "../../rules";
import { isLostHead, isMaxHead, scoreHead } from "../score-heads";
import { bare } from "../words";

/** Points between 自评分 and 考核分 that are to be explained, until the office says otherwise. */
const GAP = 3;

/** Townships are compared with townships, departments with departments. */
const GROUPS: readonly RankingGroup[] = [
  { name: "乡镇", types: ["镇", "乡"] },
  { name: "街道", types: ["街道", "街道办事处"] },
  { name: "部门", types: ["局", "委", "办", "院"] },
];

/** The template with what is scored in it; as it is where nothing is. */
export function withScoring(template: Template): Template {
  const found = template.forms.flatMap((form) =>
    (form.own?.tables ?? []).flatMap((table) => scoredTable(form, table) ?? []),
  );
  const lines = distinct(found.flatMap((each) => each.lines));
  if (lines.length === 0) return template;
  const totals = found.flatMap((each) => each.totals);
  const rules = totals.map((rule, i): Rule => ({ ...rule, number: `合计${i + 1}` }));
  const types = new Set(template.units.map(({ type }) => type));
  const groups = GROUPS.filter((group) => group.types.some((type) => types.has(type)));
  const scoring = { lines, gap: GAP, groups, grades: [], vetoes: [] };
  const scores = scoredItems({ scoring });
  return {
    ...template,
    forms: template.forms.map((form) => ({
      ...form,
      indicators: form.indicators.map((line) =>
        scores.has(line.code) && line.formula === undefined ? { ...line, aggregation: "mean" } : line,
      ),
    })),
    rules: [...template.rules, ...rules],
    builtIn: { ...template.builtIn, ...scoringChecks },
    scoring,
  };
}

type TotalRule = Omit<Rule, "number">;

interface ScoredTable {
  readonly lines: readonly ScoredLine[];
  /** 合计 that the blank does not compute is the sum of its lines. */
  readonly totals: readonly TotalRule[];
}

function scoredTable(form: Form, table: OwnTable): ScoredTable | null {
  const heads = (column: OwnColumn): string => column.heads.at(-1) ?? "";
  const max = table.columns.find((column) => isMaxHead(heads(column)) && column.role === "ignored");
  const scores = table.columns.filter(({ role }) => role === "value");
  const self = scores.find((column) => scoreHead(heads(column)) === "self");
  // What comes last is what counts: 初评分, then 考核分.
  const county = scores.findLast((column) => scoreHead(heads(column)) === "county");
  if (!max || !(self ?? county) || table.unitLines) return null;
  const notes = table.columns.filter(({ role }) => role === "note");
  const reason = notes.find((column) => isLostHead(heads(column))) ?? notes[0];
  const cells = new Map(table.cells.map((cell) => [JSON.stringify([cell.line, cell.in]), cell]));
  const cellOf = (line: string, column: OwnColumn | undefined): OwnCell | undefined =>
    column && cells.get(JSON.stringify([line, column.key]));
  const formulas = new Map(form.indicators.map(({ code, formula }) => [code, formula]));
  const rows = table.lines.map(({ key, path }) => {
    const item = (column: OwnColumn | undefined): string | undefined => cellOf(key, column)?.item;
    return {
      name: path.at(-1) ?? key,
      points: pointsIn(cellOf(key, max)),
      self: item(self),
      score: item(county),
      reason: item(reason),
    };
  });
  const isSum = (row: (typeof rows)[number]): boolean =>
    isTotal(row.name) ||
    [row.self, row.score].some((item) => item !== undefined && formulas.get(item) !== undefined);
  const scored = rows.filter((row) => row.points !== null && !isSum(row) && (row.self ?? row.score));
  const total = rows.findLast((row) => isTotal(row.name));
  const rule = (sum: string | undefined, parts: readonly (string | undefined)[]): TotalRule[] => {
    const items = parts.filter((item) => item !== undefined);
    if (sum === undefined || formulas.get(sum) !== undefined || items.length < 2) return [];
    return [sumRule(form.id, sum, items)];
  };
  return {
    lines: scored.map(({ name, points, self: own, score, reason: why }) => ({
      name,
      max: points!,
      ...(own === undefined ? {} : { self: own }),
      ...(score === undefined ? {} : { score }),
      ...(why === undefined ? {} : { reason: why }),
    })),
    totals: [
      ...rule(
        total?.self,
        scored.map((row) => row.self),
      ),
      ...rule(
        total?.score,
        scored.map((row) => row.score),
      ),
    ],
  };
}

const isTotal = (name: string): boolean =>
  /^(?:合计|总计|总分|小计|总得分|得分合计|合计得分)/.test(bare(name));

function pointsIn(cell: OwnCell | undefined): number | null {
  const text = String(cell?.holds ?? "")
    .replace(/分$/, "")
    .trim();
  const points = text === "" ? NaN : Number(text);
  return Number.isFinite(points) && points !== 0 ? points : null;
}

function sumRule(form: string, sum: string, items: readonly string[]): TotalRule {
  return {
    forms: [form],
    relation: `${inExpression(sum)}=${items.map(inExpression).join("+")}`,
    class: "mustFix",
    tolerance: 0,
    missing: "allMissing",
  };
}

/** Lines of one name are distinguished by a number. */
function distinct(lines: readonly ScoredLine[]): ScoredLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const count = (seen.get(line.name) ?? 0) + 1;
    seen.set(line.name, count);
    return count === 1 ? line : { ...line, name: `${line.name} ${count}` };
  });
}
