/** 合计审核: whether the rules of an office's own forms hold for the totals, as formulas over the totals' cells. */
import type { FormPlaces } from "../county-layout/form-places";
import { SHEETS } from "../county-layout/sheet-names";
import { readingNames } from "../validation/relation-text";
import {
  createVocabulary,
  evaluateRule,
  expandRule,
  isRuleError,
  toSheetRelation,
  type CellReferences,
  type CompiledRule,
  type Facts,
  type RuleResult,
  type Vocabulary,
} from "../rules";
import { indexTemplate } from "../template/template-index";
import type { CellStyle, SheetPlan } from "../workbook/plan";
import { figureFormat } from "../workbook/figure-format";
import { SheetBuilder } from "../workbook/sheet-builder";
import { CENTERED, HEADER, NOTE_WRAPPED, pages, TITLE, valueStyle, WRAPPED } from "../workbook/styles";
import type { CountyContext } from "./county-context";

const HEADER_ROW = 2;
const COLUMNS = [
  ["rule", 9],
  ["relation", 60],
  ["leftSide", 14],
  ["rightSide", 14],
  ["difference", 12],
  ["holds", 7],
] as const;
/** More would not be read by a person, and each is a row of formulas. */
const MOST_ROWS = 3000;
const SHOWN = { passed: "✓", failed: "✗", skipped: null } as const;
const figureStyle = (value: unknown): CellStyle => valueStyle(figureFormat(value));

interface CheckRow {
  readonly number: string;
  readonly text: string;
  readonly formulas: RelationFormulas;
  readonly result: RuleResult;
}

/** Null where no rule can be asked of the totals. */
export function checksSheet(context: CountyContext, places: FormPlaces): SheetPlan | null {
  const { say } = context;
  const rows = rowsOf(context, places);
  if (rows.length === 0) return null;
  const sheet = new SheetBuilder(SHEETS.checks);
  sheet.put(0, 0, say("report.checks.title"), TITLE);
  sheet.height(0, 28);
  const left = rows.length - MOST_ROWS;
  const note = `${say("report.checks.note")}${left > 0 ? say("report.checks.more", { count: left }) : ""}`;
  sheet.merge({ top: 1, left: 0, bottom: 1, right: COLUMNS.length - 1 }, note, NOTE_WRAPPED);
  sheet.height(1, 32);
  COLUMNS.forEach(([key], column) => sheet.put(HEADER_ROW, column, say(`report.head.${key}`), HEADER));
  rows.slice(0, MOST_ROWS).forEach((row, i) => putRow(sheet, HEADER_ROW + 1 + i, row));
  sheet.widths(COLUMNS.map(([, width]) => width));
  return sheet.build({
    freeze: { rows: HEADER_ROW + 1, columns: 1 },
    print: pages(say("report.page", { sheet: SHEETS.checks }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
}

function putRow(sheet: SheetBuilder, row: number, { number, text, formulas, result }: CheckRow): void {
  const [left, right] = [numberOf(result.left), numberOf(result.right)];
  sheet.put(row, 0, number, CENTERED);
  sheet.put(row, 1, text, WRAPPED);
  const holds = holdsFormula(formulas, row + 1);
  if (formulas.sides) {
    sheet.formula(row, 2, formulas.sides.left, left, figureStyle(left));
    sheet.formula(row, 3, formulas.sides.right, right, figureStyle(right));
    const difference = left === null || right === null ? null : Number((left - right).toFixed(6));
    sheet.formula(row, 4, `ROUND(C${row + 1}-D${row + 1},6)`, difference, figureStyle(difference));
  } else for (const column of [2, 3, 4]) sheet.put(row, column, null, figureStyle(null));
  sheet.formula(row, 5, holds, SHOWN[result.outcome], CENTERED);
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

interface RelationFormulas {
  readonly sides: { readonly left: string; readonly right: string; readonly sign: string } | null;
  readonly whole: string;
  readonly tolerance: number;
}

/** Sides are equal where they differ by no more than the tolerance; the sixth decimal is noise. */
function holdsFormula({ sides, whole, tolerance }: RelationFormulas, row: number): string {
  const by = `E${row}`;
  const tests: Readonly<Record<string, string>> = {
    "=": `ABS(${by})<=${tolerance}`,
    "<>": `ABS(${by})>${tolerance}`,
    "<=": `${by}<=${tolerance}`,
    ">=": `${by}>=${-tolerance || 0}`,
    "<": `${by}<${-tolerance || 0}`,
    ">": `${by}>${tolerance}`,
  };
  return `IF(${sides ? tests[sides.sign]! : whole},"${SHOWN.passed}","${SHOWN.failed}")`;
}

function rowsOf(context: CountyContext, places: FormPlaces): CheckRow[] {
  const { template, totals } = context.consolidation;
  const own = new Set(
    template.forms.flatMap(({ layout, indicators }) =>
      layout === "own" ? indicators.filter(({ kind }) => kind !== "text").map(({ code }) => code) : [],
    ),
  );
  if (own.size === 0) return [];
  const vocabulary = createVocabulary(template);
  const index = indexTemplate(template);
  const facts: Facts = {
    current: (code) => totals.get(code)?.value ?? null,
    lastYear: () => null,
    rows: () => null,
  };
  const has = (code: string): boolean =>
    own.has(code) && index.indicators.get(code)?.indicator.aggregation !== "text";
  return template.rules.flatMap((rule): CheckRow[] => {
    const expanded = expandRule(rule, vocabulary);
    if (isRuleError(expanded)) return [];
    return expanded.instances.flatMap((instance): CheckRow[] => {
      const { codes, lastYearCodes, lists } = instance;
      const isOfTotals = instance.addsUp && lists.length + lastYearCodes.length === 0 && codes.every(has);
      const isAsked = isOfTotals && codes.some((code) => facts.current(code) !== null);
      const formulas = isAsked ? formulasOf(instance, vocabulary, places, facts) : null;
      if (formulas === null) return [];
      const { whole } = instance.read(readingNames(index, codes[0] ?? null));
      return [{ number: rule.number, text: whole, formulas, result: evaluateRule(instance, facts) }];
    });
  });
}

/** Null where the relation has no formula of Excel. */
function formulasOf(
  { rule: { relation, tolerance = 0 } }: CompiledRule,
  vocabulary: Vocabulary,
  places: FormPlaces,
  facts: Facts,
): RelationFormulas | null {
  const refer: CellReferences = {
    // A total that no unit reported is an empty text, which arithmetic refuses and SUM passes over.
    current: (code) => {
      const cell = places.total(code, SHEETS.checks);
      return facts.current(code) === null ? `SUM(${cell})` : cell;
    },
    lastYear: (code) => code,
  };
  const written = toSheetRelation(relation, vocabulary, refer);
  if (isRuleError(written)) return null;
  return "whole" in written
    ? { sides: null, whole: written.whole, tolerance }
    : { sides: written, whole: "", tolerance };
}
