/** 模板外: what the units wrote where the template has no place for it, with its address. Nothing of it is counted. */
import { MASKED } from "../intake/findings";
import type { OffTemplate, Submission } from "../intake/submission";
import { areaToA1, parseArea, type Area } from "../workbook/address";
import type { CellStyle, SheetPlan } from "../workbook/plan";
import type { Sheet } from "../workbook/workbook";
import type { CountyContext } from "./county-context";
import type { MachineFacts } from "./machine-sheet";
import { PersonalCells } from "./privacy";
import { SheetTable } from "./sheet-table";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import { CODE, HEADER, NOTE, pages, TITLE, WRAPPED } from "../workbook/styles";

const HEADER_ROW = 2;
/** By the heads that 机读信息 records of these columns, the sheet is read again. */
export const OFF_TEMPLATE_TABLE = new SheetTable([
  ["unit", 14],
  ["file", 24],
  ["sheet", 16],
  ["cell", 11],
  ["label", 40],
  ["raw", 30],
  ["rest", 8],
]);
/** Hidden: how many cells a line is about that sums several up. */
const REST = OFF_TEMPLATE_TABLE.column("rest");

/** A list that nobody would read to its end is shortened: fewer cells of each sheet are listed one by one. */
const MOST_LINES = 5000;
const MOST_OF_A_SHEET = [200, 50, 20, 5, 1];
const LONGEST_TEXT = 500;
const AS_TEXT: CellStyle = { ...WRAPPED, format: "@" };

interface Listed {
  readonly unit: string;
  readonly cell: OffTemplate;
}

/** Null where the units wrote nothing of the kind. */
export function writeOffTemplateSheet({ consolidation, say }: CountyContext): SheetPlan | null {
  const { submissions, template } = consolidation;
  const personal = new PersonalCells(template, submissions);
  const lines = shortened(submissions);
  if (lines.length === 0) return null;
  const sheet = new SheetBuilder(SHEETS.offTemplate);
  const count = lines.reduce((sum, { cell }) => sum + (cell.rest ?? 1), 0);
  sheet.put(0, 0, say("report.offTemplate.title", { count }), TITLE);
  sheet.put(1, 0, say("report.offTemplate.note"), NOTE);
  sheet.height(0, 28);
  OFF_TEMPLATE_TABLE.putHeads(sheet, HEADER_ROW, say, HEADER);
  lines.forEach(({ unit, cell: { place, raw, label = "", rest } }, i) => {
    const isPersonal =
      raw === MASKED || (place.sheet !== null && personal.holdsPersons(place.file, place.sheet));
    const texts = isPersonal ? ["", say("report.personalLeftOut")] : [label, short(raw)];
    const [labelShown = "", rawShown = ""] =
      rest === undefined ? texts : ["", say("report.offTemplate.rest", { count: rest })];
    OFF_TEMPLATE_TABLE.putRow(sheet, HEADER_ROW + 1 + i, {
      unit: [unit, AS_TEXT],
      file: [place.file ?? say("report.openWorkbook"), AS_TEXT],
      sheet: [place.sheet, AS_TEXT],
      cell: [place.cell, CODE],
      label: [labelShown, AS_TEXT],
      raw: [rawShown, AS_TEXT],
      rest: rest === undefined ? null : [rest, { format: "0" }],
    });
  });
  sheet.widths(OFF_TEMPLATE_TABLE.columns.slice(0, REST).map(([, width]) => width));
  sheet.hide(REST);
  return sheet.build({
    freeze: { rows: HEADER_ROW + 1, columns: 1 },
    autoFilter: { top: HEADER_ROW, left: 0, bottom: HEADER_ROW + lines.length, right: REST - 1 },
    print: pages(say("report.page", { sheet: SHEETS.offTemplate }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
}

function short(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

/** As many cells of each sheet one by one as the whole list has room for. */
function shortened(submissions: readonly Submission[]): Listed[] {
  for (const most of MOST_OF_A_SHEET) {
    const lines = submissions.flatMap(({ unit, offTemplate }) =>
      unit
        ? bySheet(offTemplate).flatMap((cells) =>
            withRest(cells, most).map((cell) => ({ unit: unit.name, cell })),
          )
        : [],
    );
    if (lines.length <= MOST_LINES || most === MOST_OF_A_SHEET.at(-1)) return lines;
  }
  return [];
}

function bySheet(cells: readonly OffTemplate[]): OffTemplate[][] {
  const sheets = new Map<string, OffTemplate[]>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.place.file, cell.place.sheet]);
    const own = sheets.get(key);
    if (own) own.push(cell);
    else sheets.set(key, [cell]);
  }
  return [...sheets.values()];
}

/** The first cells, and one line for all others with the area that they are in. */
function withRest(cells: readonly OffTemplate[], most: number): readonly OffTemplate[] {
  const single = cells.filter(({ rest }) => rest === undefined);
  if (single.length <= most) return cells;
  const others = [...single.slice(most), ...cells.filter(({ rest }) => rest !== undefined)];
  const rest = others.reduce((sum, cell) => sum + (cell.rest ?? 1), 0);
  return [...single.slice(0, most), { place: { ...others[0]!.place, cell: areaOf(others) }, raw: "", rest }];
}

function areaOf(cells: readonly OffTemplate[]): string | null {
  const areas = cells.flatMap(({ place }) => parseArea(place.cell ?? "") ?? []);
  if (areas.length === 0) return null;
  return areaToA1(
    areas.reduce((all, each): Area => ({
      top: Math.min(all.top, each.top),
      left: Math.min(all.left, each.left),
      bottom: Math.max(all.bottom, each.bottom),
      right: Math.max(all.right, each.right),
    })),
  );
}

/** By unit, the cells that the template had no place for; null where the sheet no longer has its heads. */
export function readOffTemplateSheet(sheet: Sheet, facts: MachineFacts): Map<string, OffTemplate[]> | null {
  // Whoever deletes the hidden column loses only how many cells the shortened lines are about.
  const needed = OFF_TEMPLATE_TABLE.columns.map(([key]) => key).filter((key) => key !== "rest");
  const rows = OFF_TEMPLATE_TABLE.read(sheet, facts.labels("offTemplateLabel"), needed);
  const openWorkbook = facts.get("openWorkbookLabel");
  const byUnit = new Map<string, OffTemplate[]>();
  for (const { text } of rows ?? []) {
    const unit = text("unit");
    if (unit === "") continue;
    const file = text("file");
    const rest = Number(text("rest"));
    const cell: OffTemplate = {
      place: {
        file: file === openWorkbook ? null : file || null,
        sheet: text("sheet") || null,
        cell: text("cell") || null,
      },
      raw: text("raw"),
      ...(text("label") === "" ? {} : { label: text("label") }),
      ...(rest > 0 ? { rest } : {}),
    };
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), cell]);
  }
  return rows && byUnit;
}
