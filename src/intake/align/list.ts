/** A detail list: columns by their heads, records from there down to the last one that holds anything. */
import type { Cell } from "../../workbook/workbook";
import type { DetailList } from "../../template/template";
import type { Finding } from "../finding";
import { MASKED, shapeFinding } from "../findings";
import { carries, place, textAt, type Grid } from "../grid";
import { compact, rawText } from "../normalise/clean";
import { isMarkRow } from "../columns";
import type { Entry, ListReading, ListRow, OffTemplate } from "../submission";
import type { ListTarget } from "../template-words";
import type { AlignContext, Remains } from "./context";
import { readEntry } from "./entry";
import { FOOT } from "./extra-rows";
import { findHead, type Head } from "./list-head";
import { strayCells } from "./form";
import { rowTexts } from "./form-columns";
import { hiddenFindings } from "./hidden";
import { specOf } from "./list-specs";
import { isRescaled } from "./measures";
import { mergedEntries } from "./merged";
import { ownTotals } from "./own-totals";
import { isStruckRow, struckRow } from "./seen";

export interface AlignedList extends Remains {
  /** Null where no head was found. */
  readonly reading: ListReading | null;
}

export function alignList(
  grid: Grid,
  target: ListTarget,
  issued: boolean,
  context: AlignContext,
): AlignedList {
  const head = findHead(grid, target);
  if (!head) return { reading: null, offTemplate: [], findings: [] };
  const { list } = target;
  const frame = frameRows(grid, head);
  const fields = new Set(head.at.values());
  const candidates = frame.filter((row) => isRecord(grid, row, fields));
  const struck = candidates.filter((row) => isStruckRow(grid, row, fields));
  const totals = ownTotals(grid, list, head.at, candidates);
  const rows = candidates.filter((row) => !totals.has(row) && !struck.includes(row));
  const read = rows.map((row) => readRow(grid, row, list, head, context));
  const columns = [...head.at.values()];
  const isStray = ({ column }: Cell): boolean => !fields.has(column) && column !== head.ordinal;
  return {
    reading: { list: list.id, sheet: grid.sheet.name, rows: read.map(({ row }) => row) },
    offTemplate: [
      ...struck.flatMap((row) =>
        masked(
          list,
          strayCells(grid, row, ({ column }) => fields.has(column)),
        ),
      ),
      ...[...totals.keys()].flatMap((row) =>
        masked(
          list,
          strayCells(grid, row, (cell) => cell.column !== head.ordinal || cell.kind === "text"),
        ),
      ),
      ...frame
        .filter((row) => !totals.has(row))
        .flatMap((row) => masked(list, strayCells(grid, row, isStray))),
    ],
    findings: [
      ...headFindings(grid, target, head, issued),
      ...struck.map((row) => struckRow(grid, row, fields)),
      ...[...totals].map(([row, column]) => totalFinding(grid, list, row, column)),
      ...read.flatMap(({ findings }) => findings),
      ...overflow(grid, head, rows),
      ...mergedEntries(grid, rows, columns),
      ...hiddenFindings(grid, rows, columns),
    ],
  };
}

/** Rows below the head that hold something, down to the foot; 栏次 and repeated heads are none. */
function frameRows(grid: Grid, head: Head): number[] {
  const rows: number[] = [];
  for (const [row, cells] of grid.rows) {
    if (row <= head.row) continue;
    const first = cells.find(carries);
    if (first && FOOT.test(rawText(first).trim())) break;
    if (rows.length === 0 && isMarkRow(rowTexts(grid, row))) continue;
    if (!isHeadAgain(grid, row, head)) rows.push(row);
  }
  return rows;
}

/** A column of the list holds something. */
function isRecord(grid: Grid, row: number, fields: ReadonlySet<number>): boolean {
  return grid.rows.get(row)!.some((cell) => fields.has(cell.column) && carries(cell));
}

function isHeadAgain(grid: Grid, row: number, head: Head): boolean {
  return [...head.at.values()].every(
    (column) => textAt(grid, row, column) === textAt(grid, head.row, column),
  );
}

function readRow(
  grid: Grid,
  row: number,
  list: DetailList,
  head: Head,
  { settings }: AlignContext,
): { row: ListRow; findings: readonly Finding[] } {
  const cells = new Map<string, Entry>();
  const findings: Finding[] = [];
  for (const column of list.columns) {
    const at = head.at.get(column.name);
    if (at === undefined) continue;
    const subject = { indicator: null, name: column.name, personal: column.personal || list.personal };
    const read = readEntry(grid, row, at, specOf(column), subject, settings);
    cells.set(column.name, read.entry);
    findings.push(...read.findings);
  }
  return { row: { row, cells }, findings };
}

/** What a personal list holds is never shown anywhere, not even as out of place. */
function masked(list: DetailList, cells: readonly OffTemplate[]): OffTemplate[] {
  const personal = list.personal || list.columns.some((column) => column.personal);
  return cells.map((cell) => (personal ? { ...cell, raw: MASKED } : cell));
}

/** D20 and D22 for a list's head. */
function headFindings(grid: Grid, { list }: ListTarget, head: Head, issued: boolean): Finding[] {
  const findings: Finding[] = [];
  for (const column of list.columns) {
    const at = head.at.get(column.name);
    if (at === undefined) {
      if (!column.required && !issued) continue;
      findings.push(
        shapeFinding("D20", "mustFix", place(grid, head.row, 0), {
          variant: "missing",
          heading: column.name,
        }),
      );
      continue;
    }
    const found = textAt(grid, head.row, at);
    if (found === column.name || (column.kind === "amount" && found === `${column.name}（元）`)) continue;
    const { measure } = specOf(column);
    const counted = /\(([^()]*)\)$/.exec(compact(found))?.[1] ?? "";
    if (isRescaled(counted, measure)) {
      const changed = { variant: "heading", name: column.name, found: counted, expected: measure };
      findings.push(shapeFinding("D34", "explain", place(grid, head.row, at), changed));
      continue;
    }
    const params = { variant: "label", found: found.replace(/\s*\n\s*/g, " "), expected: column.name };
    findings.push(shapeFinding("D22", "note", place(grid, head.row, at), params));
  }
  return [...findings, ...strangeHeads(grid, list, head), ...moved(grid, list, head)];
}

/** A heading that the list does not have, between its own. */
function strangeHeads(grid: Grid, list: DetailList, head: Head): Finding[] {
  const known = new Set(head.at.values());
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return grid.rows
    .get(head.row)!
    .filter(
      (cell) =>
        !known.has(cell.column) && cell.column !== head.ordinal && cell.column > first && cell.column < last,
    )
    .filter((cell) => carries(cell) && list.columns.length > 0)
    .map((cell) =>
      shapeFinding("D20", "note", place(grid, head.row, cell.column), {
        variant: "inserted",
        heading: compact(rawText(cell)),
      }),
    );
}

/** The first column that stands before one that the template puts ahead of it. */
function moved(grid: Grid, list: DetailList, head: Head): Finding[] {
  const present = list.columns.flatMap(({ name }) =>
    head.at.has(name) ? [{ name, at: head.at.get(name)! }] : [],
  );
  const late = present.find(({ at }, i) => present.slice(0, i).some((before) => before.at > at));
  if (!late) return [];
  return [
    shapeFinding("D20", "note", place(grid, head.row, late.at), { variant: "moved", heading: late.name }),
  ];
}

/** D27: counted again, a total would double everything. */
function totalFinding(grid: Grid, list: DetailList, row: number, column: number): Finding {
  const raw = list.personal ? MASKED : textAt(grid, row, column);
  return shapeFinding("D27", "mustFix", place(grid, row, column), { raw });
}

/** D30: records below the last numbered row of the frame. */
function overflow(grid: Grid, head: Head, rows: readonly number[]): Finding[] {
  const { ordinal } = head;
  if (ordinal === null) return [];
  const numbered = [...grid.rows.keys()].filter(
    (row) => row > head.row && /^\d+$/.test(textAt(grid, row, ordinal)),
  );
  const end = Math.max(...numbered, -1);
  const beyond = rows.filter((row) => row > end);
  if (end < 0 || beyond.length === 0) return [];
  const where = place(grid, beyond[0]!, Math.min(...head.at.values()));
  return [shapeFinding("D30", "explain", where, { variant: "overflow", count: beyond.length })];
}
