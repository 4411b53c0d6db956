/**
 * Charts and sentences that rest on items whose cells are not used any more: they go with the items, and the history
 * says so. Only what is as it was written is looked at; what a person changed since then is checked.
 */
import { compileExpression, createVocabulary, isRuleError, type Vocabulary } from "../../rules";
import { isReportTextError, parseReportText } from "../report-text";
import type { ChartSpec, Form, ReportSentence, Template } from "../template";

export class GoneItems {
  private readonly gone: ReadonlySet<string>;
  private readonly vocabulary: Vocabulary | null;
  private readonly known: ReadonlySet<string>;

  /** `before`: the template as it was written; `forms` as they are now. */
  constructor(before: Template | null, forms: readonly Form[]) {
    const codesOf = (all: readonly Form[]): string[] =>
      all.flatMap(({ indicators }) => indicators.map(({ code }) => code));
    const now = new Set(codesOf(forms));
    const own = before?.forms.filter(({ layout }) => layout === "own") ?? [];
    this.gone = new Set(codesOf(own).filter((code) => !now.has(code)));
    this.vocabulary = before && this.gone.size > 0 ? createVocabulary(before) : null;
    this.known = new Set(this.vocabulary ? [...before!.charts, ...before!.report].map(textOf) : []);
  }

  isLeftBy(part: ChartSpec | ReportSentence): boolean {
    return this.known.has(textOf(part)) && expressionsIn(part).some((text) => this.restsOnGone(text));
  }

  private restsOnGone(text: string): boolean {
    // A list of lines is no expression by itself, a condition is nothing to be added up.
    const readings = [text, `SUM(${text})`].map((each) => compileExpression(each, this.vocabulary!));
    return readings.some(
      (compiled) =>
        !isRuleError(compiled) &&
        [...compiled.codes, ...compiled.lastYearCodes].some((code) => this.gone.has(code)),
    );
  }
}

/** The same for equal ones, whatever the order of their parts. */
function textOf(part: ChartSpec | ReportSentence): string {
  return JSON.stringify(part, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function expressionsIn(part: ChartSpec | ReportSentence): string[] {
  if ("series" in part) return [part.orderBy ?? [], part.series.map(({ value }) => value)].flat();
  const pieces = parseReportText(part.text);
  if (isReportTextError(pieces)) return [];
  const said = pieces.flatMap((piece) => {
    if (piece.type === "figure" || piece.type === "reasons") return [`[${piece.code}]`];
    if (piece.type === "largest") return [piece.lines, piece.whole === null ? [] : `[${piece.whole}]`].flat();
    return piece.type === "expression" ? [piece.expression] : [];
  });
  return [part.condition ?? [], said].flat();
}
