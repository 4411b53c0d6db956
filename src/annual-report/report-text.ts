/** Writes the annual report from the template's sentences. */
import type { Consolidation } from "../consolidation/consolidation";
import { compileExpression, createVocabulary, isRuleError, type Facts } from "../rules";
import type { ReportSentence } from "../template/template";
import { isReportTextError, parseReportText, type ReportPiece } from "../template/report-text";
import { withoutLastYear } from "../consolidation/comparable-last-year";
import { factsOfConsolidation } from "./facts-of-consolidation";
import { indicatorsOf } from "../template/template-index";
import { howManyNames } from "../workbook/limits";
import { shortName } from "../template/line-name";
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
 * The report's paragraphs, in Chinese. A sentence whose condition does not hold, or all of whose figures nobody
 * reported, is left out; what nobody reported is said once, at the end of its section. A sentence that cannot be
 * understood stays as it was written, so that nothing is lost. While units are missing the report says so, whatever
 * the template.
 */
export function reportText(consolidation: Consolidation, options: ReportOptions = {}): ReportParagraph[] {
  const context = reportContext(consolidation, options);
  const paragraphs: Paragraph[] = [];
  const unknown = new Set<string>();
  let open = false;
  const closeSection = (): void => {
    if (unknown.size > 0) sayUnknown(paragraphs, [...unknown]);
    unknown.clear();
    open = false;
  };
  for (const sentence of withStanding(consolidation)) {
    const { role, text } = sentence;
    if (role !== "text" && role !== "more") closeSection();
    const missing = unreported(sentence, context);
    const runs = missing.length === 0 && holds(sentence, context) ? sentenceRuns(sentence, context) : [];
    if (runs.length === 0) {
      missing.forEach((name) => unknown.add(name));
      // What goes on in a paragraph that was left out begins one of its own.
      if (role !== "more") open = false;
      else if (open) passMark(text, paragraphs.at(-1));
      continue;
    }
    const last = paragraphs.at(-1);
    if (role === "more" && open && last) last.runs.push(...runs);
    else paragraphs.push({ role: role === "more" ? "text" : role, runs });
    open = role === "text" || role === "more";
  }
  closeSection();
  return paragraphs.map(({ role, runs }) => ({ role, runs: role === "text" ? closed(runs) : runs }));
}

interface Paragraph {
  readonly role: ReportParagraph["role"];
  readonly runs: ReportRun[];
}

/** The lines that a sentence is about, where nobody reported a single one of them. */
function unreported({ text }: ReportSentence, { lines, facts }: ReportContext): string[] {
  const pieces = parseReportText(text);
  if (isReportTextError(pieces)) return [];
  const named = pieces.flatMap((piece) => (piece.type === "figure" ? (lines.get(piece.code) ?? []) : []));
  const known = named.some(({ code }) => facts.figure(code, null, "this") !== null);
  return known ? [] : named.map(({ name }) => shortName(name));
}

function sayUnknown(paragraphs: Paragraph[], names: readonly string[]): void {
  const count = howManyNames(names);
  const more = count < names.length ? `等${names.length}项` : "";
  const gap = {
    text: `（${names.slice(0, count).join(ENUMERATE)}${more}没有单位填报，请补写或删去。）`,
    gap: true,
  } as const;
  const last = paragraphs.at(-1);
  if (last?.role === "text") last.runs.push(gap);
  else paragraphs.push({ role: "text", runs: [gap] });
}

const CLAUSE = /[，；]$/;
const STOP = /[。！？；]$/;

/** A clause is left out: the one before it ends as it would have, `创编歌曲54首，` as `创编歌曲54首。`. */
function passMark(leftOut: string, paragraph: Paragraph | undefined): void {
  const mark = STOP.exec(leftOut)?.[0];
  if (mark !== undefined && paragraph) endWith(mark, paragraph.runs);
}

function closed(runs: readonly ReportRun[]): ReportRun[] {
  const all = [...runs];
  endWith("。", all);
  return all;
}

function endWith(mark: string, runs: ReportRun[]): void {
  const at = runs.findLastIndex(({ gap }) => !gap);
  const run = runs[at];
  if (run && !run.source && CLAUSE.test(run.text)) runs[at] = { ...run, text: run.text.slice(0, -1) + mark };
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
  const all = pieces.map((piece) => ({ piece, made: pieceRuns(piece, context) }));
  const placeholders = all.filter(({ piece }) => piece.type !== "text");
  if (placeholders.length > 0 && placeholders.every(({ made }) => made.length === 0)) return [];
  for (const { piece, made } of all) {
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
