/** One placeholder of a report's sentence as text. */
import type { Contribution, Total } from "../consolidation/consolidation";
import type { ReportPiece, ReportWord } from "../template/report-text";
import type { Indicator } from "../template/template";
import { distinctNames } from "../template/distinct-names";
import { periodText } from "../template/words";
import { fixed } from "../workbook/rounding";
import { howManyNames } from "../workbook/limits";
import { STANDING_PLACE } from "../county-layout/sheet-names";
import { approximateFigure, changeFigure, plainFigure, tenThousandsFigure } from "./figure-text";
import type { Basis } from "./basis";
import type { Figure } from "./county-facts";
import type { ReportContext, ReportRun } from "./report-run";

type FigurePiece = Extract<ReportPiece, { type: "figure" }>;

const ENUMERATE = "、";
/** What staff fill in by hand. */
const GAP = "＿＿＿";
const GAP_DATE = "　　年　　月　　日";
/** So many times the wanted number of units are named for the sake of equal ones. */
const MOST_EQUAL = 2;
/** Explanations of so many units are given. */
const MOST_REASONS = 3;

/** Empty where nothing is known that the sentence could not do without. */
export function pieceRuns(piece: ReportPiece, context: ReportContext): ReportRun[] {
  switch (piece.type) {
    case "text":
      return [{ text: piece.text }];
    case "word":
      return [wordRun(piece.word, context)];
    case "figure":
      return figureRuns(piece, context);
    case "expression":
      return expressionRuns(piece, context);
    case "largest":
      return largestLineRuns(piece, context);
    case "examples":
      return textRuns(examples(piece, context).join(ENUMERATE));
    case "reasons":
      return textRuns(reasons(piece.code, context).join("；"));
    case "byHand":
      return [{ text: `（请写明${piece.what}。）`, gap: true }];
  }
}

function textRuns(text: string): ReportRun[] {
  return text === "" ? [] : [{ text }];
}

function wordRun(word: ReportWord, { consolidation, counted, date }: ReportContext): ReportRun {
  const { template, period } = consolidation;
  switch (word) {
    case "year":
      return { text: yearWords(period ?? "") };
    case "period":
      return { text: period === null ? "" : periodText(period).replace(/\s/g, "") };
    case "county":
      return { text: template.county };
    case "level":
      return { text: /[省市县区旗州盟]$/.exec(template.county)?.[0] ?? "县" };
    case "committee":
      return { text: template.committee };
    case "expected":
      return { text: String(template.units.length), source: unitsBasis(template.units.length) };
    case "reported":
      return { text: String(counted), source: unitsBasis(counted) };
    case "date":
      return date === null ? { text: GAP_DATE, gap: true } : { text: dateWords(date) };
  }
}

/** `{年}年` of `2020H1` is 2020年上半年. */
function yearWords(period: string): string {
  const half = /H([12])$/.exec(period)?.[1];
  return period.slice(0, 4) + (half === undefined ? "" : half === "1" ? "年上半" : "年下半");
}

/** The number of units is under the heading of 上报情况. */
function unitsBasis(value: number): Basis {
  const operands = [{ value, place: STANDING_PLACE }];
  return { source: "county", how: "units", line: null, owner: null, year: "this", operands };
}

/** `2020-12-22` → 2020年12月22日. */
function dateWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

function figureRuns(piece: FigurePiece, context: ReportContext): ReportRun[] {
  const line = context.lines.get(piece.code);
  if (!line) return [{ text: GAP, gap: true }];
  if (piece.form === "units") {
    const units = unitsOf(line, context);
    return piece.count === 0 ? unitRuns(units) : textRuns(firstOf(units, piece.count));
  }
  if (piece.form === "top") return topRuns(line, piece.count, context);
  const text = figureText(piece, line, context);
  if (text === null)
    return piece.form === "change" || piece.form === "lastYear" ? [] : [{ text: GAP, gap: true }];
  return [{ text, source: basisOf(piece, line, null, context) }];
}

function figureText(
  piece: FigurePiece,
  line: Indicator,
  { facts, consolidation }: ReportContext,
): string | null {
  const now = facts.figure(piece.code, null, "this");
  const before = facts.figure(piece.code, null, "last");
  if (piece.form === "lastYear") return before && plainFigure(before.value, line);
  if (!now) return null;
  switch (piece.form) {
    case "tenThousand":
      return tenThousandsFigure(now.value, line);
    case "approximate":
      return approximateFigure(now.value, line);
    case "change":
      return before && changeFigure(now.value, before.value, line);
    case "share": {
      const units = consolidation.totals.get(piece.code)?.units ?? 0;
      return units === 0 ? null : `${fixed((now.value / units) * 100, 1)}%`;
    }
    default:
      return plainFigure(now.value, line);
  }
}

/** A change rests on two cells; a share of the units on the line's own and on how many reported it. */
function basisOf(
  { form }: Pick<FigurePiece, "form">,
  { code, name, measure }: Indicator,
  unit: string | null,
  { facts, consolidation }: ReportContext,
): Basis {
  const of = (year: "this" | "last") => facts.figure(code, unit, year) ?? [];
  const base = { source: "county", line: { code, name, measure }, owner: unit } as const;
  if (form === "change") {
    return { ...base, how: "difference", year: "this", operands: [of("this"), of("last")].flat() };
  }
  if (form === "share") {
    const units = { value: consolidation.totals.get(code)?.units ?? 0, place: null };
    return { ...base, how: "share", year: "this", operands: [of("this"), units].flat() };
  }
  const year = form === "lastYear" ? "last" : "this";
  return { ...base, how: "value", year, operands: [of(year)].flat() };
}

/** `青石镇、花甸镇、头道镇等`: 等 only where there are more. */
function firstOf(units: readonly string[], count: number): string {
  return units.slice(0, count).join(ENUMERATE) + (units.length > count ? "等" : "");
}

/** 台上镇5场、清河镇4场; units with nothing are not among them, nor is the committee that writes the report. */
function topRuns(line: Indicator, count: number, context: ReportContext): ReportRun[] {
  const { units } = context.consolidation.template;
  const own = new Set(units.flatMap(({ name, kind }) => (kind === "H" ? name : [])));
  const numbers = contributions(line, context).flatMap(({ unit, value }) =>
    typeof value === "number" && value > 0 && !own.has(unit) ? { unit, value } : [],
  );
  const top = largest(numbers, count);
  return top.flatMap(({ unit, value }, i): ReportRun[] => [
    { text: `${i === 0 ? "" : ENUMERATE}${unit}` },
    {
      text: tenThousandsFigure(value, line),
      source: basisOf({ form: "plain" }, line, unit, context),
    },
  ]);
}

/** Whoever has as much as the last of them is named too; where those are too many, none of the equal ones. */
function largest<Each extends { readonly value: number }>(each: readonly Each[], count: number): Each[] {
  const sorted = [...each].sort((a, b) => b.value - a.value);
  const last = sorted[count - 1]?.value ?? 0;
  const named = sorted.filter(({ value }) => value >= last);
  if (named.length <= count * MOST_EQUAL) return named;
  const above = sorted.filter(({ value }) => value > last);
  return above.length > 0 ? above : sorted.slice(0, count);
}

function unitsOf(line: Indicator, context: ReportContext): string[] {
  return contributions(line, context)
    .filter(
      ({ value }) =>
        value === true ||
        (typeof value === "string" && value !== "") ||
        (typeof value === "number" && value > 0),
    )
    .map(({ unit }) => unit);
}

/** `台上镇、青石镇`, or as many as a sentence can carry and `等63个单位`. */
function unitRuns(units: readonly string[]): ReportRun[] {
  const count = howManyNames(units);
  const named = units.slice(0, count).join(ENUMERATE);
  if (count === units.length) return textRuns(named);
  const operands = [{ value: units.length, place: null }];
  const source: Basis = { source: "county", how: "units", line: null, owner: null, year: "this", operands };
  return [{ text: `${named}等` }, { text: String(units.length), source }, { text: "个单位" }];
}

/** Derived lines have none of their own in the county's total. */
function contributions({ code }: Indicator, { consolidation }: ReportContext): readonly Contribution[] {
  const total: Total | undefined = consolidation.totals.get(code);
  return total?.contributions ?? [];
}

/** 老教师530人（占26.3%）、老干部210人（占10.4%）; lines with nothing are not among them. */
function largestLineRuns(
  { lines: list, count, whole }: Extract<ReportPiece, { type: "largest" }>,
  context: ReportContext,
): ReportRun[] {
  const { facts } = context;
  const lines = context.listed(list);
  const names = distinctNames(lines.map(({ name }) => name));
  const figures = lines.map((line, i) => ({
    line,
    name: names[i]!,
    figure: facts.figure(line.code, null, "this"),
  }));
  const numbers = figures.flatMap(({ line, name, figure }) =>
    figure && figure.value > 0 ? { line, name, figure, value: figure.value } : [],
  );
  const total = whole === null ? null : facts.figure(whole, null, "this");
  // With a negative part the shares would add up to more than all of it.
  const hasShares =
    total !== null && total.value > 0 && figures.every(({ figure }) => (figure?.value ?? 0) >= 0);
  return largest(numbers, count).flatMap(({ line, name, figure, value }, i): ReportRun[] => [
    { text: `${i === 0 ? "" : ENUMERATE}${name}` },
    { text: tenThousandsFigure(value, line), source: basisOf({ form: "plain" }, line, null, context) },
    ...(hasShares ? shareRuns(line, figure, total) : []),
  ]);
}

function shareRuns({ code, name, measure }: Indicator, part: Figure, whole: Figure): ReportRun[] {
  const source = {
    source: "county",
    line: { code, name, measure },
    owner: null,
    how: "share",
    year: "this",
    operands: [part, whole],
  } as const;
  return [
    { text: "（占" },
    { text: `${fixed((part.value / whole.value) * 100, 1)}%`, source },
    { text: "）" },
  ];
}

function expressionRuns(
  piece: Extract<ReportPiece, { type: "expression" }>,
  context: ReportContext,
): ReportRun[] {
  const value = context.value(piece.expression);
  if (typeof value !== "number") return [{ text: GAP, gap: true }];
  const kind = piece.measure === "%" ? "percent" : Number.isInteger(value) ? "whole" : "decimal";
  const operands = context.operands(piece.expression);
  return [
    {
      text: plainFigure(value, { measure: piece.measure, kind }),
      source: { source: "county", how: "formula", line: null, owner: null, year: "this", operands },
    },
  ];
}

/** Different ones, the largest first and one of each unit before the second of any; nothing personal. */
function examples(
  piece: Extract<ReportPiece, { type: "examples" }>,
  { consolidation }: ReportContext,
): string[] {
  const { template, submissions } = consolidation;
  const list = template.lists.find(({ id, title }) => id === piece.list || title === piece.list);
  const column = list?.columns.find(({ name }) => name === piece.column);
  if (!list || !column || list.personal || column.personal) return [];
  const measured =
    list.columns.find(({ kind }) => kind === "amount") ??
    list.columns.find(({ kind, name }) => kind === "whole" && !name.endsWith("年"));
  const ofUnits = submissions.map(({ lists }) =>
    (lists.get(list.id)?.rows ?? [])
      .flatMap(({ cells }) => {
        const text = cells.get(column.name)?.value;
        const size = measured === undefined ? null : cells.get(measured.name)?.value;
        return typeof text === "string" && text.trim() !== ""
          ? { text: text.trim(), size: typeof size === "number" ? size : 0 }
          : [];
      })
      .sort((a, b) => b.size - a.size),
  );
  const inTurn = ofUnits.flatMap((rows) => rows.map((row, turn) => ({ ...row, turn })));
  const texts = inTurn.sort((a, b) => a.turn - b.turn || b.size - a.size).map(({ text }) => text);
  return [...new Set(texts)].slice(0, piece.count);
}

/** The units' own words, those of the largest change first. */
function reasons(code: string, { consolidation, facts }: ReportContext): string[] {
  const given = consolidation.submissions.flatMap(({ unit, forms }) => {
    const reason = [...forms.values()]
      .map(({ lines }) => lines.get(code)?.reason.trim() ?? "")
      .find((text) => text !== "");
    if (!unit || reason === undefined) return [];
    const [now, before] = [facts.figure(code, unit.name, "this"), facts.figure(code, unit.name, "last")];
    return [
      {
        text: `${unit.name}：${reason.replace(/(?<![。；])[。；]+$/, "")}`,
        size: Math.abs((now?.value ?? 0) - (before?.value ?? 0)),
      },
    ];
  });
  return given
    .sort((a, b) => b.size - a.size)
    .slice(0, MOST_REASONS)
    .map(({ text }) => text);
}
