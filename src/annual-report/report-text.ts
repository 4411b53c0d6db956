/** Writes the annual report from the template's sentences. */
import type { Consolidation } from "../consolidation/consolidation";
import { compileExpression, createVocabulary, isRuleError, type Facts } from "../rules";
import type { ReportSentence } from "../template/template";
import { isReportTextError, parseReportText, type ReportPiece } from "../template/report-text";
import { withoutLastYear } from "../consolidation/comparable-last-year";
import { factsOfConsolidation } from "./facts-of-consolidation";
import { indicatorsOf } from "../template/template-index";
import { howManyNames } from "../workbook/limits";
import { pieceRuns } from "./report-pieces";
import type { ReportContext, ReportOptions, ReportParagraph, ReportRun } from "./report-run";

/** Holds while units are missing. */
const INCOMPLETE = "不完整";
/** What a report says then, whose template has no sentence for it. */
const PROVISIONAL = "以下数字暂按{已报}个单位的报表汇总，应报{应报}个单位。";

const ENUMERATE = "、";

/** And then, where last year is that of the same units. */
const COMPARED = "与上年的比较，只比这{已报}个单位。";

/**
 * The report's paragraphs, in Chinese. A sentence whose condition does not hold, or rests on what nobody reported, is
 * left out; one that cannot be understood stays as it was written, so that nothing is lost. While units are missing
 * the report says so, whatever the template.
 */
export function reportText(consolidation: Consolidation, options: ReportOptions = {}): ReportParagraph[] {
  const context = reportContext(consolidation, options);
  const paragraphs: { role: ReportParagraph["role"]; runs: ReportRun[] }[] = [];
  let open = false;
  for (const sentence of withStanding(consolidation)) {
    if (!holds(sentence, context)) {
      // What goes on in a paragraph that was left out begins one of its own.
      if (sentence.role !== "more") open = false;
      continue;
    }
    const runs = sentenceRuns(sentence, context);
    const last = paragraphs.at(-1);
    if (sentence.role === "more" && open && last) last.runs.push(...runs);
    else paragraphs.push({ role: sentence.role === "more" ? "text" : sentence.role, runs });
    open = sentence.role === "text" || sentence.role === "more";
  }
  return paragraphs;
}

/** Behind the title, where staff have not written themselves that the figures are provisional; and what is compared. */
function withStanding({ template, lastYear, submissions }: Consolidation): readonly ReportSentence[] {
  const sentences = template.report;
  if (sentences.length === 0) return sentences;
  const own = sentences.findIndex(({ condition }) => condition === INCOMPLETE);
  const head = sentences.findIndex(({ role }) => role !== "title");
  const at = own >= 0 ? own + 1 : head < 0 ? sentences.length : head;
  const provisional: ReportSentence = { role: "text", text: PROVISIONAL, condition: INCOMPLETE };
  const compared: ReportSentence = { role: "more", text: COMPARED, condition: INCOMPLETE };
  const units = withoutLastYear(submissions, lastYear);
  const named = units.slice(0, howManyNames(units)).join(ENUMERATE);
  const others = named.length < units.join(ENUMERATE).length ? `等${units.length}个单位` : "";
  const without: ReportSentence = { role: "more", text: `与上年的增减，含上年没有数的${named}${others}。` };
  return [
    ...sentences.slice(0, at),
    ...(own >= 0 ? [] : [provisional]),
    ...(lastYear?.whole ? [compared] : []),
    ...(units.length > 0 ? [without] : []),
    ...sentences.slice(at),
  ];
}

/** The report as plain text, a paragraph to a line. */
export function plainReport(paragraphs: readonly ReportParagraph[]): string {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n");
}

export function reportContext(consolidation: Consolidation, { date }: ReportOptions = {}): ReportContext {
  const { template, totals, lastYear, submissions } = consolidation;
  const vocabulary = createVocabulary(template);
  const figures = factsOfConsolidation(consolidation);
  const facts: Facts = {
    current: (code) => totals.get(code)?.value ?? null,
    lastYear: (code) => lastYear?.totals.get(code) ?? null,
    rows: () => null,
  };
  const lines = new Map(indicatorsOf(template).map((line) => [line.code, line]));
  return {
    consolidation,
    lines,
    facts: figures,
    counted: new Set(submissions.flatMap(({ unit }) => unit?.name ?? [])).size,
    date: date ?? null,
    value: (expression) => {
      const compiled = compileExpression(expression, vocabulary);
      if (isRuleError(compiled)) return null;
      const value = compiled.evaluate(facts);
      return typeof value === "object" ? null : value;
    },
    listed: (text) => {
      const compiled = compileExpression(`SUM(${text})`, vocabulary);
      return isRuleError(compiled) ? [] : compiled.codes.flatMap((code) => lines.get(code) ?? []);
    },
    operands: (expression) => {
      const compiled = compileExpression(expression, vocabulary);
      if (isRuleError(compiled)) return [];
      const { codes, lastYearCodes } = compiled;
      return [
        ...codes.flatMap((code) => figures.figure(code, null, "this") ?? []),
        ...lastYearCodes.flatMap((code) => figures.figure(code, null, "last") ?? []),
      ];
    },
  };
}

function holds({ condition }: ReportSentence, context: ReportContext): boolean {
  if (condition === undefined) return true;
  if (condition === INCOMPLETE) return context.counted < context.consolidation.template.units.length;
  const value = context.value(condition);
  return value === true || (typeof value === "number" && value !== 0);
}

function sentenceRuns({ text }: ReportSentence, context: ReportContext): ReportRun[] {
  const pieces = parseReportText(text);
  if (isReportTextError(pieces)) return [{ text }];
  const runs: ReportRun[] = [];
  for (const piece of pieces) {
    const made = pieceRuns(piece, context);
    if (made.length === 0 && mayBeLeftOut(piece)) dropSeparator(runs);
    runs.push(...made);
  }
  return joined(runs);
}

/** A comparison without last year says nothing; a sentence reads on without it. */
function mayBeLeftOut(piece: ReportPiece): boolean {
  return (
    piece.type === "examples" ||
    piece.type === "largest" ||
    piece.type === "reasons" ||
    (piece.type === "figure" && piece.form !== "plain")
  );
}

const SEPARATOR = /[，；、：]?(?:如|其中(?:较多的)?有?|原因是|分别是|有)?$/;

function dropSeparator(runs: ReportRun[]): void {
  const last = runs.pop();
  if (!last) return;
  runs.push(last.source ? last : { ...last, text: last.text.replace(SEPARATOR, "") });
}

/** Neighbouring pieces of plain text are one run. */
function joined(runs: readonly ReportRun[]): ReportRun[] {
  const result: ReportRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const plain = !run.source && !run.gap;
    if (last && plain && !last.source && !last.gap)
      result[result.length - 1] = { text: last.text + run.text };
    else if (run.text !== "") result.push(run);
  }
  return result;
}
