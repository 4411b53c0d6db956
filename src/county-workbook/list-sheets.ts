/** 明细: the units' lists joined. Personal lists and columns are left out. */
import type { Entry, ListReading, ListRow, Submission } from "../intake/submission";
import type { DetailList, ListColumn, Template } from "../template/template";
import { WORDS } from "../template/words";
import type { Consolidation } from "../consolidation/consolidation";
import type { RecordReferences } from "../rules";
import { absoluteReference, toA1 } from "../workbook/address";
import { LIMITS } from "../workbook/limits";
import { criterion } from "../workbook/criterion";
import type { CellStyle, FileSheetPlan, PlanCell } from "../workbook/plan";
import { headerText } from "../workbook/typed-text";
import type { Cell, CellValue, Sheet, Workbook } from "../workbook/workbook";
import type { CountyContext } from "./county-context";
import { shown } from "./data-sheet";
import { howManyRowsFit } from "./fit";
import type { MachineFacts } from "./machine-sheet";
import { rowsBelowHeads } from "./sheet-table";
import { planCell, SheetBuilder } from "../workbook/sheet-builder";
import { listSheetName } from "../county-layout/sheet-names";
import { listHeading } from "../template/sheet-name";
import { HEADER, NOTE, pages, TEXT, TITLE, valueStyle } from "../workbook/styles";

/** Title and note; below them a row for each column of choices, then the headings. */
const HEADS = 2;
const UNIT_WIDTH = 14;
const SOURCE_WIDTH = 24;
const DEFAULT_WIDTH = 14;

/** One sheet per list that may be shown, in the template's order. */
export function writeListSheets(context: CountyContext): FileSheetPlan[] {
  return context.consolidation.template.lists
    .filter((list) => !list.personal)
    .map((list) => listSheet(context, list));
}

/** Where the records of all units are; null for what is not shown, or more than a sheet takes. */
export function recordsOfLists({ template, submissions }: Consolidation): RecordReferences {
  const area = (id: string, columnOf: (list: DetailList) => number): string | null => {
    const list = template.lists.find((each) => each.id === id && !each.personal);
    if (!list) return null;
    const column = columnOf(list);
    const count = submissions.reduce(
      (sum, { unit, lists }) => sum + (unit ? (lists.get(id)?.rows.length ?? 0) : 0),
      0,
    );
    const top = headerRowOf(list) + 1;
    const bottom = top + count - 1;
    const isWhole = count > 0 && bottom < LIMITS.rows && column >= 0;
    return isWhole
      ? absoluteReference(listSheetName(list), { top, left: column, bottom, right: column })
      : null;
  };
  return {
    column: (id, name) =>
      area(id, (list) => {
        const at = shownColumns(list).findIndex((column) => column.name === name);
        return at < 0 ? -1 : 1 + at;
      }),
    count: (id) => {
      const units = area(id, () => 0);
      return units && `COUNTIF(${units},"?*")`;
    },
  };
}

function shownColumns({ columns }: DetailList): readonly ListColumn[] {
  return columns.filter((column) => !column.personal);
}

function chosenColumns(list: DetailList): readonly ListColumn[] {
  return shownColumns(list).filter((column) => choicesOf(column).length > 0);
}

/** Counted from 0. */
function headerRowOf(list: DetailList): number {
  return HEADS + chosenColumns(list).length;
}

function listSheet({ consolidation, say }: CountyContext, list: DetailList): FileSheetPlan {
  const { submissions } = consolidation;
  const name = listSheetName(list);
  const sheet = new SheetBuilder(name);
  const columns = shownColumns(list);
  const chosen = chosenColumns(list);
  const { count, choices } = countRecords(submissions, list, chosen);
  const headerRow = headerRowOf(list);
  const { shown: rows, note } = howManyRowsFit(count, headerRow, say);
  const hidden = columns.length < list.columns.length;
  sheet.put(0, 0, say("report.list.title", { list: listHeading(list), rows: count }), TITLE);
  sheet.put(1, 0, say(hidden ? "report.list.noteHidden" : "report.list.note") + note, NOTE);
  sheet.height(0, 28);
  chosen.forEach((column, i) => {
    const at = 1 + columns.indexOf(column);
    const records = { first: headerRow + 1, last: headerRow + count, column: at };
    const { formula, value } = countsOf({ count, choices: choices[i]! }, column, records, say);
    if (rows === count && count > 0) sheet.formula(HEADS + i, 0, formula, value, NOTE);
    else sheet.put(HEADS + i, 0, value, NOTE);
  });
  const heads = [say("report.head.unit"), ...columns.map((column) => column.name), say("report.head.source")];
  sheet.putRow(headerRow, 0, heads, HEADER);
  sheet.widths([UNIT_WIDTH, ...columns.map((column) => column.width ?? DEFAULT_WIDTH), SOURCE_WIDTH]);
  const top = headerRow + 1;
  const plan = sheet.build({
    freeze: { rows: top, columns: 1 },
    autoFilter: {
      top: headerRow,
      left: 0,
      bottom: headerRow + Math.max(1, rows),
      right: heads.length - 1,
    },
    print: pages(say("report.page", { sheet: headerText(name) }), {
      landscape: true,
      titleRows: { first: headerRow, last: headerRow },
    }),
  });
  return {
    ...plan,
    records: {
      top,
      count: rows,
      *rows() {
        let at = top;
        for (const joined of joinedRows(submissions, list)) {
          if (at === top + rows) return;
          yield cellsOf(joined, columns, at++);
        }
      },
    },
  };
}

function cellsOf({ unit, row, source }: JoinedRow, columns: readonly ListColumn[], at: number): PlanCell[] {
  return [
    planCell(at, 0, unit, TEXT),
    ...columns.map((column, c) => planCell(at, 1 + c, valueOf(row, column), styleOf(column))),
    planCell(at, 1 + columns.length, source, TEXT),
  ];
}

interface Counts {
  readonly count: number;
  /** How many records have each choice, in the order of the choices. */
  readonly choices: readonly number[];
}

/** All records of the units, and by column how many have each of its choices; they are never held together. */
function countRecords(
  submissions: readonly Submission[],
  list: DetailList,
  chosen: readonly ListColumn[],
): { readonly count: number; readonly choices: readonly (readonly number[])[] } {
  const known = chosen.map((column) => ({
    column,
    counts: new Map(choicesOf(column).map((each) => [each, 0])),
  }));
  let count = 0;
  for (const { row } of joinedRows(submissions, list)) {
    count++;
    for (const { column, counts } of known) {
      const choice = String(valueOf(row, column));
      const before = counts.get(choice);
      if (before !== undefined) counts.set(choice, before + 1);
    }
  }
  return {
    count,
    choices: known.map(({ column, counts }) => choicesOf(column).map((each) => counts.get(each)!)),
  };
}

function* joinedRows(submissions: readonly Submission[], list: DetailList): Generator<JoinedRow> {
  for (const submission of submissions) yield* rowsOf(submission, list);
}

function choicesOf({ kind, choices = [] }: ListColumn): readonly string[] {
  return kind === "yesNo" ? [WORDS.yes, WORDS.no] : kind === "choice" ? choices : [];
}

/** `按类别：宣讲 12 条，班会 8 条，其他或未填 1 条`, which counts the rows below it. */
function countsOf(
  { count: all, choices }: Counts,
  column: ListColumn,
  records: { readonly first: number; readonly last: number; readonly column: number },
  say: CountyContext["say"],
): { readonly formula: string; readonly value: string } {
  const { first, last, column: at } = records;
  const area = `${toA1(first, at)}:${toA1(last, at)}`;
  const counts = choicesOf(column).map((choice, i) => ({
    choice,
    count: choices[i]!,
    formula: `COUNTIF(${area},"${criterion(choice)}")`,
  }));
  const rest = {
    choice: say("report.list.otherChoice"),
    count: all - counts.reduce((sum, { count }) => sum + count, 0),
    formula: [
      `COUNTIF(${toA1(first, 0)}:${toA1(last, 0)},"?*")`,
      ...counts.map(({ formula }) => formula),
    ].join("-"),
  };
  const parts = [...counts, rest];
  const lead = say("report.list.by", { column: column.name });
  const unit = say("report.list.records");
  const comma = say("report.list.comma");
  const text = (choice: string, i: number): string => `${i === 0 ? lead : comma}${choice} `;
  return {
    formula: parts
      .map(
        ({ choice, formula }, i) =>
          `${quoted((i === 0 ? "" : unit) + text(choice, i))}&${bracketed(formula)}`,
      )
      .join("&")
      .concat(`&${quoted(unit)}`),
    value: parts.map(({ choice, count }, i) => `${text(choice, i)}${count}${unit}`).join(""),
  };
}

function bracketed(formula: string): string {
  return formula.includes("-") ? `(${formula})` : formula;
}

/** As a text in a formula. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

interface JoinedRow {
  readonly unit: string;
  readonly row: ListRow;
  /** `台上镇.xlsx 捐助 第7行`, without words: `台上镇.xlsx › 捐助 › 7`. */
  readonly source: string;
}

function rowsOf({ unit, file, lists }: Submission, list: DetailList): JoinedRow[] {
  const reading = lists.get(list.id);
  if (!unit || !reading) return [];
  return reading.rows.map((row) => ({
    unit: unit.name,
    row,
    source: [file, reading.sheet, String(row.row + 1)].filter(Boolean).join(" › "),
  }));
}

/** What could not be read is written as its text: nothing is lost. */
function valueOf(row: ListRow, column: ListColumn): PlanCell["value"] {
  const entry = row.cells.get(column.name);
  if (!entry) return null;
  return entry.value === null ? entry.raw || null : shown(entry.value);
}

function styleOf({ kind }: ListColumn): CellStyle {
  if (kind === "date") return valueStyle("yyyy-mm-dd");
  if (kind === "amount") return valueStyle("#,##0");
  if (kind === "whole") return valueStyle("0");
  if (kind === "decimal") return valueStyle("General");
  return valueStyle(kind === "text" ? "@" : "General");
}

/** By unit and list id. `lost`: sheets that are gone, or no longer have their heads. */
export interface ListsRead {
  readonly byUnit: ReadonlyMap<string, ReadonlyMap<string, ListReading>>;
  readonly lost: readonly string[];
}

export function readListSheets(workbook: Workbook, template: Template, facts: MachineFacts): ListsRead {
  const byUnit = new Map<string, Map<string, ListReading>>();
  const lost: string[] = [];
  for (const list of template.lists.filter((each) => !each.personal)) {
    const name = listSheetName(list);
    const sheet = workbook.sheets.find((each) => each.name === name);
    const rows = sheet && rowsRead(sheet, list, facts);
    if (!rows) lost.push(name);
    for (const { unit, sheet: from, row } of rows ?? []) {
      const own = byUnit.get(unit) ?? new Map<string, ListReading>();
      const reading = own.get(list.id);
      own.set(list.id, { list: list.id, sheet: from, rows: [...(reading?.rows ?? []), row] });
      byUnit.set(unit, own);
    }
  }
  return { byUnit, lost };
}

interface RowRead {
  readonly unit: string;
  readonly sheet: string;
  readonly row: ListRow;
}

function rowsRead(sheet: Sheet, list: DetailList, facts: MachineFacts): RowRead[] | null {
  const columns = list.columns.filter((column) => !column.personal);
  const names = columns.map(({ name }) => name);
  const rows = rowsBelowHeads(sheet, (cells) => columnsIn(cells, facts), [UNIT, SOURCE, ...names]);
  return (
    rows &&
    rows.flatMap(({ row: at, value, text }) => {
      const unit = text(UNIT);
      if (unit === "") return [];
      const source = sourceFrom(text(SOURCE));
      const cells = columns.flatMap((column, c): [string, Entry][] => {
        const own = value(column.name);
        return own === null ? [] : [[column.name, entryRead(own, column, c, source)]];
      });
      return [{ unit, sheet: source.sheet, row: { row: source.row, at, cells: new Map(cells) } }];
    })
  );
}

/** Keys of our own two columns; those of the list have their names. */
const [UNIT, SOURCE] = ["#unit", "#source"] as const;

/** A list may have a column with the name of one of ours, which are the first and the last. */
function columnsIn(cells: readonly Cell[], facts: MachineFacts): Map<string, number> {
  const unit = cells.find(({ value }) => value === facts.get("unitLabel"));
  const source = cells.findLast(({ value }) => value === facts.get("listSourceLabel"));
  if (!unit || !source) return new Map();
  const own = cells.filter(({ column }) => column !== unit.column && column !== source.column);
  return new Map([
    ...own.map(({ value, column }) => [String(value), column] as const),
    [UNIT, unit.column],
    [SOURCE, source.column],
  ]);
}

interface Source {
  readonly file: string | null;
  readonly sheet: string;
  /** Counted from 0. */
  readonly row: number;
}

/** `台上镇.xlsx › L2捐助 › 7`; without a file where the open workbook was read. */
function sourceFrom(text: string): Source {
  const parts = text.split(" › ");
  const row = Number(parts.at(-1));
  return {
    file: parts.length > 2 ? parts.slice(0, -2).join(" › ") : null,
    sheet: parts.at(-2) ?? "",
    row: Number.isInteger(row) && row > 0 ? row - 1 : 0,
  };
}

/** The column of the unit's own sheet is not known; rows are distinguished, which is enough to find them. */
function entryRead(
  value: CellValue,
  { kind }: ListColumn,
  column: number,
  { file, sheet, row }: Source,
): Entry {
  const isNumber = kind === "date" || kind === "whole" || kind === "decimal" || kind === "amount";
  const read =
    kind === "yesNo" && (value === WORDS.yes || value === WORDS.no)
      ? value === WORDS.yes
      : isNumber && typeof value !== "number"
        ? null
        : value;
  return {
    raw: String(value ?? ""),
    value: read,
    state: read === null ? "refused" : "filled",
    approximate: false,
    steps: [],
    place: { file, sheet, cell: toA1(row, column) },
  };
}
