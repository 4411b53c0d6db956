/** Where lines and records stand in a plan, wherever rows and columns have gone. */
import { parseIdentity } from "../../template/identity";
import { listSheetName } from "../../template/list-sheet";
import type { DetailList, Form, Indicator, ListColumn, Template } from "../../template/template";
import { HEADINGS } from "../../template/words";
import { toA1 } from "../../workbook/address";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../workbook/plan";

export interface Site {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: PlanCell | undefined;
}

/** This year's figure of a line. */
export interface LineSite extends Site {
  readonly form: Form;
  readonly indicator: Indicator;
  readonly lastYear: Site | null;
  readonly name: Site;
  readonly code: Site;
  readonly reason: Site;
}

/** A field of a record. */
export interface RecordSite extends Site {
  readonly list: DetailList;
  readonly field: ListColumn;
}

export interface ListSites {
  readonly sheet: string;
  readonly list: DetailList;
  readonly headRow: number;
  /** By field name. */
  readonly columns: ReadonlyMap<string, number>;
  /** The rows that hold a record. */
  readonly rows: readonly number[];
}

export function a1({ row, column }: Pick<Site, "row" | "column">): string {
  return toA1(row, column);
}

export function cellIn(sheet: SheetPlan, row: number, column: number): PlanCell | undefined {
  return sheet.cells.find((cell) => cell.row === row && cell.column === column);
}

/** The lines of the table forms, in their order on the sheets; a sheet without its heads has none. */
export function lineSites(plan: WorkbookPlan, template: Template): LineSite[] {
  return plan.sheets.flatMap((sheet) => {
    const known = seen.get(sheet);
    if (known?.template === template) return known.lines;
    const form = formOn(sheet, template);
    const lines = form && form.layout === "table" ? linesOn(sheet, form) : [];
    seen.set(sheet, { template, lines });
    return lines;
  });
}

/** A slip leaves most sheets as they were: their lines are not looked for again. */
const seen = new WeakMap<SheetPlan, { readonly template: Template; readonly lines: readonly LineSite[] }>();

/** The cover's fields. */
export function coverSites(plan: WorkbookPlan, template: Template): (Site & { indicator: Indicator })[] {
  return plan.sheets.flatMap((sheet) => {
    const form = formOn(sheet, template);
    if (form?.layout !== "cover") return [];
    const column = sheet.cells.find(({ value }) => value === "填写内容")?.column ?? 3;
    return form.indicators.flatMap((indicator) => {
      const code = sheet.cells.find(({ value }) => value === indicator.code);
      return code ? [{ ...site(sheet, code.row, column), indicator }] : [];
    });
  });
}

export function listSites(plan: WorkbookPlan, template: Template): ListSites[] {
  return plan.sheets.flatMap((sheet) => {
    const list = listOn(sheet, template);
    const head = sheet.cells.find(({ value }) => value === HEADINGS.ordinal);
    if (!list || !head) return [];
    const columns = new Map<string, number>();
    for (const { name } of list.columns) {
      const at = sheet.cells.find(
        ({ row, value }) => row === head.row && (value === name || value === `${name}（元）`),
      );
      if (at) columns.set(name, at.column);
    }
    const fields = new Set(columns.values());
    const rows = sheet.cells
      .filter(({ row, column, value }) => row > head.row && fields.has(column) && value !== null)
      .map(({ row }) => row);
    return [{ sheet: sheet.name, list, headRow: head.row, columns, rows: [...new Set(rows)] }];
  });
}

/** The fields that hold something, list by list. */
export function recordSites(plan: WorkbookPlan, template: Template): RecordSite[] {
  return listSites(plan, template).flatMap(({ sheet: name, list, columns, rows }) => {
    const sheet = plan.sheets.find((each) => each.name === name)!;
    const cells = cellsByPlace(sheet);
    return rows.flatMap((row) =>
      list.columns.flatMap((field): RecordSite[] => {
        const column = columns.get(field.name);
        const cell = column === undefined ? undefined : cells.get(place(row, column));
        return cell && cell.value !== null ? [{ sheet: name, row, column: column!, cell, list, field }] : [];
      }),
    );
  });
}

const place = (row: number, column: number): number => row * 0x10000 + column;

function cellsByPlace(sheet: SheetPlan): ReadonlyMap<number, PlanCell> {
  return new Map(sheet.cells.map((cell) => [place(cell.row, cell.column), cell]));
}

function linesOn(sheet: SheetPlan, form: Form): LineSite[] {
  const heading = (text: string): number | undefined =>
    sheet.cells.find(({ value }) => value === text)?.column;
  const current = heading(HEADINGS.current);
  const code = heading(HEADINGS.code);
  const name = heading(HEADINGS.name);
  const lastYear = heading(HEADINGS.lastYear);
  const reason = heading(HEADINGS.reason);
  if (current === undefined || code === undefined || name === undefined || reason === undefined) return [];
  const byCode = new Map(form.indicators.map((indicator) => [indicator.code, indicator]));
  const cells = cellsByPlace(sheet);
  const at = (row: number, column: number): Site => ({
    sheet: sheet.name,
    row,
    column,
    cell: cells.get(place(row, column)),
  });
  const codes = sheet.cells.filter(({ column }) => column === code);
  return codes.flatMap((cell): LineSite[] => {
    const indicator = byCode.get(String(cell.value));
    if (!indicator) return [];
    return [
      {
        ...at(cell.row, current),
        form,
        indicator,
        lastYear: lastYear === undefined ? null : at(cell.row, lastYear),
        name: at(cell.row, name),
        code: at(cell.row, code),
        reason: at(cell.row, reason),
      },
    ];
  });
}

function site(sheet: SheetPlan, row: number, column: number): Site {
  return { sheet: sheet.name, row, column, cell: cellIn(sheet, row, column) };
}

function formOn(sheet: SheetPlan, template: Template): Form | undefined {
  const id = identityOn(sheet)?.form ?? sheet.name;
  return template.forms.find((form) => form.id === id);
}

function listOn(sheet: SheetPlan, template: Template): DetailList | undefined {
  const id = identityOn(sheet)?.list;
  return template.lists.find((list) => list.id === id || listSheetName(list) === sheet.name);
}

function identityOn(sheet: SheetPlan) {
  for (const { value } of sheet.cells) {
    const identity = typeof value === "string" && value.startsWith("#") ? parseIdentity(value) : null;
    if (identity) return identity;
  }
  return null;
}
