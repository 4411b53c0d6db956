/** Reads 指标 as a person left it: forms, and the lines of each in the order of the rows. */
import type { Sheet } from "../../workbook/workbook";
import {
  canAggregate,
  isNumber,
  isUsuallyCarried,
  isUsuallyRequired,
  kindOf,
  usualAggregation,
  usualFloor,
} from "../defaults";
import type { Aggregation, Form, Indicator, IndicatorKind } from "../template";
import { AGGREGATIONS, FORM_LAYOUTS, INDICATOR_KINDS, joinWords, NO_LIMIT, splitWords } from "./fields";
import { HEAD, INDICATOR_TABLE } from "./indicators-sheet";
import { LINE_CODE } from "../line-code";
import { canBeSheet, sheetKey } from "./sheet-names";
import { Problems } from "./problem";
import { countyFormSheet } from "../sheet-name";
import { readTable } from "./table";
import type { TableRow } from "./table-row";
import { once } from "./units-sheet";
import { fold } from "../../workbook/fold";

type FormDraft = Omit<Form, "indicators"> & { readonly indicators: Indicator[]; readonly row: TableRow };

/** A line and the row that it is in, for what is asked of it once all lines are known. */
export interface LineRow {
  readonly line: Indicator;
  readonly row: TableRow;
}

export interface ReadIndicators {
  readonly forms: readonly Form[];
  readonly lines: readonly LineRow[];
  /** Where the name of each form's sheet stands, by {@link sheetKey}. */
  readonly sheets: ReadonlyMap<string, string>;
  /** The row of the first cover; null where there is none. */
  readonly cover: { readonly form: Form; readonly row: TableRow } | null;
}

/** Is any of the forms one of ours, not an office's own sheet? */
export function hasOurForms(sheet: Sheet): boolean {
  const forms = (readTable(sheet, INDICATOR_TABLE, new Problems()) ?? []).filter(isForm);
  return forms.some((row) => row.text(HEAD.kind) !== FORM_LAYOUTS.own);
}

/**
 * A line belongs to the form that its row names; where it names none, to the form whose code begins its own. Null
 * where the table itself cannot be read.
 */
export function readIndicators(sheet: Sheet, problems: Problems): ReadIndicators | null {
  const rows = readTable(sheet, INDICATOR_TABLE, problems);
  if (rows === null) return null;
  const forms = readForms(rows.filter(isForm));
  const lines: LineRow[] = [];
  const seen = new Map<string, string>();
  for (const row of rows.filter((each) => !isForm(each))) {
    const isOwn = forms.find(({ id }) => id === row.text(HEAD.form))?.layout === "own";
    const code = isOwn ? row.needed(HEAD.code) : codeIn(row);
    const form = formOf(row, code, forms);
    const line = readLine(row, code, form);
    if (line === null) continue;
    const first = seen.get(code);
    if (first !== undefined) row.problem("twice", HEAD.code, { found: code, first });
    else seen.set(code, row.address(HEAD.code));
    form?.indicators.push(line);
    lines.push({ line, row });
  }
  const cover = forms.find((form) => form.layout === "cover");
  const wantsCover = forms.some((form) => form.layout !== "own");
  if (!cover && wantsCover) problems.add({ code: "withoutCover", sheet: sheet.name, cell: null, params: {} });
  return {
    forms: forms.map(finished),
    lines,
    sheets: new Map(forms.map(({ id, row }) => [sheetKey(id), `${row.sheet}!${row.address(HEAD.form)}`])),
    cover: cover ? { form: cover, row: cover.row } : null,
  };
}

function finished({ row, ...form }: FormDraft): Form {
  if (form.indicators.length === 0 && form.layout !== "own")
    row.problem("withoutLines", HEAD.form, { found: form.id });
  return form;
}

function isForm(row: TableRow): boolean {
  return (Object.values(FORM_LAYOUTS) as string[]).includes(row.text(HEAD.kind));
}

function readForms(rows: readonly TableRow[]): FormDraft[] {
  const forms: FormDraft[] = [];
  const countySheets = new Map<string, string>();
  for (const row of rows) {
    const id = row.needed(HEAD.form);
    const first = forms.find((form) => sheetKey(form.id) === sheetKey(id));
    if (first) row.problem("twice", HEAD.form, { found: id, first: first.row.address(HEAD.form) });
    if (id === "" || first) continue;
    const layout = row.choice(HEAD.kind, FORM_LAYOUTS) ?? "table";
    if (layout !== "own" && !canBeSheet(id)) row.problem("badName", HEAD.form, { found: id });
    const notes = row.text(HEAD.guidance).split("\n");
    const code = padded(row.text(HEAD.code), 2) || (layout === "own" ? "" : id.slice(-2));
    const title = row.needed(HEAD.name);
    if (title !== "" && layout !== "own")
      once(countySheets, sheetKey(countyFormSheet({ code, title })), row, HEAD.name);
    forms.push({
      id,
      code,
      title,
      fills: row.kinds(HEAD.fills) ?? ["T", "D", "H"],
      layout,
      notes: notes.map((note) => note.trim()).filter((note) => note !== ""),
      indicators: [],
      row,
    });
  }
  return forms;
}

/** Excel takes the zeros from 0121 when it is typed into a cell that is no text. */
function padded(code: string, digits: number): string {
  return /^\d+$/.test(code) ? code.padStart(digits, "0") : code;
}

function codeIn(row: TableRow): string {
  const code = padded(fold(row.needed(HEAD.code)), 4);
  if (code === "" || LINE_CODE.test(code)) return code;
  row.problem("badCode", HEAD.code, { found: code });
  return "";
}

function formOf(row: TableRow, code: string, forms: readonly FormDraft[]): FormDraft | undefined {
  const id = row.text(HEAD.form);
  const named = forms.find((form) => form.id === id);
  if (named) return named;
  const own = id === "" ? forms.find((form) => form.code !== "" && code.startsWith(form.code)) : undefined;
  if (!own && id + code !== "") row.problem("unknownForm", HEAD.form, { found: id || code });
  return own;
}

function readLine(row: TableRow, code: string, form: FormDraft | undefined): Indicator | null {
  const name = row.needed(HEAD.name);
  // A line without a name is kept all the same: no problem for every rule that speaks of what is not there.
  if (code === "") return null;
  const measure = row.text(HEAD.measure);
  const formula = row.optional(HEAD.formula);
  const written = row.choice(HEAD.kind, INDICATOR_KINDS);
  const chosen = row.choice(HEAD.aggregation, AGGREGATIONS);
  const onCover = form?.layout === "cover";
  const kind =
    written ?? kindOf({ name, measure, formula }, chosen ?? usualAggregation(undefined, formula), onCover);
  const aggregation = chosen ?? (onCover ? "text" : usualAggregation(kind, formula));
  checkFormula(row, aggregation, formula);
  checkAggregation(row, kind, aggregation);
  return {
    code,
    name,
    measure,
    kind,
    fills: row.kinds(HEAD.fills) ?? form?.fills ?? ["T", "D", "H"],
    aggregation,
    ...defined({ formula }),
    required: row.yesNo(HEAD.required) ?? isUsuallyRequired(kind, formula),
    ...limits(row, kind, measure),
    indent: row.count(HEAD.indent) ?? 0,
    carried: row.yesNo(HEAD.carried) ?? isUsuallyCarried(kind),
    ...defined({
      continuous: row.yesNo(HEAD.continuous) || undefined,
      key: row.yesNo(HEAD.key) || undefined,
      headline: row.yesNo(HEAD.headline) || undefined,
      sessions: codeRef(row, HEAD.sessions),
      recipients: codeRef(row, HEAD.recipients),
      guidance: row.optional(HEAD.guidance),
    }),
  };
}

function codeRef(row: TableRow, heading: string): string | undefined {
  const text = row.optional(heading);
  return text === undefined ? undefined : padded(fold(text), 4);
}

function checkFormula(row: TableRow, aggregation: Aggregation, formula: string | undefined): void {
  const computes = aggregation === "ratio" || aggregation === "computed";
  if (computes && formula === undefined) row.problem("formulaMissing", HEAD.formula);
}

function checkAggregation(row: TableRow, kind: IndicatorKind, aggregation: Aggregation): void {
  if (canAggregate(kind, aggregation)) return;
  const allowed = (Object.keys(AGGREGATIONS) as Aggregation[]).filter((each) => canAggregate(kind, each));
  row.problem("badAggregation", HEAD.aggregation, {
    kind: INDICATOR_KINDS[kind],
    found: AGGREGATIONS[aggregation],
    choices: joinWords(allowed.map((each) => AGGREGATIONS[each])),
  });
}

function limits(row: TableRow, kind: IndicatorKind, measure: string): Partial<Indicator> {
  const min = limit(row, HEAD.min, isNumber(kind) ? 0 : undefined);
  const max = row.number(HEAD.max);
  if (min !== undefined && max !== undefined && min > max) row.problem("minAboveMax", HEAD.max, { min, max });
  const choices = splitWords(row.text(HEAD.choices));
  if (kind === "choice" && choices.length === 0) row.problem("choicesMissing", HEAD.choices);
  return defined({
    min,
    max,
    choices: choices.length === 0 ? undefined : choices,
    floor: limit(row, HEAD.floor, usualFloor(kind, measure)),
  });
}

/** Blank is what is usual, 不限 is none. */
function limit(row: TableRow, heading: string, usual: number | undefined): number | undefined {
  const text = row.text(heading);
  if (text === "") return usual;
  return text === NO_LIMIT ? undefined : row.number(heading);
}

/** Without what is undefined, so that a model read is equal to the model written. */
export function defined<T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: NonNullable<T[K]> };
}
