/**
 * Lines that the template computes: what is there is compared with what its operands, as read, come to.
 * D47 a formula that was typed over or changed; D43 a rate written as a fraction; D17 a result that is out of date.
 */
import { parseA1, type Area } from "../../workbook/address";
import type { LineRef } from "../../template/line-formula";
import type { Indicator, UnitKind } from "../../template/template";
import type { Finding } from "../../findings/finding";
import { cellFinding } from "../findings";
import type { Grid } from "../grid";
import type { Defect } from "../normalise";
import { fifteenDigits } from "../../workbook/rounding";
import type { Facts } from "../../rules";
import type { Entry, FormReading, Line, ListReading } from "../submission";
import type { TemplateVocabulary } from "../template-vocabulary";
import { blankFormulas, movedFormula, type BlankFormula } from "../own/moved-formula";
import { cellsNamed } from "./formulas";

export interface ComputedForms {
  readonly forms: ReadonlyMap<string, FormReading>;
  readonly findings: readonly Finding[];
  /** What the cells' own findings come to, now that the template's formulas are worked out. */
  settle(findings: readonly Finding[]): Finding[];
}

/** Lines in per cent and in percentage points agree within a twentieth of a point (4.4), anything else to the digit. */
const RATE_TOLERANCE = 0.05;
const NOISE = 1e-6;

export function checkComputed(
  words: TemplateVocabulary,
  forms: ReadonlyMap<string, FormReading>,
  grids: ReadonlyMap<string, Grid>,
  disturbed: ReadonlySet<string>,
  kind: UnitKind | null,
  lists: ReadonlyMap<string, ListReading>,
): ComputedForms {
  const lines = new Map<string, Line>();
  for (const form of forms.values()) for (const [code, line] of form.lines) lines.set(code, line);
  const check = new Check(words, lines, grids, disturbed, recordsOf(lists));
  const computed = new Map<string, ComputedLine>();
  for (const form of words.template.forms) {
    for (const indicator of form.indicators) {
      if (indicator.formula !== undefined && (kind === null || indicator.fills.includes(kind)))
        computed.set(indicator.code, { indicator, inSheet: form.layout === "own" });
    }
  }
  for (const each of operandsFirst(computed, words)) check.line(each.indicator, each.inSheet);
  return {
    forms: withLines(forms, lines),
    findings: check.findings,
    settle: (found) => settle(found, check),
  };
}

type Records = Facts["rows"];

function recordsOf(lists: ReadonlyMap<string, ListReading>): Records {
  const known = new Map<string, ReturnType<Records>>();
  return (list) => {
    const reading = lists.get(list);
    if (!reading) return null;
    const rows =
      known.get(list) ??
      reading.rows.map(({ cells }) => new Map([...cells].map(([name, { value }]) => [name, value])));
    known.set(list, rows);
    return rows;
  };
}

interface ComputedLine {
  readonly indicator: Indicator;
  /** The formula is one of an office's own sheet. */
  readonly inSheet: boolean;
}

/** In the order of the forms, except that a line comes behind those that it is computed from. */
function operandsFirst(
  computed: ReadonlyMap<string, ComputedLine>,
  { operands }: TemplateVocabulary,
): readonly ComputedLine[] {
  const sorted = new Set<ComputedLine>();
  const asked = new Set<string>();
  const add = (code: string): void => {
    const line = computed.get(code);
    if (!line || asked.has(code)) return;
    asked.add(code);
    for (const operand of operands.get(code) ?? []) if (!operand.lastYear) add(operand.code);
    sorted.add(line);
  };
  for (const code of computed.keys()) add(code);
  return [...sorted];
}

function withLines(
  forms: ReadonlyMap<string, FormReading>,
  lines: ReadonlyMap<string, Line>,
): ReadonlyMap<string, FormReading> {
  return new Map(
    [...forms].map(([id, form]) => [
      id,
      { ...form, lines: new Map([...form.lines.keys()].map((code) => [code, lines.get(code)!])) },
    ]),
  );
}

/** What the template's formula gives for a cell that has no value of its own. */
interface Answer {
  readonly value: number | null;
  readonly restore: string | null;
}

/** A formula without a value (D17) gets the template's; for an error value (D46) the finding says how to correct it. */
function settle(findings: readonly Finding[], { answers }: Check): Finding[] {
  return findings.flatMap((finding): Finding[] => {
    const answer = answers.get(placeKey(finding));
    if (!answer || (finding.code !== "D17" && finding.code !== "D46")) return [finding];
    if (finding.code === "D46") {
      const proposal: Finding["params"] = answer.value === null ? {} : { proposal: answer.value };
      return [
        {
          ...finding,
          params: { ...finding.params, restore: answer.restore, variant: restored(finding), ...proposal },
        },
      ];
    }
    if (answer.value === null) return [];
    const values = { raw: "", value: answer.value };
    const params = { ...finding.params, ...values, variant: "recomputed" };
    return [{ ...finding, class: "note", values, params }];
  });
}

function restored({ params }: Finding): string {
  return params["variant"] === "circular" ? "circularRestore" : "restore";
}

class Check {
  readonly findings: Finding[] = [];
  /** By place. */
  readonly answers = new Map<string, Answer>();

  private readonly blankFormulas: ReadonlyMap<string, BlankFormula>;

  constructor(
    private readonly words: TemplateVocabulary,
    private readonly lines: Map<string, Line>,
    private readonly grids: ReadonlyMap<string, Grid>,
    /** Sheets with rows of their own: their formulas may take them in. */
    private readonly disturbed: ReadonlySet<string>,
    private readonly records: Records,
  ) {
    this.blankFormulas = blankFormulas(words.template.forms);
  }

  /** @param inSheet the formula is one of an office's own sheet */
  line(indicator: Indicator, inSheet: boolean): void {
    const line = this.lines.get(indicator.code);
    const refs = this.words.operands.get(indicator.code);
    if (!line || !refs || refs.some((ref) => !this.isReadable(ref))) return;
    const number = (ref: LineRef): number | null => this.number(ref);
    const { formulas } = this.words;
    const expected = inSheet
      ? formulas.valueInSheet(indicator.formula!, number, this.records)
      : formulas.value(indicator.formula!, number, true);
    const rounded = expected === null ? null : fifteenDigits(expected);
    const entry = line.current;
    if (entry.steps.includes("D17")) this.answer(line, indicator, rounded);
    else if (entry.state === "refused") this.note(line, indicator, rounded);
    else if (entry.formula === undefined) this.typed(line, indicator, rounded);
    else this.byFormula(line, indicator, refs, entry.formula, rounded);
  }

  /** The formula was never calculated: the template's own says what it comes to. */
  private answer(line: Line, indicator: Indicator, expected: number | null): void {
    this.note(line, indicator, expected);
    if (expected === null) this.replace(line, { value: null, state: "blank", steps: [] });
    else this.replace(line, { value: expected, state: "filled", steps: ["D17"] });
  }

  private note(line: Line, indicator: Indicator, value: number | null): void {
    this.answers.set(placeKey(line.current), { value, restore: this.templateFormula(indicator) });
  }

  private typed(line: Line, indicator: Indicator, expected: number | null): void {
    const { value } = line.current;
    if (expected === null) return;
    if (typeof value !== "number") {
      if (line.current.state === "blank") this.report(line, indicator, "cleared", null, expected);
      return;
    }
    if (agrees(value, expected, indicator)) return;
    if (indicator.kind === "percent") {
      const scaled = [value * 100, value / 100]
        .map(fifteenDigits)
        .find((v) => agrees(v, expected, indicator));
      if (scaled !== undefined) {
        this.replace(line, { value: scaled, state: "filled", steps: [...line.current.steps, "D43"] });
        this.add(line, indicator, {
          code: "D43",
          class: "note",
          variant: "scale",
          params: { raw: line.current.raw, value: scaled },
        });
        return;
      }
    }
    this.report(line, indicator, "typed", value, expected);
  }

  private byFormula(
    line: Line,
    indicator: Indicator,
    refs: readonly LineRef[],
    formula: string,
    expected: number | null,
  ): void {
    const { value } = line.current;
    const shown = typeof value === "number" ? value : null;
    if (expected === null || (shown !== null && agrees(shown, expected, indicator))) return;
    const isOwn =
      this.isOwnFormula(line, refs, formula) || isSame(`=${formula}`, this.templateFormula(indicator));
    if (!isOwn) {
      this.report(line, indicator, "formula", shown, expected);
      return;
    }
    this.replace(line, { value: expected, state: "filled", steps: [...line.current.steps, "D17"] });
    if (this.isExplained(line, refs)) return;
    const params = { raw: line.current.raw, value: expected, formula: `=${formula}` };
    this.add(line, indicator, { code: "D17", class: "note", variant: "stale", params });
  }

  /** Excel left an operand out because it was text, or took a row of the unit's own in: that has its own finding. */
  private isExplained(line: Line, refs: readonly LineRef[]): boolean {
    if (this.disturbed.has(line.current.place.sheet ?? "")) return true;
    return refs.some((ref) => (this.entry(ref)?.steps.length ?? 0) > 0);
  }

  /** Does the formula name the very lines that the template's does? Rows that are no lines do not matter. */
  private isOwnFormula(line: Line, refs: readonly LineRef[], formula: string): boolean {
    const grid = this.grids.get(line.current.place.sheet ?? "");
    const areas = grid ? cellsNamed(grid, formula) : null;
    if (!areas) return false;
    const wanted = new Set(refs.map((ref) => this.entry(ref)?.place.cell));
    const sheet = line.current.place.sheet;
    const named = [...this.lines.values()]
      .flatMap(({ current, lastYear }) => [current, ...(lastYear ? [lastYear] : [])])
      .filter(({ place }) => place.sheet === sheet && areas.some((area) => covers(area, place.cell!)))
      .map(({ place }) => place.cell);
    return named.length === wanted.size && named.every((cell) => wanted.has(cell));
  }

  private report(
    line: Line,
    indicator: Indicator,
    variant: string,
    value: number | null,
    expected: number,
  ): void {
    const formula = line.current.formula;
    const params = {
      raw: line.current.raw,
      value,
      expected,
      formula: formula === undefined ? null : `=${formula}`,
      restore: this.templateFormula(indicator),
    };
    this.add(line, indicator, { code: "D47", class: "explain", variant, params, proposal: expected });
  }

  /** The template's formula at the places where the lines are now; of an office's own sheet the formula of the blank. */
  private templateFormula(indicator: Indicator): string | null {
    const sheet = this.lines.get(indicator.code)?.current.place.sheet ?? null;
    const blank = this.blankFormulas.get(indicator.code);
    const placeOf = (code: string) => this.lines.get(code)?.current.place;
    const moved = blank ? movedFormula(blank, this.words.template.forms, placeOf, sheet) : null;
    if (moved !== null) return `=${moved}`;
    const places = (ref: LineRef): string => this.entry(ref)?.place.cell ?? "#REF!";
    const formula = this.words.formulas.inCell(indicator.formula!, places, false);
    return formula === null || formula.includes("#REF!") ? null : `=${formula}`;
  }

  private add(line: Line, indicator: Indicator, defect: Defect): void {
    this.findings.push(
      cellFinding(defect, line.current.place, { indicator: indicator.code, name: indicator.name }),
    );
  }

  private replace(line: Line, entry: Partial<Entry>): void {
    this.lines.set(line.code, { ...line, current: { ...line.current, ...entry } });
  }

  private entry({ code, lastYear }: LineRef): Entry | null {
    const line = this.lines.get(code);
    return (lastYear ? line?.lastYear : line?.current) ?? null;
  }

  private isReadable(ref: LineRef): boolean {
    const entry = this.entry(ref);
    return entry !== null && entry.state !== "refused";
  }

  private number(ref: LineRef): number | null {
    const value = this.entry(ref)?.value;
    return typeof value === "number" ? value : null;
  }
}

/** The same formula, whatever is fixed in it by a dollar sign. */
function isSame(formula: string, other: string | null): boolean {
  const plain = (text: string): string => text.replace(/[\s$']/g, "").toUpperCase();
  return other !== null && plain(formula) === plain(other);
}

function agrees(value: number, expected: number, { kind, measure }: Indicator): boolean {
  const isRate = kind === "percent" || measure.endsWith("百分点");
  return Math.abs(value - expected) <= (isRate ? RATE_TOLERANCE : NOISE) + 1e-9;
}

function covers(area: Area, cell: string): boolean {
  const at = parseA1(cell);
  return (
    at !== null &&
    at.row >= area.top &&
    at.row <= area.bottom &&
    at.column >= area.left &&
    at.column <= area.right
  );
}

function placeKey({ place }: Pick<Entry, "place">): string {
  return `${place.sheet ?? ""}!${place.cell ?? ""}`;
}
