/** What is asked of a template once all its lines are known: that formulas, rules, charts and sentences speak of them. */
import { COVER_LINES } from "../builtin/cover-lines";
import {
  compileExpression,
  expandRule,
  compileValue,
  createVocabulary,
  isRuleError,
  type RuleError,
  type Vocabulary,
} from "../../rules";
import { isReportTextError, parseReportText, type ReportPiece } from "../report-text";
import type { ChartSeries, ChartSpec, DetailList, Form, Indicator, Unit } from "../template";
import { CHART_HEAD, type ChartRows } from "./charts-sheet";
import { HEAD } from "./indicators-sheet";
import { KIND_WORDS } from "../words";
import { formMeant } from "./rule-lines";
import type { LineRow, ReadIndicators } from "./read-indicators";
import { REPORT_HEAD, type SentenceRow } from "./report-sheet";
import { RULE_HEAD, type RuleRow } from "./rules-sheet";
import type { TableRow } from "./table-row";

/** Holds while units are missing; see {@link ReportSentence}. */
export const INCOMPLETE = "不完整";

export interface TemplateRows {
  readonly forms: readonly Form[];
  readonly lists: readonly DetailList[];
  readonly lines: readonly LineRow[];
  readonly cover: ReadIndicators["cover"];
  readonly units: readonly Unit[];
  readonly rules: readonly RuleRow[];
  readonly charts: readonly ChartRows[];
  readonly sentences: readonly SentenceRow[];
}

/** Says what is wrong to the rows' own collection of problems. */
export function checkRows(rows: TemplateRows): void {
  const { forms, lists, lines, rules, charts, sentences } = rows;
  const vocabulary = createVocabulary({ forms, lists });
  checkCover(rows);
  for (const line of lines) checkLine(line, vocabulary);
  checkCircles(lines, vocabulary);
  for (const rule of rules) checkRule(rule, forms, lists, vocabulary);
  for (const chart of charts) checkChart(chart, vocabulary);
  for (const sentence of sentences) checkSentence(sentence, vocabulary);
}

/** The cover's lines that are filled in when forms are issued, by what their names must speak of. */
const ISSUED: Readonly<Record<string, RegExp>> = {
  [COVER_LINES.unitCode]: /代码|编码|编号/,
  [COVER_LINES.unit]: /单位|名称/,
  [COVER_LINES.unitKind]: /类型|类别|性质/,
  [COVER_LINES.period]: /年|时期|期间|期别/,
  [COVER_LINES.template]: /模板|版本/,
};

/** A unit without a cover, or a cover without its name, could not be distinguished from another. */
function checkCover({ cover, units, lines }: TemplateRows): void {
  if (cover && !cover.form.indicators.some(({ code }) => code === COVER_LINES.unit))
    cover.row.problem("coverWithoutUnit", HEAD.form, { code: COVER_LINES.unit });
  for (const { line, row } of lines) {
    const own = cover?.form.indicators.includes(line) ? ISSUED[line.code] : undefined;
    if (own && !own.test(line.name))
      row.problem("coverLineTaken", HEAD.code, { found: line.name, code: line.code });
  }
  const without = units.find(({ kind }) => cover && !cover.form.fills.includes(kind));
  if (without) {
    cover?.row.problem("coverNotForAll", HEAD.fills, {
      found: KIND_WORDS[without.kind],
      unit: without.name,
    });
  }
}

function checkLine({ line, row }: LineRow, vocabulary: Vocabulary): void {
  if (line.formula !== undefined) checkValue(line.formula, HEAD.formula, row, vocabulary);
  for (const [heading, code] of [
    [HEAD.sessions, line.sessions],
    [HEAD.recipients, line.recipients],
  ] as const) {
    if (code !== undefined && !vocabulary.isCode(code)) row.problem("unknownLine", heading, { found: code });
  }
}

/** A formula must come to an end: none may rest on its own line, by whatever way. Each circle is said once. */
function checkCircles(lines: readonly LineRow[], vocabulary: Vocabulary): void {
  const operands = new Map(lines.map(({ line }) => [line.code, operandsIn(line, vocabulary)]));
  const rows = new Map(lines.map(({ line, row }) => [line.code, row]));
  const done = new Set<string>();
  const follow = (code: string, way: readonly string[]): void => {
    const begin = way.indexOf(code);
    if (begin >= 0) {
      const circle = [...way.slice(begin), code].join(" → ");
      rows.get(code)?.problem("circular", HEAD.formula, { found: circle });
    }
    if (done.has(code)) return;
    done.add(code);
    for (const next of operands.get(code) ?? []) follow(next, [...way, code]);
  };
  for (const code of operands.keys()) follow(code, []);
}

/** The lines of the same year that the line is computed from. */
function operandsIn({ formula }: Indicator, vocabulary: Vocabulary): readonly string[] {
  const compiled = formula === undefined ? null : compileExpression(formula, vocabulary);
  return compiled === null || isRuleError(compiled) ? [] : compiled.codes;
}

function checkValue(text: string, heading: string, row: TableRow, vocabulary: Vocabulary): void {
  const compiled = compileValue(text, vocabulary);
  if (isRuleError(compiled)) row.expressionProblem(heading, compiled);
}

function checkExpression(text: string, heading: string, row: TableRow, vocabulary: Vocabulary): void {
  const compiled = compileExpression(text, vocabulary);
  if (isRuleError(compiled)) row.expressionProblem(heading, compiled);
}

function checkRule(
  { rule, row, relation }: RuleRow,
  forms: readonly Form[],
  lists: readonly DetailList[],
  vocabulary: Vocabulary,
): void {
  const stranger = rule.forms.find((form) => formMeant(form, { forms, lists }) === null);
  if (stranger !== undefined && row.has(RULE_HEAD.forms)) {
    row.problem("unknownForm", RULE_HEAD.forms, { found: stranger });
  }
  const compiled = expandRule(rule, vocabulary);
  if (!isRuleError(compiled)) return;
  if (compiled.part === "precondition") row.expressionProblem(RULE_HEAD.precondition, compiled);
  else row.expressionProblem(relation, shifted(compiled, rule.relation, row.text(relation)));
}

/** Where the error is in the cell, of which the relation may be a part only. */
function shifted(error: RuleError, relation: string, cell: string): RuleError {
  return { ...error, position: error.position + Math.max(0, cell.indexOf(relation)) };
}

function checkChart({ chart, row, seriesRows }: ChartRows, vocabulary: Vocabulary): void {
  if (chart.orderBy !== undefined) checkValue(chart.orderBy, CHART_HEAD.orderBy, row, vocabulary);
  chart.series.forEach((series, i) => checkSeries(chart, series, seriesRows[i]!, vocabulary));
}

function checkSeries(chart: ChartSpec, series: ChartSeries, row: TableRow, vocabulary: Vocabulary): void {
  if (chart.by === "status") return;
  if (series.value === "") return row.problem("seriesMissing", CHART_HEAD.value);
  if (series.reference === "target") {
    if (!Number.isFinite(Number(series.value))) {
      row.problem("notANumber", CHART_HEAD.value, { found: series.value });
    }
    return;
  }
  // `0202~0207` and `0302,0304` are lists of lines: what SUM takes.
  const text = chart.by === "line" && !series.reference ? `SUM(${series.value})` : series.value;
  const compiled = compileValue(text, vocabulary);
  if (!isRuleError(compiled)) return;
  const lead = text.length > series.value.length ? "SUM(".length : 0;
  row.expressionProblem(CHART_HEAD.value, { ...compiled, position: Math.max(0, compiled.position - lead) });
}

function checkSentence({ sentence, row }: SentenceRow, vocabulary: Vocabulary): void {
  if (sentence.condition !== undefined && sentence.condition !== INCOMPLETE) {
    checkExpression(sentence.condition, REPORT_HEAD.condition, row, vocabulary);
  }
  const pieces = parseReportText(sentence.text);
  if (isReportTextError(pieces)) {
    const { token, position } = pieces;
    return row.problem("badSentence", REPORT_HEAD.text, { found: token, position: position + 1 });
  }
  for (const piece of pieces) checkPiece(piece, row, vocabulary);
}

function checkPiece(piece: ReportPiece, row: TableRow, vocabulary: Vocabulary): void {
  if (piece.type === "figure" || piece.type === "reasons") {
    const { code } = piece;
    if (!vocabulary.isCode(code)) row.problem("unknownLine", REPORT_HEAD.text, { found: code });
  } else if (piece.type === "largest") {
    checkValue(`SUM(${piece.lines})`, REPORT_HEAD.text, row, vocabulary);
    const { whole } = piece;
    if (whole !== null && !vocabulary.isCode(whole))
      row.problem("unknownLine", REPORT_HEAD.text, { found: whole });
  } else if (piece.type === "expression") {
    checkValue(piece.expression, REPORT_HEAD.text, row, vocabulary);
  } else if (piece.type === "examples") {
    const list = vocabulary.list(piece.list);
    if (!list) row.problem("unknownList", REPORT_HEAD.text, { found: piece.list });
    else if (!list.columns.includes(piece.column)) {
      row.problem("unknownColumn", REPORT_HEAD.text, { found: piece.column, list: list.id });
    }
  }
}
