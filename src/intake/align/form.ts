/** A table form: rows anchored by code and label, columns by their heads, every entry cell read once. */
import type { FormColumn } from "../../template/form-layout";
import type { Indicator } from "../../template/template";
import type { Cell } from "../../workbook/workbook";
import type { Finding } from "../finding";
import { shapeFinding } from "../findings";
import { carries, place, sheetPlace, textAt, type Grid } from "../grid";
import { rawText } from "../normalise/clean";
import type { FormReading, Line, OffTemplate } from "../submission";
import type { FormTarget } from "../template-words";
import { numbersBeside } from "./beside";
import { anchorRows, type Anchor, type Anchors } from "./anchors";
import { HEADING } from "../columns";
import type { AlignContext, Remains } from "./context";
import { readEntry } from "./entry";
import { findColumns, isEditedHeading, movedColumns, type FormColumns } from "./form-columns";
import { hiddenFindings } from "./hidden";
import { changedMeasures } from "./measures";
import { mergedEntries } from "./merged";
import { extraRows } from "./extra-rows";

export interface AlignedForm extends Remains {
  /** Null where the form's figures cannot be told from other columns. */
  readonly reading: FormReading | null;
}

/** @param issued the sheet bears our identity: what is missing from it was taken out */
export function alignForm(
  grid: Grid,
  target: FormTarget,
  issued: boolean,
  context: AlignContext,
): AlignedForm {
  const anchors = anchorRows(grid, target);
  const columns = findColumns(grid, anchors.rows[0]?.row ?? 0, knownColumns(anchors), context.settings.year);
  const current = columns.at.get("current");
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
  const entryColumns = (["current", "lastYear"] as const).flatMap((name) => columns.at.get(name) ?? []);
  const extra = extraRows(grid, anchors, columns);
  return {
    reading: { form: target.id, sheet: grid.sheet.name, lines },
    offTemplate: [...extra.offTemplate, ...strangeCells(grid, anchors, columns)],
    findings: [
      ...findings,
      ...changedMeasures(grid, anchors.rows, columns),
      ...numbersBeside(grid, anchors.rows, columns, lines),
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

function knownColumns({ codeColumn, nameColumn }: Anchors): ReadonlyMap<FormColumn, number> {
  const known = new Map<FormColumn, number>();
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
  const current = read(columns.at.get("current")!);
  const lastYearColumn = columns.at.get("lastYear");
  const lastYear = lastYearColumn === undefined ? null : read(lastYearColumn);
  const reasonColumn = columns.at.get("reason");
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
  for (const name of ["current", "lastYear"] as const) {
    if (columns.at.has(name) || (name === "lastYear" && !issued)) continue;
    const near = columns.at.get(name === "current" ? "lastYear" : "current") ?? columns.at.get("name") ?? 0;
    findings.push(
      shapeFinding("D20", "mustFix", place(grid, headRow, near), {
        variant: "missing",
        id: target.id,
        heading: HEADING[name],
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
  for (const { column, row, heading } of columns.strange) {
    if (!isAmong(columns, column)) continue;
    findings.push(shapeFinding("D20", "note", place(grid, row, column), { variant: "inserted", heading }));
  }
  for (const [name, { row, text }] of columns.headings) {
    if (!isEditedHeading(name, text)) continue;
    findings.push(
      shapeFinding("D22", "note", place(grid, row, columns.at.get(name)!), {
        found: oneLine(text),
        expected: HEADING[name],
        variant: "heading",
      }),
    );
  }
  return findings;
}

/** Strange columns right of everything are notes beside the table. */
function isAmong({ at }: FormColumns, column: number): boolean {
  const places = [...at.values()];
  return column > Math.min(...places) && column < Math.max(...places);
}

/** D22: the label was edited, but the line is still told. */
function labelFinding(grid: Grid, { row, indicator }: Anchor, { nameColumn }: Anchors): Finding[] {
  if (nameColumn === null) return [];
  const found = textAt(grid, row, nameColumn);
  if (found === indicator.name) return [];
  const params = { found: oneLine(found), expected: indicator.name, variant: "label" };
  return [shapeFinding("D22", "note", place(grid, row, nameColumn), params, indicator.code)];
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
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

/** What stands in the lines' rows outside every column of the form, under the headings that stand there. */
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
    .map((cell) => ({ place: place(grid, cell.row, cell.column), raw: rawText(cell) }));
}

/** Without a column of this year's figures every figure of the table is set aside. */
function everyFigure(grid: Grid, anchors: Anchors, columns: FormColumns): OffTemplate[] {
  const stubs = new Set(
    (["ordinal", "name", "code", "measure"] as const).map((name) => columns.at.get(name)),
  );
  return anchors.rows.flatMap(({ row }) => strayCells(grid, row, (cell) => !stubs.has(cell.column)));
}
