/** 明细: the units' lists joined. What a list or a column of it marks as personal stays out. */
import type { ListRow, Submission } from "../intake/submission";
import type { DetailList, ListColumn } from "../template/template";
import type { CellStyle, PlanCell, SheetPlan } from "../workbook/plan";
import { headerText } from "../workbook/typed-text";
import type { CountyContext } from "./county-context";
import { shown } from "./data-sheet";
import { SheetBuilder } from "../workbook/sheet-builder";
import { listSheetName } from "../county-layout/sheet-names";
import { HEADER, NOTE, pages, TEXT, TITLE, valueStyle } from "../county-layout/styles";

const HEADER_ROW = 2;
const UNIT_WIDTH = 14;
const SOURCE_WIDTH = 24;
const DEFAULT_WIDTH = 14;

/** One sheet per list that may be shown, in the template's order. */
export function listSheets(context: CountyContext): SheetPlan[] {
  return context.consolidation.template.lists
    .filter((list) => !list.personal)
    .map((list) => listSheet(context, list));
}

function listSheet({ consolidation, say }: CountyContext, list: DetailList): SheetPlan {
  const name = listSheetName(list);
  const sheet = new SheetBuilder(name);
  const columns = list.columns.filter((column) => !column.personal);
  const rows = consolidation.submissions.flatMap((submission) => rowsOf(submission, list));
  const hidden = columns.length < list.columns.length;
  sheet.put(0, 0, say("report.list.title", { list: `${list.id} ${list.title}`, rows: rows.length }), TITLE);
  sheet.put(1, 0, say(hidden ? "report.list.noteHidden" : "report.list.note"), NOTE);
  sheet.height(0, 28);
  const heads = [say("report.head.unit"), ...columns.map((column) => column.name), say("report.head.source")];
  sheet.putRow(HEADER_ROW, 0, heads, HEADER);
  rows.forEach(({ unit, row, source }, i) => {
    const at = HEADER_ROW + 1 + i;
    sheet.put(at, 0, unit, TEXT);
    columns.forEach((column, c) => sheet.put(at, 1 + c, valueOf(row, column), styleOf(column)));
    sheet.put(at, 1 + columns.length, source, TEXT);
  });
  sheet.widths([UNIT_WIDTH, ...columns.map((column) => column.width ?? DEFAULT_WIDTH), SOURCE_WIDTH]);
  return sheet.build({
    freeze: { rows: HEADER_ROW + 1, columns: 1 },
    autoFilter: {
      top: HEADER_ROW,
      left: 0,
      bottom: HEADER_ROW + Math.max(1, rows.length),
      right: heads.length - 1,
    },
    print: pages(say("report.page", { sheet: headerText(name) }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
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

/** What could not be read stands as its text: nothing is lost. */
function valueOf(row: ListRow, column: ListColumn): PlanCell["value"] {
  const entry = row.cells.get(column.name);
  if (!entry) return null;
  return entry.value === null ? entry.raw || null : shown(entry.value);
}

function styleOf({ kind }: ListColumn): CellStyle {
  if (kind === "date") return valueStyle("yyyy-mm-dd");
  if (kind === "amount") return valueStyle("#,##0");
  if (kind === "whole") return valueStyle("0");
  return valueStyle(kind === "text" ? "@" : "General");
}
