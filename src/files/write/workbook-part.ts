/** The workbook part: the list of sheets and all names, Excel's own hidden ones among them. */
import { columnName, quoteSheetName, absoluteReference } from "../../workbook/address";
import type { FilePlan, FileSheetPlan, NamePlan, PrintPlan } from "../../workbook/plan";
import { element, escapeXstring, NAMESPACES } from "./xml";

/** `ids[i]` is the id of the relationship to the part of `sheets[i]`; `active` the index of the sheet shown first. */
export function workbookXml(plan: FilePlan, ids: readonly string[], active: number): string {
  const sheets = plan.sheets.map((sheet, index) => sheetEntry(sheet, index + 1, ids[index]!));
  const names = [...plan.sheets.flatMap(sheetNames), ...plan.names.map(nameXml)];
  const formulas = plan.sheets.some(({ cells }) => cells.some(({ formula }) => formula !== undefined));
  return element(
    "workbook",
    { xmlns: NAMESPACES.sheet, "xmlns:r": NAMESPACES.relationship },
    "<workbookPr/>",
    element("bookViews", {}, element("workbookView", { activeTab: active || undefined })),
    element("sheets", {}, ...sheets),
    names.length === 0 ? "" : element("definedNames", {}, ...names),
    // Viewers that cannot calculate show our values; Excel checks them once on opening.
    element("calcPr", { calcId: 191029, fullCalcOnLoad: formulas || undefined }),
  );
}

function sheetEntry({ name, visibility }: FileSheetPlan, id: number, relationshipId: string): string {
  const state = visibility === "visible" ? undefined : visibility;
  return element("sheet", { name, sheetId: id, state, "r:id": relationshipId });
}

export function nameXml({ name, refersTo, hidden }: NamePlan): string {
  return element("definedName", { name, hidden: hidden || undefined }, escapeXstring(refersTo));
}

/** Print titles, print area and filter live in names that belong to the sheet (ECMA-376 part 1, 18.2.5). */
export function sheetNames({ name, autoFilter, print }: FileSheetPlan, index: number): string[] {
  const own = (builtIn: string, refersTo: string, hidden?: boolean): string =>
    element("definedName", { name: builtIn, localSheetId: index, hidden }, escapeXstring(refersTo));
  const names: string[] = [];
  if (autoFilter) names.push(own("_xlnm._FilterDatabase", absoluteReference(name, autoFilter), true));
  if (print?.area) names.push(own("_xlnm.Print_Area", absoluteReference(name, print.area)));
  const titles = printTitles(name, print ?? {});
  if (titles !== "") names.push(own("_xlnm.Print_Titles", titles));
  return names;
}

/** `'单位数据'!$A:$C,'单位数据'!$1:$6`; columns come first, as Excel writes them. */
function printTitles(sheet: string, { titleRows: rows, titleColumns: columns }: PrintPlan): string {
  const spans = [
    ...(columns ? [`$${columnName(columns.first)}:$${columnName(columns.last)}`] : []),
    ...(rows ? [`$${rows.first + 1}:$${rows.last + 1}`] : []),
  ];
  return spans.map((span) => `${quoteSheetName(sheet)}!${span}`).join(",");
}
