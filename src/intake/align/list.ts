/** A detail list: columns by their heads, records from there down to the last one that holds anything. */
import type { Cell } from "../../workbook/workbook";
import type { DetailList } from "../../template/template";
import type { Finding } from "../../findings/finding";
import { MASKED, shapeFinding } from "../findings";
import { at, carries, place, textAt, type Grid } from "../grid";
import { inOneLine } from "../labels";
import { compact, rawText } from "../normalise/clean";
import { isColumnNumberRow } from "../columns";
import type { Entry, ListReading, ListRow, OffTemplate } from "../submission";
import type { ListTarget } from "../template-vocabulary";
import type { AlignContext, Remains } from "./context";
import { readEntry } from "./entry";
import { FOOT, offTemplate, outsideFinding } from "./extra-rows";
import { findHeads, type Head } from "./list-head";
import { allFigures, isFigure, isYear, uncaptionedFigures } from "./figures";
import { besideFinding, headFigure, insertedColumn } from "./strange-columns";
import { titleAbove } from "./titles";
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
  const { list } = target;
  const heads = findHeads(grid, target);
  if (heads.length === 0) {
    const figures = allFigures(grid).map((cell) => offTemplate(grid, cell));
    return { reading: null, offTemplate: masked(list, figures), findings: [] };
  }
  const frames = framesOf(grid, heads);
  const parts = frames.flatMap((frame) =>
    frame.heads.map((head) => readPart(grid, list, head, frame, context)),
  );
  const ordinals = new Set(heads.map(({ ordinal }) => ordinal));
  const within = new Set(frames.flatMap(({ head, rows }) => [...head, ...rows]));
  const isOutside = (cell: Cell): boolean =>
    !ordinals.has(cell.column) && (cell.row > heads[0]!.row || !isYear(cell));
  const outside = [...grid.rows].flatMap(([row, cells]) =>
    within.has(row) ? [] : uncaptionedFigures(cells).filter(isOutside),
  );
  return {
    reading: { list: list.id, sheet: grid.sheet.name, rows: parts.flatMap(({ rows }) => rows) },
    offTemplate: masked(list, [
      ...strangeHeadings(grid, heads),
      ...parts.flatMap((part) => part.offTemplate),
      ...outside.map((cell) => offTemplate(grid, cell)),
    ]),
    findings: [
      ...headFindings(grid, target, heads[0]!, issued),
      ...parts.flatMap(({ findings }) => findings),
      ...outsideFinding(grid, outside),
    ],
  };
}

/** Records under a head, or under several side by side. */
interface Frame {
  readonly heads: readonly Head[];
  /** The rows of the head, and of the title repeated above it. */
  readonly head: readonly number[];
  readonly rows: readonly number[];
}

function framesOf(grid: Grid, heads: readonly Head[]): Frame[] {
  const rows = [...new Set(heads.map(({ row }) => row))];
  const tops = rows.map((row) => heads.find((head) => head.row === row)!.top);
  const begins = tops.map((top, i) => (i === 0 ? top : titleAbove(grid, top, rows[i - 1]!)));
  return rows.map((row, i) => ({
    heads: heads.filter((head) => head.row === row),
    head: [...grid.rows.keys()].filter((each) => each >= begins[i]! && each <= row),
    rows: frameRows(
      grid,
      heads.filter((head) => head.row === row),
      begins[i + 1] ?? Infinity,
    ),
  }));
}

/** Rows below the head that hold something, down to the foot or to where the next head begins; 栏次 is none. */
function frameRows(grid: Grid, heads: readonly Head[], until: number): number[] {
  const rows: number[] = [];
  for (const [row, cells] of grid.rows) {
    if (row <= heads[0]!.row) continue;
    if (row >= until) break;
    const first = cells.find(carries);
    if (first && FOOT.test(rawText(first).trim())) break;
    if (rows.length === 0 && isColumnNumberRow(rowTexts(grid, row))) continue;
    rows.push(row);
  }
  return rows;
}

interface Part extends Remains {
  readonly rows: readonly ListRow[];
}

function readPart(grid: Grid, list: DetailList, head: Head, frame: Frame, context: AlignContext): Part {
  const fields = new Set(head.at.values());
  const candidates = frame.rows.filter((row) => isRecord(grid, row, fields));
  const totals = ownTotals(grid, list, head.at, candidates);
  const struck = candidates.filter((row) => isStruckRow(grid, row, fields));
  const rows = candidates.filter((row) => !totals.has(row) && !struck.includes(row));
  const read = rows.map((row) => readRow(grid, row, list, head, context));
  const columns = [...head.at.values()];
  const known = new Set([...fields, ...frame.heads.flatMap(({ at, ordinal }) => [...at.values(), ordinal])]);
  const isFirst = frame.heads[0] === head;
  const stray = isFirst
    ? frame.rows.filter((row) => !totals.has(row)).flatMap((row) => strays(grid, row, known))
    : [];
  return {
    rows: read.map(({ row }) => row),
    offTemplate: [
      ...struck.flatMap((row) => strayCells(grid, row, ({ column }) => fields.has(column))),
      ...[...totals.keys()].flatMap((row) =>
        strayCells(grid, row, (cell) => cell.column !== head.ordinal || cell.kind === "text"),
      ),
      ...stray.map((cell) => offTemplate(grid, cell)),
    ],
    findings: [
      ...struck.map((row) => struckRow(grid, row, fields)),
      ...[...totals].map(([row, column]) => totalFinding(grid, list, row, column)),
      ...read.flatMap(({ findings }) => findings),
      ...overflow(grid, head, rows, frame.rows),
      ...mergedEntries(grid, rows, columns),
      ...hiddenFindings(grid, rows, columns),
      ...(isFirst ? strangeFigures(grid, head, known, stray) : []),
    ],
  };
}

function strays(grid: Grid, row: number, known: ReadonlySet<number | null>): Cell[] {
  return grid.rows.get(row)!.filter((cell) => carries(cell) && !known.has(cell.column));
}

function strangeHeadings(grid: Grid, heads: readonly Head[]): OffTemplate[] {
  return heads.flatMap(({ strange }) =>
    strange.flatMap(({ row, column }) => {
      const cell = at(grid, row, column);
      return cell && carries(cell) ? [offTemplate(grid, cell)] : [];
    }),
  );
}

/** D20: columns of the unit's own, and figures beside the list under no heading. */
function strangeFigures(
  grid: Grid,
  head: Head,
  known: ReadonlySet<number | null>,
  stray: readonly Cell[],
): Finding[] {
  const fields = [...head.at.values()];
  const isAmong = (column: number): boolean => column > Math.min(...fields) && column < Math.max(...fields);
  const figures = stray.filter(isFigure);
  const strange = head.strange.filter(({ column }) => !known.has(column));
  const inserted = strange.flatMap((each) => {
    const own = [...headFigure(grid, each), ...figures.filter(({ column }) => column === each.column)];
    return own.length > 0 || isAmong(each.column) ? [insertedColumn(grid, each, own)] : [];
  });
  const headed = new Set(strange.map(({ column }) => column));
  return [
    ...inserted,
    ...besideFinding(
      grid,
      figures.filter(({ column }) => !headed.has(column)),
    ),
  ];
}

/** A column of the list holds something. */
function isRecord(grid: Grid, row: number, fields: ReadonlySet<number>): boolean {
  return grid.rows.get(row)!.some((cell) => fields.has(cell.column) && carries(cell));
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
    const { row, text: found } = head.headings.get(column.name)!;
    if (found === column.name || (column.kind === "amount" && found === `${column.name}（元）`)) continue;
    const { measure } = specOf(column);
    const counted = /\(([^()]*)\)$/.exec(compact(found))?.[1] ?? "";
    if (isRescaled(counted, measure)) {
      const changed = { variant: "heading", name: column.name, found: counted, expected: measure };
      findings.push(shapeFinding("D34", "explain", place(grid, row, at), changed));
      continue;
    }
    const params = { variant: "label", found: inOneLine(found), expected: column.name };
    findings.push(shapeFinding("D22", "note", place(grid, row, at), params));
  }
  return [...findings, ...moved(grid, list, head)];
}

/** The first column that stands before one that the template puts ahead of it. */
function moved(grid: Grid, list: DetailList, head: Head): Finding[] {
  const present = list.columns.flatMap(({ name }) =>
    head.at.has(name) ? [{ name, at: head.at.get(name)! }] : [],
  );
  const late = present.find(({ at }, i) => present.slice(0, i).some((before) => before.at > at));
  if (!late) return [];
  return [
    shapeFinding("D20", "note", place(grid, head.headings.get(late.name)!.row, late.at), {
      variant: "moved",
      heading: late.name,
    }),
  ];
}

/** D27: counted again, a total would double everything. */
function totalFinding(grid: Grid, list: DetailList, row: number, column: number): Finding {
  const raw = list.personal ? MASKED : textAt(grid, row, column);
  return shapeFinding("D27", "mustFix", place(grid, row, column), { raw });
}

/** D30: records below the last numbered row of the frame. */
function overflow(grid: Grid, head: Head, rows: readonly number[], frame: readonly number[]): Finding[] {
  const { ordinal } = head;
  if (ordinal === null) return [];
  const numbered = frame.filter((row) => /^\d+$/.test(textAt(grid, row, ordinal)));
  const end = Math.max(...numbered, -1);
  const beyond = rows.filter((row) => row > end);
  if (end < 0 || beyond.length === 0) return [];
  const where = place(grid, beyond[0]!, Math.min(...head.at.values()));
  return [shapeFinding("D30", "explain", where, { variant: "overflow", count: beyond.length })];
}
