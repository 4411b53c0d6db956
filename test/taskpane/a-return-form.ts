/** A 退回单 as a township sends it back. */
import { sessionCalls } from "../app/session-calls";
import type { PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { given, template, type ShelfReader } from "./a-county";

/** The 退回单 of the unit for its file on the shelf. */
export async function formOf(unit: string, shelf: ShelfReader): Promise<WorkbookPlan> {
  const service = sessionCalls(template, shelf);
  await service.addFiles([given(`${unit}.xlsx`)], () => undefined);
  return service.returnSheets([unit], "zh-CN")!;
}

const PLACE = 1;
const ANSWER = 5;

/** The form with an answer beside each of these places: `{ "关工02!E7": "属实" }`. */
export function filledIn(
  form: WorkbookPlan,
  answers: Readonly<Record<string, string | number>>,
): WorkbookPlan {
  const [sheet] = form.sheets;
  const places = new Map(
    sheet!.cells.flatMap(({ row, column, value }) => (column === PLACE ? [[row, String(value)]] : [])),
  );
  const fill = (cell: PlanCell): PlanCell => {
    const answer = cell.column === ANSWER ? answers[places.get(cell.row) ?? ""] : undefined;
    return answer === undefined ? cell : { ...cell, value: answer };
  };
  return { ...form, sheets: [{ ...sheet!, cells: sheet!.cells.map(fill) }] };
}
