/** A table form: rows anchored by code and label, columns by their heads, every entry cell read once. */
import { columnsOf } from "../../template/form-columns";
import type { FormColumnRole, Indicator } from "../../template/template";
import { toA1 } from "../../workbook/address";
import type { Cell } from "../../workbook/workbook";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { carries, place, sheetPlace, textAt, type Grid } from "../grid";
import { inOneLine } from "../labels";
import type { FormReading, Line, ListReading, ListRow, OffTemplate } from "../submission";
import type { FormTarget } from "../template-vocabulary";
import { numbersBeside } from "./beside";
import { anchorRows, rowOfLines, type Anchor, type Anchors } from "./anchors";
import type { AlignContext, Remains } from "./context";
import { readEntry } from "./entry";
import { findColumns, headingIn, isEditedHeading, movedColumns, type FormColumns } from "./form-columns";
import { hiddenFindings } from "./hidden";
import { changedMeasures } from "./measures";
import { mergedEntries } from "./merged";
import { extraRows, offTemplate } from "./extra-rows";
import { allFigures, isFigure, isYear } from "./figures";
import { besideFinding, headFigure, insertedColumn, unequalParts } from "./strange-columns";

/** A list on an office's own sheet, with the items that its records make. */
export interface AlignedOwnList {
  readonly reading: ListReading;
  readonly linesOf: (records: readonly ListRow[]) => readonly Line[];
}

export interface AlignedForm extends Remains {
  /** Null where the form's figures cannot be distinguished from other columns. */
  readonly reading: FormReading | null;
  /** Its columns are those of the form's own sheet. */
  readonly headless?: boolean;
  /** Lists on an office's own sheet. */
  readonly lists?: readonly AlignedOwnList[];
}

/**
 * @param issued the sheet bears our identity: what is missing from it was taken out
 * @param main the form's own sheet, where this is another one: its columns serve a sheet without a head
 */
export function alignForm(
  grid: Grid,
  target: FormTarget,
  issued: boolean,
  context: AlignContext,
  main: Grid | null = null,
): AlignedForm {
  const anchors = anchorRows(grid, target, main !== null);
  const lying = anchors.rows.length < 2 ? rowOfLines(grid, target) : null;
  if (lying) return transposed(grid, target, lying);
  const found = columnsIn(grid, target, anchors, context);
  const columns =
    main && found.headRows.length === 0
      ? (columnsAsOn(main, target, grid, anchors, context) ?? found)
      : found;
  const current = columns.at.get("value");
  const findings: Finding[] = [
    ...codeFindings(grid, anchors, columns),
    ...columnFindings(grid, target, columns, issued),
  ];
  if (current === undefined)
    return { reading: null, offTemplate: everyFigure(grid, anchors, columns), findings };
  const lines = new Map<string, Line>();
  for (const anchor of anchors.rows) {
    const { line, findings: found } = readLine(grid, anchor, columns, context);
    lines.set(anchor.indicator.code, line);
    findings.push(...labelFinding(grid, anchor, anchors), ...found);
  }
  const entryColumns = (["value", "lastYear"] as const).flatMap((name) => columns.at.get(name) ?? []);
  const extra = extraRows(grid, anchors, columns);
  const beside = numbersBeside(grid, anchors.rows, columns, lines);
  return {
    reading: { form: target.id, sheet: grid.sheet.name, lines },
    headless: main !== null && columns.headRows.length === 0,
    offTemplate: [...extra.offTemplate, ...strangeCells(grid, anchors, columns)],
    findings: [
      ...findings,
      ...changedMeasures(grid, anchors.rows, columns),
      ...beside,
      ...strangeFigures(grid, anchors, columns, beside),
      ...unequalParts(grid, anchors.rows, columns),
      ...extra.findings,
      ...mergedEntries(
        grid,
        anchors.rows.map((anchor) => anchor.row),
        entryColumns,
      ),
      ...hiddenFindings(
        grid,
        anchors.rows.map((anchor) => anchor.row),
        entryColumns,
      ),
      ...missingLines(grid, target, anchors, current, context),
    ],
  };
}

function columnsIn(
  grid: Grid,
  { form }: FormTarget,
  anchors: Anchors,
  { settings }: AlignContext,
): FormColumns {
  const firstRow = anchors.rows[0]?.row ?? 0;
  return findColumns(grid, firstRow, knownColumns(anchors), columnsOf(form), settings.year);
}

/**
 * The columns of the form's own sheet for one that goes on without a head. Null where the columns of codes, names and
 * units of measure do not all agree: then the figures cannot be identified.
 */
function columnsAsOn(
  main: Grid,
  target: FormTarget,
  grid: Grid,
  anchors: Anchors,
  context: AlignContext,
): FormColumns | null {
  const own = anchorRows(main, target);
  const { ofForm, at } = columnsIn(main, target, own, context);
  const shift = (anchors.nameColumn ?? NaN) - (own.nameColumn ?? NaN);
  const measure = at.get("measure");
  const isSame =
    Number.isInteger(shift) &&
    anchors.rows.length > 0 &&
    (own.codeColumn === null || anchors.codeColumn === own.codeColumn + shift) &&
    (measure === undefined ||
      anchors.rows.every(({ row, indicator }) => textAt(grid, row, measure + shift) === indicator.measure));
  if (!isSame) return null;
  const moved = new Map([...at].map(([name, column]) => [name, column + shift]));
  return { ofForm, at: moved, headRows: [], headings: new Map(), strange: [] };
}

/** D20: the lines run from left to right. None of the figures is read, all are listed in 模板外. */
function transposed(grid: Grid, { id }: FormTarget, { row, column }: Cell): AlignedForm {
  const params = { variant: "transposed", id };
  return {
    reading: null,
    offTemplate: allFigures(grid).map((cell) => offTemplate(grid, cell)),
    findings: [shapeFinding("D20", "mustFix", place(grid, row, column), params)],
  };
}

function knownColumns({ codeColumn, nameColumn }: Anchors): ReadonlyMap<FormColumnRole, number> {
  const known = new Map<FormColumnRole, number>();
  if (codeColumn !== null) known.set("code", codeColumn);
  if (nameColumn !== null) known.set("name", nameColumn);
  return known;
}

function readLine(
  grid: Grid,
  { row, indicator }: Anchor,
  columns: FormColumns,
  { settings }: AlignContext,
): { line: Line; findings: readonly Finding[] } {
  const subject = { indicator: indicator.code, name: indicator.name };
  const read = (column: number): ReturnType<typeof readEntry> =>
    readEntry(grid, row, column, indicator, subject, settings);
  const current = read(columns.at.get("value")!);
  const lastYearColumn = columns.at.get("lastYear");
  const lastYear = lastYearColumn === undefined ? null : read(lastYearColumn);
  const reasonColumn = columns.at.get("note");
  return {
    line: {
      code: indicator.code,
      current: current.entry,
      lastYear: lastYear?.entry ?? null,
      ...(reasonColumn === undefined
        ? { reason: "" }
        : { reason: textAt(grid, row, reasonColumn), reasonPlace: place(grid, row, reasonColumn) }),
    },
    findings: [...current.findings, ...(lastYear?.findings ?? [])],
  };
}

/** S03: the code column is gone, or a code in it was changed. */
function codeFindings(grid: Grid, anchors: Anchors, columns: FormColumns): Finding[] {
  if (anchors.codeColumn === null) {
    const heading = columns.headings.get("code") ?? columns.headings.get("name");
    const column = columns.at.get("code") ?? columns.at.get("name") ?? 0;
    const where = heading ? place(grid, heading.row, column) : sheetPlace(grid);
    return [shapeFinding("S03", "mustFix", where, { variant: "column" })];
  }
  return anchors.rows
    .filter((anchor) => anchor.codeDamaged)
    .map(({ row, indicator }) =>
      shapeFinding(
        "S03",
        "mustFix",
        place(grid, row, anchors.codeColumn!),
        codeFound(textAt(grid, row, anchors.codeColumn!), indicator),
        indicator.code,
      ),
    );
}

function codeFound(found: string, { code, name }: Indicator): Finding["params"] {
  return found === "" ? { variant: "blank", code, name } : { found, code, name };
}

/** D20 columns missing, moved or added; D22 headings edited. */
function columnFindings(grid: Grid, target: FormTarget, columns: FormColumns, issued: boolean): Finding[] {
  const findings: Finding[] = [];
  const headRow = columns.headRows[0] ?? 0;
  for (const name of ["value", "lastYear"] as const) {
    if (columns.at.has(name) || (name === "lastYear" && !issued)) continue;
    const near = columns.at.get(name === "value" ? "lastYear" : "value") ?? columns.at.get("name") ?? 0;
    findings.push(
      shapeFinding("D20", "mustFix", place(grid, headRow, near), {
        variant: "missing",
        id: target.id,
        heading: headingIn(columns.ofForm, name),
      }),
    );
  }
  for (const name of movedColumns(columns)) {
    const { row, text } = columns.headings.get(name)!;
    findings.push(
      shapeFinding("D20", "note", place(grid, row, columns.at.get(name)!), {
        variant: "moved",
        heading: text,
      }),
    );
  }
  for (const [name, { row, text }] of columns.headings) {
    if (!isEditedHeading(columns, name, text)) continue;
    findings.push(
      shapeFinding("D22", "note", place(grid, row, columns.at.get(name)!), {
        found: inOneLine(text),
        expected: headingIn(columns.ofForm, name),
        variant: "heading",
      }),
    );
  }
  return findings;
}

/** D20: columns of the unit's own, and figures in columns without a heading. */
function strangeFigures(
  grid: Grid,
  anchors: Anchors,
  columns: FormColumns,
  told: readonly Finding[],
): Finding[] {
  const known = new Set(columns.at.values());
  const named = new Set(told.map(({ place: { cell } }) => cell));
  const figures = anchors.rows
    .flatMap(({ row }) => grid.rows.get(row)!)
    .filter((cell) => !known.has(cell.column) && isFigure(cell) && !named.has(toA1(cell.row, cell.column)));
  const headed = new Set<number>();
  const inserted = columns.strange.flatMap((strange) => {
    if (strange.heading === "") return [];
    headed.add(strange.column);
    const own = [...headFigure(grid, strange), ...figures.filter(({ column }) => column === strange.column)];
    // Words right of everything are notes beside the table.
    return own.length > 0 || isAmong(columns, strange.column) ? [insertedColumn(grid, strange, own)] : [];
  });
  return [
    ...inserted,
    ...besideFinding(
      grid,
      figures.filter(({ column }) => !headed.has(column)),
    ),
  ];
}

function isAmong({ at }: FormColumns, column: number): boolean {
  const places = [...at.values()];
  return column > Math.min(...places) && column < Math.max(...places);
}

/** D22: the label was edited, but the line is still identified. */
function labelFinding(grid: Grid, { row, indicator }: Anchor, { nameColumn }: Anchors): Finding[] {
  if (nameColumn === null) return [];
  const found = textAt(grid, row, nameColumn);
  // Under a merge the label is gone from sight, and nobody edited it.
  if (found === indicator.name || found === "") return [];
  const params = { found: inOneLine(found), expected: indicator.name, variant: "label" };
  return [shapeFinding("D22", "note", place(grid, row, nameColumn), params, indicator.code)];
}

/** D21: the place where a line's row stood is the next line's row now. */
function missingLines(
  grid: Grid,
  target: FormTarget,
  anchors: Anchors,
  current: number,
  { kind }: AlignContext,
): Finding[] {
  const rows = new Map(anchors.rows.map(({ row, indicator }) => [indicator.code, row]));
  const order = target.form.indicators;
  const rowFor = (from: number): number => {
    const next = order.slice(from + 1).find(({ code }) => rows.has(code));
    if (next) return rows.get(next.code)!;
    return (anchors.rows.at(-1)?.row ?? -1) + 1;
  };
  return order.flatMap((indicator, i) =>
    rows.has(indicator.code) || (kind !== null && !indicator.fills.includes(kind))
      ? []
      : [missingLine(grid, indicator, rowFor(i), current)],
  );
}

function missingLine(grid: Grid, indicator: Indicator, row: number, current: number): Finding {
  const params = { name: indicator.name, code: indicator.code };
  return shapeFinding("D21", "explain", place(grid, row, current), params, indicator.code);
}

/** What is in the lines' rows outside every column of the form, under the headings that are there. */
function strangeCells(grid: Grid, anchors: Anchors, columns: FormColumns): OffTemplate[] {
  const known = new Set(columns.at.values());
  const headings = columns.strange
    .filter(({ row, column }) => textAt(grid, row, column) !== "")
    .map(({ row, column, heading }) => ({ place: place(grid, row, column), raw: heading }));
  const cells = anchors.rows.flatMap(({ row }) => strayCells(grid, row, (cell) => !known.has(cell.column)));
  return [...headings, ...cells];
}

export function strayCells(grid: Grid, row: number, isStray: (cell: Cell) => boolean): OffTemplate[] {
  return (grid.rows.get(row) ?? [])
    .filter((cell) => carries(cell) && isStray(cell))
    .map((cell) => offTemplate(grid, cell));
}

/** Without a column of this year's figures, every figure of the sheet is listed in 模板外. */
function everyFigure(grid: Grid, anchors: Anchors, columns: FormColumns): OffTemplate[] {
  const stubs = new Set(
    (["ordinal", "name", "code", "measure"] as const).map((name) => columns.at.get(name)),
  );
  const lines = new Set(anchors.rows.map(({ row }) => row));
  const head = new Set(columns.headRows);
  const isOutside = (cell: Cell): boolean =>
    !lines.has(cell.row) && !head.has(cell.row) && !stubs.has(cell.column) && !isYear(cell);
  return [
    ...anchors.rows.flatMap(({ row }) => strayCells(grid, row, (cell) => !stubs.has(cell.column))),
    ...allFigures(grid)
      .filter(isOutside)
      .map((cell) => offTemplate(grid, cell)),
  ];
}
