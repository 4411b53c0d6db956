/**
 * An office's own sheets in Excel: inserted from the office's package as they are, and only the cells of the plan written
 * into them. Sheets that are there from an earlier writing stay, with whatever people changed in their looks.
 * https://learn.microsoft.com/javascript/api/excel/excel.workbook#excel-excel-workbook-insertworksheetsfrombase64-member(1)
 */
import { areaToA1, toA1 } from "../workbook/address";
import { toBase64 } from "../workbook/base64";
import type { OfficePlan, OfficeSheetPlan, PlanCell, SheetPlan, WorkbookPlan } from "../workbook/plan";
import { around } from "./sheet-area";
import type { RequestBudget } from "./request-budget";
import { bytesOf } from "./request-budget";
import { contentOf, writeComments } from "./write-sheet";

/** Excel does not take the sheets as they are: they must be drawn. */
export class OfficeSheetsRefused extends Error {
  constructor(readonly reason: unknown) {
    super("the office's sheets were refused");
  }
}

/** The office's sheets of a plan by their names. */
export type OfficeSheets = ReadonlyMap<string, OfficeSheetPlan>;

export function officeSheetsOf({ office }: WorkbookPlan): OfficeSheets {
  return new Map((office?.sheets ?? []).map((sheet) => [nameOf(sheet), sheet]));
}

function nameOf({ source, name = source }: OfficeSheetPlan): string {
  return name;
}

/** The plan with the cells that are written into the office's sheets, as sheets of its own. */
export function withOfficeCells({ office, ...plan }: WorkbookPlan): WorkbookPlan {
  const sheets = (office?.sheets ?? []).map((sheet): SheetPlan => {
    const cells = sheet.cells.map(({ comment: _, ...cell }): PlanCell => cell);
    return { name: nameOf(sheet), cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
  });
  const at = plan.sheets.findIndex(({ name }) => name === office?.after) + 1;
  return { ...plan, sheets: [...plan.sheets.slice(0, at), ...sheets, ...plan.sheets.slice(at)] };
}

/**
 * Inserts those of the office's sheets that are not there yet. What was queued before must have been sent.
 * @param wanted their names in the workbook, which are free
 * @throws {OfficeSheetsRefused} with none of them left in the workbook
 */
export async function insertOfficeSheets(
  context: Excel.RequestContext,
  { bytes, sheets, after }: OfficePlan,
  wanted: ReadonlySet<string>,
): Promise<void> {
  const missing = sheets.filter((sheet) => wanted.has(nameOf(sheet)));
  if (missing.length === 0) return;
  const { workbook } = context;
  let inserted: Excel.Worksheet[] = [];
  try {
    const ids = workbook.insertWorksheetsFromBase64(toBase64(bytes), {
      sheetNamesToInsert: missing.map(({ source }) => source),
      ...(after === undefined
        ? { positionType: "End" as const }
        : { positionType: "After" as const, relativeTo: after }),
    });
    await context.sync();
    inserted = ids.value.map((id) => workbook.worksheets.getItem(id));
    for (const sheet of inserted) sheet.load("name");
    await context.sync();
    for (const plan of missing) {
      const sheet = inserted.find(({ name }) => cameFrom(name, plan.source));
      if (!sheet) throw new Error(`${plan.source} was not inserted`);
      if (sheet.name !== nameOf(plan)) sheet.name = nameOf(plan);
    }
    await context.sync();
  } catch (error) {
    await remove(context, inserted);
    throw new OfficeSheetsRefused(error);
  }
}

/** Where its name was taken Excel has given it a number. */
function cameFrom(name: string, source: string): boolean {
  const stem = name.replace(/ ?\(\d+\)$/, "");
  return name === source || stem === source || (stem.length > 20 && source.startsWith(stem));
}

async function remove(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): Promise<void> {
  for (const sheet of sheets) sheet.delete();
  try {
    await context.sync();
  } catch {
    // The undo of the whole writing says what is left.
  }
}

/** The least share of the office's own texts that a sheet of its name must show to be taken for it. */
const ALIKE = 0.9;

/**
 * Are these sheets of the open workbook still the office's, so that the plan's cells are at their places?
 * @throws {OfficeSheetsRefused}
 */
export async function checkOfficeSheets(
  context: Excel.RequestContext,
  sheets: readonly OfficeSheetPlan[],
): Promise<void> {
  const asked = sheets.flatMap((plan) => {
    const texts = plan.texts ?? [];
    const area = around(
      texts.map(({ row, column }) => ({ top: row, bottom: row, left: column, right: column })),
    );
    if (!area) return [];
    const range = context.workbook.worksheets.getItem(nameOf(plan)).getRange(areaToA1(area));
    range.load("values");
    return [{ texts, area, range }];
  });
  await context.sync();
  for (const { texts, area, range } of asked) {
    const values = range.values as unknown[][];
    const same = texts.filter(
      ({ row, column, text }) => String(values[row - area.top]?.[column - area.left] ?? "") === text,
    );
    if (same.length < texts.length * ALIKE) throw new OfficeSheetsRefused("other sheets have their names");
  }
}

/** Queues the cells of the plan; the looks of the cells stay. Where the office protects its sheet it is protected again. */
export async function writeOfficeSheets(
  context: Excel.RequestContext,
  sheets: readonly OfficeSheetPlan[],
  budget: RequestBudget,
): Promise<void> {
  const found = sheets.map((plan) => {
    const sheet = context.workbook.worksheets.getItem(nameOf(plan));
    sheet.protection.load("protected,options");
    sheet.comments.load("items/id");
    return { plan, sheet };
  });
  await budget.flush();
  const commented = found.map(({ sheet }) =>
    sheet.comments.items.map((comment) => {
      const place = comment.getLocation();
      place.load("address");
      return place;
    }),
  );
  for (const { sheet } of found) if (sheet.protection.protected) sheet.protection.unprotect();
  try {
    await budget.flush();
  } catch (error) {
    // The office's password is needed for writing into it.
    throw new OfficeSheetsRefused(error);
  }
  for (const [i, { plan, sheet }] of found.entries()) {
    await writeCells(sheet, plan, budget);
    const taken = new Set(commented[i]!.map(({ address }) => address.slice(address.lastIndexOf("!") + 1)));
    writeComments(context, { name: nameOf(plan), cells: [], comments: commentsOf(plan, taken) });
    if (sheet.protection.protected) sheet.protection.protect(sheet.protection.options);
  }
}

function commentsOf(
  { cells }: OfficeSheetPlan,
  taken: ReadonlySet<string>,
): NonNullable<SheetPlan["comments"]> {
  return cells.flatMap(({ row, column, comment }) =>
    comment === undefined || taken.has(toA1(row, column)) ? [] : [{ row, column, text: comment }],
  );
}

/** Neighbours in a row at once. */
async function writeCells(
  sheet: Excel.Worksheet,
  plan: OfficeSheetPlan,
  budget: RequestBudget,
): Promise<void> {
  const cells = [...plan.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (let i = 0; i < cells.length;) {
    const { row, column } = cells[i]!;
    const run: (string | number | boolean)[] = [];
    while (cells[i + run.length]?.row === row && cells[i + run.length]?.column === column + run.length) {
      run.push(contentOf(cells[i + run.length]!, nameOf(plan)));
    }
    await budget.reserve(300 + run.reduce<number>((sum, each) => sum + bytesOf(String(each)), 0));
    sheet.getRangeByIndexes(row, column, 1, run.length).formulas = [run];
    i += run.length;
  }
}
