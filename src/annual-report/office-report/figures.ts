/** What a placeholder means: a number or text for a cell of its own, a text within others. */
import type { Consolidation } from "../../consolidation/consolidation";
import { compileValue, createVocabulary, isRuleError, type Compiled, type Vocabulary } from "../../rules";
import { indicatorsOf } from "../../template/template-index";
import type { Indicator } from "../../template/template";
import { fixed, rounded } from "../../workbook/rounding";
import type { CellValue } from "../../workbook/workbook";
import { pieceRuns } from "../report-pieces";
import type { ReportContext } from "../report-run";
import { reportContext } from "../report-text";
import type { Placeholder } from "./placeholders";

const GAP = "＿＿＿";
const TEN_THOUSAND = 10_000;

export class Figures {
  private readonly context: ReportContext;
  private readonly items: ReadonlyMap<string, Indicator>;

  private readonly vocabulary: Vocabulary;
  private readonly reported: ReadonlySet<string>;

  constructor(
    private readonly consolidation: Consolidation,
    private readonly shareable: (text: string) => string,
  ) {
    this.vocabulary = createVocabulary(consolidation.template);
    this.reported = new Set(consolidation.submissions.flatMap(({ unit }) => unit?.name ?? []));
    this.context = reportContext(consolidation);
    this.items = new Map(indicatorsOf(consolidation.template).map((item) => [item.code, item]));
  }

  /** What a cell holds that has nothing else; null where nothing is known. `format`: the cell's number format. */
  alone(placeholder: Placeholder, unit: string | null, format: string): CellValue {
    const { meaning } = placeholder;
    if (meaning.type === "piece") return this.pieceAlone(placeholder);
    const value = this.valueOf(placeholder, unit);
    const isPoints = meaning.type === "item" && this.items.get(meaning.code)?.kind === "percent";
    // 80.7 percentage points are 80.7% where the cell shows per cent.
    return typeof value === "number" && isPoints && /[%]/.test(format) ? value / 100 : value;
  }

  within(placeholder: Placeholder, unit: string | null): string {
    const { meaning, format } = placeholder;
    if (meaning.type === "piece") return this.pieceText(placeholder) || "";
    const value = this.valueOf(placeholder, unit);
    if (value === null || value === "") return GAP;
    if (typeof value !== "number") return String(value);
    const item = meaning.type === "item" ? this.items.get(meaning.code) : undefined;
    if (format !== null)
      return formatted(item?.kind === "percent" && /%$/.test(format) ? value / 100 : value, format);
    if (item?.kind === "percent") return `${fixed(value, 1)}%`;
    return String(rounded(value, item && item.kind !== "decimal" ? 0 : 2));
  }

  /** What heads a column of units. */
  nameOf({ meaning, written }: Placeholder): string {
    const item = meaning.type === "item" ? this.items.get(meaning.code) : undefined;
    return item?.name ?? written.replace(/^[{｛]\s*单位\s*[:：]|[}｝]$/g, "").replace(/[:：][#0.,%‰]+$/, "");
  }

  private pieceAlone(placeholder: Placeholder): CellValue {
    const { meaning } = placeholder;
    const piece = meaning.type === "piece" ? meaning.piece : null;
    const { facts, counted } = this.context;
    if (piece?.type === "word" && piece.word === "expected") return this.consolidation.template.units.length;
    if (piece?.type === "word" && piece.word === "reported") return counted;
    if (piece?.type === "figure" && piece.form === "lastYear")
      return facts.figure(piece.code, null, "last")?.value ?? null;
    if (piece?.type === "figure" && piece.form === "tenThousand") {
      const value = facts.figure(piece.code, null, "this")?.value;
      return value === undefined ? null : value / TEN_THOUSAND;
    }
    const text = this.pieceText(placeholder);
    return text === "" || text.includes(GAP) ? null : text;
  }

  private pieceText({ meaning }: Placeholder): string {
    if (meaning.type !== "piece") return "";
    const { piece } = meaning;
    if (piece.type === "figure" && piece.form === "lastYear") {
      const value = this.context.facts.figure(piece.code, null, "last")?.value;
      const item = this.items.get(piece.code);
      if (value === undefined) return GAP;
      return item?.kind === "percent"
        ? `${fixed(value, 1)}%`
        : String(rounded(value, item?.kind === "decimal" ? 2 : 0));
    }
    const text = pieceRuns(piece, this.context)
      .map((run) => run.text)
      .join("");
    return piece.type === "examples" || piece.type === "reasons" ? this.shareable(text) : text;
  }

  private valueOf({ meaning }: Placeholder, unit: string | null): CellValue {
    if (meaning.type === "item")
      return unit === null ? this.ofCounty(meaning.code) : this.ofUnit(meaning.code, unit);
    if (meaning.type !== "expression") return null;
    const number = (code: string, year: "this" | "last"): number | null =>
      year === "this" && unit !== null
        ? numberIn(this.ofUnit(code, unit))
        : (this.context.facts.figure(code, unit, year)?.value ?? null);
    return evaluated(meaning.compiled, number);
  }

  private ofCounty(code: string): CellValue {
    const total = this.consolidation.totals.get(code);
    if (!total || total.value !== null) return total?.value ?? null;
    const item = this.items.get(code);
    if (item?.aggregation !== "text" && item?.aggregation !== "list") return null;
    const said = total.contributions.filter(({ value }) => value !== "");
    return said.length === 0
      ? null
      : said.map(({ unit, value }) => `${unit}：${this.shareable(String(value))}`).join("；");
  }

  /** Of computed items and rates the county has no part of each unit. */
  private computedFor(code: string, unit: string): CellValue {
    const { formula, aggregation } = this.items.get(code) ?? {};
    if (formula === undefined || (aggregation !== "computed" && aggregation !== "ratio")) return null;
    if (!this.reported.has(unit)) return null;
    const compiled = compileValue(formula, this.vocabulary);
    if (isRuleError(compiled)) return null;
    return evaluated(compiled, (each, year) =>
      year === "this"
        ? numberIn(this.ofUnit(each, unit))
        : (this.context.facts.figure(each, unit, "last")?.value ?? null),
    );
  }

  private ofUnit(code: string, unit: string): CellValue {
    const own = this.consolidation.totals.get(code)?.contributions.find((each) => each.unit === unit);
    if (!own) return this.computedFor(code, unit);
    if (typeof own.value === "boolean") return own.value ? "是" : "否";
    return typeof own.value === "string" ? this.shareable(own.value) : own.value;
  }
}

/** Null where all that it rests on is unknown: arithmetic would take it for 0. */
function evaluated(
  compiled: Compiled,
  number: (code: string, year: "this" | "last") => number | null,
): CellValue {
  const operands = [
    ...compiled.codes.map((code) => number(code, "this")),
    ...compiled.lastYearCodes.map((code) => number(code, "last")),
  ];
  if (operands.every((value) => value === null)) return null;
  const value = compiled.evaluate({
    current: (code) => number(code, "this"),
    lastYear: (code) => number(code, "last"),
    rows: () => null,
  });
  return typeof value === "object" ? null : value;
}

function numberIn(value: CellValue): number | null {
  if (value === "是" || value === "否") return value === "是" ? 1 : 0;
  return typeof value === "number" ? value : null;
}

/** A number in a format such as `0`, `#,##0.0`, `0.0%`, `0.##`. */
export function formatted(value: number, format: string): string {
  const sign = /[%‰]$/.exec(format)?.[0] ?? "";
  const decimals = /\.([#0]+)/.exec(format)?.[1] ?? "";
  const least = decimals.replace(/#+$/, "").length;
  const scaled = value * (sign === "%" ? 100 : sign === "‰" ? 1000 : 1);
  const [whole = "", rest = ""] = fixed(scaled, decimals.length).split(".");
  let kept = rest;
  while (kept.length > least && kept.endsWith("0")) kept = kept.slice(0, -1);
  const grouped = format.includes(",") ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  return grouped + (kept === "" ? "" : `.${kept}`) + sign;
}
