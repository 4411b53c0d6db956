/** The formulas of ratios and computed lines (`SUM(0103~0108)`, `0113-上年(0113)`): as Excel formulas, and their values. */
import {
  compileExpression,
  createVocabulary,
  isRuleError,
  toSheetFormula,
  type Compiled,
  type Facts,
  type RecordReferences,
  type Vocabulary,
} from "../rules";
import { areaToA1, parseA1 } from "../workbook/address";
import type { Template } from "./template";

/** A line this year or last. */
export interface LineRef {
  readonly code: string;
  readonly lastYear: boolean;
}

/** The formulas of a template's lines, each compiled when it is first asked for. */
export class LineFormulas {
  private readonly vocabulary: Vocabulary;
  private readonly compiled = new Map<string, Understood | null>();

  private constructor(template: Template) {
    this.vocabulary = createVocabulary(template);
  }

  /** A template never changes: its formulas are prepared once for every form of every unit. */
  static of(template: Template): LineFormulas {
    const known = prepared.get(template) ?? new LineFormulas(template);
    prepared.set(template, known);
    return known;
  }

  /**
   * The formula as a cell has it, without `=`; null where it cannot be understood.
   * @param address the A1 address of a line this year or last, on the same sheet
   * @param records where the records of lists are, if they have cells
   * @param guarded the cell stays empty until its operands are filled in: all of them, or one of a sum's
   */
  inCell(
    formula: string,
    address: (ref: LineRef) => string,
    guarded: boolean,
    records?: RecordReferences,
  ): string | null {
    const written = toSheetFormula(formula, this.vocabulary, {
      current: (code) => address({ code, lastYear: false }),
      lastYear: (code) => address({ code, lastYear: true }),
      ...(records ? { records } : {}),
    });
    if (typeof written !== "string") return null;
    const body = joinNeighbours(written);
    const safe = isSum(formula) && guarded ? body : `IFERROR(${body},"")`;
    if (!guarded) return body.includes("/") ? safe : body;
    const cells = (this.understand(formula)?.refs ?? []).map(address);
    const count = `COUNT(${joinNeighbours(cells.join(","))})`;
    return `IF(${count}${isSum(formula) ? "=0" : `<${cells.length}`},"",${safe})`;
  }

  /** The value that {@link inCell} yields; null where the cell stays empty, or nothing can be divided. */
  value(formula: string, of: (ref: LineRef) => number | null, guarded: boolean): number | null {
    return this.evaluate(formula, of, guarded ? (isSum(formula) ? "one" : "all") : "none");
  }

  /** As Excel has it in an office's own sheet: an empty cell counts as 0; null where all operands are empty. */
  valueInSheet(
    formula: string,
    of: (ref: LineRef) => number | null,
    rows: Facts["rows"] = () => null,
  ): number | null {
    return this.evaluate(formula, of, "one", rows);
  }

  /** Does the formula look through the records of a list? */
  isOfRecords(formula: string): boolean {
    return (this.understand(formula)?.compiled.lists.length ?? 0) > 0;
  }

  /** Does the formula only add up or count records of lists? Then parts of a whole are added up, too. */
  addsRecords(formula: string): boolean {
    const compiled = this.understand(formula)?.compiled;
    return (
      compiled !== undefined &&
      compiled.lists.length > 0 &&
      compiled.codes.length + compiled.lastYearCodes.length === 0 &&
      ADDS_RECORDS.test(formula)
    );
  }

  /** @param wanted how many of the operands must be known */
  private evaluate(
    formula: string,
    of: (ref: LineRef) => number | null,
    wanted: "all" | "one" | "none",
    rows: Facts["rows"] = () => null,
  ): number | null {
    const understood = this.understand(formula);
    if (understood === null) return null;
    const { lists } = understood.compiled;
    // A list that is not there is not one without records.
    if (lists.some((list) => rows(list) === null)) return null;
    const values = understood.refs.map(of);
    const isKnown = (value: number | null): boolean => value !== null;
    if (wanted === "one" && lists.length === 0 && !values.some(isKnown)) return null;
    if (wanted === "all" && !values.every(isKnown)) return null;
    const result = understood.compiled.evaluate(
      {
        current: (code) => of({ code, lastYear: false }),
        lastYear: (code) => of({ code, lastYear: true }),
        rows,
      },
      { missingAsZero: true },
    );
    return typeof result === "number" ? result : null;
  }

  private understand(formula: string): Understood | null {
    const known = this.compiled.get(formula);
    if (known !== undefined) return known;
    const compiled = compileExpression(formula, this.vocabulary);
    const understood = isRuleError(compiled) ? null : { compiled, refs: refsOf(compiled) };
    this.compiled.set(formula, understood);
    return understood;
  }
}

const prepared = new WeakMap<Template, LineFormulas>();

/** A formula and the lines that it rests on. */
interface Understood {
  readonly compiled: Compiled;
  readonly refs: readonly LineRef[];
}

function refsOf({ codes, lastYearCodes }: Compiled): readonly LineRef[] {
  return [
    ...codes.map((code) => ({ code, lastYear: false })),
    ...lastYearCodes.map((code) => ({ code, lastYear: true })),
  ];
}

/** `SUMIF(明细1[类型],"产业",明细1[金额])` and nothing else. */
const ADDS_RECORDS = /^\s*(?:SUM|COUNTA?|ROWS|(?:SUM|COUNT)IFS?)\s*\([^()]*\)\s*$/i;

/** A sum passes over what is empty; every other operation wants all its operands. */
function isSum(formula: string): boolean {
  return /^\s*(?:SUM|求和)\s*\([^()]*\)\s*$/i.test(formula);
}

/** `E9,E10,E11` → `E9:E11`: neighbours in one column, as a person would write them. */
function joinNeighbours(formula: string): string {
  return formula.replace(/\b[A-Z]+\d+(?:,[A-Z]+\d+)+\b/g, (list) => {
    const areas: { top: number; left: number; bottom: number; right: number }[] = [];
    for (const { row, column } of list.split(",").flatMap((cell) => parseA1(cell) ?? [])) {
      const last = areas.at(-1);
      if (last && last.left === column && row === last.bottom + 1) last.bottom = row;
      else areas.push({ top: row, left: column, bottom: row, right: column });
    }
    return areas.map(areaToA1).join(",");
  });
}
