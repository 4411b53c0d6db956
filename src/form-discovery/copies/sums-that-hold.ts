/** Sums over lines or columns that hold in all copies: rules to be proposed. They never compute anything. */
import {
  createVocabulary,
  expandRule,
  inExpression,
  isRuleError,
  type Rule,
  type Vocabulary,
} from "../../rules";
import type { OwnCell, OwnTable } from "../../template/own-sheet";
import type { Form } from "../../template/template";
import type { Evidence } from "./evidence";

/** Figures of one table by line and column: one of each copy; null where nothing, or no number, is written. */
type Figures = readonly (readonly (readonly (number | null)[] | null)[])[];

/** Larger tables are not searched. */
const MOST_LINES = 150;
const MOST_COLUMNS = 40;
/** A relation that must be written out item by item is not proposed for more places than this. */
const MOST_WRITTEN_OUT = 30;
const SOURCE = "各份相符";

export function sumsThatHold(forms: readonly Form[], evidenceOf: (form: Form) => Evidence): Rule[] {
  const vocabulary = createVocabulary({ forms, lists: [] });
  return forms.flatMap((form) => {
    const evidence = evidenceOf(form);
    return form.own!.tables.flatMap((table) => [
      ...sums(form, table, "行", evidence, vocabulary),
      ...sums(form, table, "栏", evidence, vocabulary),
    ]);
  });
}

type Axis = "行" | "栏";

function sums(form: Form, table: OwnTable, axis: Axis, evidence: Evidence, vocabulary: Vocabulary): Rule[] {
  const lines = table.lines.map(({ key }) => key);
  const columns = table.columns.filter(({ role }) => role === "value").map(({ key }) => key);
  if (lines.length > MOST_LINES || columns.length > MOST_COLUMNS) return [];
  const cells = new Map(table.cells.map((cell) => [`${cell.line}\n${cell.in}`, cell]));
  const cellAt = (line: string, column: string): OwnCell | undefined => cells.get(`${line}\n${column}`);
  const [along, across] = axis === "行" ? [lines, columns] : [columns, lines];
  const cellOf = (one: string, other: string): OwnCell | undefined =>
    axis === "行" ? cellAt(one, other) : cellAt(other, one);
  const figures = along.map((one) => across.map((other) => figuresOf(cellOf(one, other), evidence)));
  const names = axis === "行" ? table.lines.map(({ code, key }) => code ?? key) : columns;
  return foundSums(figures).flatMap(({ total, parts }): Rule[] => {
    const cellsOf = (i: number): OwnCell[] => [total, ...parts].map((at) => cellOf(along[at]!, across[i]!)!);
    const places = across.flatMap((_, i) => (figures[total]![i] ? [cellsOf(i)] : []));
    const short = equation([total, ...parts].map((at) => `${names[at]}${axis}`));
    const relation = understoodAs(form, short, places, vocabulary);
    return relation === null ? [] : [ruleOf(form, relation)];
  });
}

function equation([total, ...parts]: readonly string[]): string {
  return `${total}=${parts.join("+")}`;
}

/** The short relation where it means exactly these cells; else all of them, where they are few. */
function understoodAs(
  form: Form,
  short: string,
  places: readonly (readonly OwnCell[])[],
  vocabulary: Vocabulary,
): string | null {
  const wanted = meaningIn(places.map((cells) => equation(cells.map(({ item }) => inExpression(item!)))));
  const isMeant = (relation: string): boolean => {
    const expanded = expandRule(ruleOf(form, relation), vocabulary);
    return (
      !isRuleError(expanded) && meaningIn(expanded.instances.map(({ rule }) => rule.relation)) === wanted
    );
  };
  if (isMeant(short)) return short;
  if (places.length > MOST_WRITTEN_OUT) return null;
  const long = places.map((cells) => equation(cells.map(withColumn))).join("；");
  return isMeant(long) ? long : null;
}

function meaningIn(relations: readonly string[]): string {
  return relations
    .map((relation) => relation.replace(/\s/g, ""))
    .sort()
    .join("\n");
}

/** `04[计划]`: `04` alone would be the line in all columns. */
function withColumn({ item, in: column }: OwnCell): string {
  return item!.includes("[") ? item! : `${item}[${column}]`;
}

function ruleOf({ id }: Form, relation: string): Rule {
  return {
    number: "",
    forms: [id],
    relation,
    class: "mustFix",
    missing: "allMissing",
    proposed: true,
    source: SOURCE,
  };
}

/** Null for a cell that is not added up. */
function figuresOf(cell: OwnCell | undefined, evidence: Evidence): readonly (number | null)[] | null {
  if (cell?.use !== "sum" || cell.item === undefined) return null;
  return evidence.at(cell.row, cell.column).map(({ cell: held }) => {
    if (held?.kind === "number") return Number(held.value);
    const text = held?.kind === "text" ? String(held.value).replace(/[\s,，]/g, "") : "";
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
  });
}

interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** A line that is the sum of those right below it, or right above it. */
function foundSums(figures: Figures): Sum[] {
  return figures.flatMap((_, total) => {
    const down = range(total + 1, figures.length);
    const up = range(0, total).reverse();
    const parts = runThatHolds(figures, total, down) ?? runThatHolds(figures, total, up);
    return parts === null ? [] : [{ total, parts: [...parts].sort((a, b) => a - b) }];
  });
}

function range(from: number, until: number): number[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, i) => from + i);
}

/** All of the neighbours where their sum holds, else the fewest of them. */
function runThatHolds(figures: Figures, total: number, neighbours: readonly number[]): number[] | null {
  let fewest: number[] | null = null;
  for (let length = 2; length <= neighbours.length; length++) {
    const parts = neighbours.slice(0, length);
    if (!isSum(figures, total, parts)) continue;
    fewest ??= parts;
    if (length === neighbours.length) return parts;
  }
  return fewest;
}

/** Holds everywhere, and in two copies at least, with two parts that are not zero, so that it is no accident. */
function isSum(figures: Figures, total: number, parts: readonly number[]): boolean {
  const witnesses = new Set<number>();
  const used = new Set<number>();
  for (const [i, sums] of figures[total]!.entries()) {
    if (sums === null) continue;
    if (parts.some((part) => figures[part]![i] === null)) return false;
    for (const [copy, sum] of sums.entries()) {
      const values = parts.map((part) => figures[part]![i]![copy] ?? null);
      if (sum === null && values.every((value) => value === null)) continue;
      const added = values.reduce<number>((all, value) => all + (value ?? 0), 0);
      if (Math.abs(added - (sum ?? 0)) > 1e-9 * Math.max(1, Math.abs(added))) return false;
      if (added !== 0) witnesses.add(copy);
      for (const [p, value] of values.entries()) if (value) used.add(p);
    }
  }
  return witnesses.size > 1 && used.size > 1;
}
