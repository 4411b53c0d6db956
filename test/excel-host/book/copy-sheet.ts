import { HostError } from "../protocol/errors";
import { ChartState } from "./chart-state";
import { mapReferences, renameSheetIn, sameName, sheetOf } from "./references";
import { RuleState } from "./rule-state";
import type { Sheet } from "./sheet";

/** A copy of the sheet with everything on it, named `关工02 (2)`, at the position. */
export function copySheet(source: Sheet, position: number): Sheet {
  const { book } = source;
  if (source.visibility === "VeryHidden" && book.faults.has("veryHiddenIsNotCopied"))
    throw new HostError("GeneralException", "There was an internal error while processing the request.");
  const copy = book.addSheet(freeCopyName(source), position);
  copy.visibility = source.visibility;
  copy.tabColor = source.tabColor;
  copy.protection = source.protection;
  copy.frozen = source.frozen;
  copy.autoFilter = source.autoFilter;
  copy.selection = source.selection;
  copyGrid(source, copy);
  copy.merges.push(...source.merges);
  copy.validations.push(...source.validations.map((known) => ({ ...known })));
  for (const [key, link] of source.links) copy.links.set(key, link);
  for (const [key, value] of source.customProperties) copy.customProperties.set(key, value);
  copy.view.fill(source.view.toJson());
  copy.page.fill(source.page.toJson());
  for (const rule of source.rules) copyRule(rule, copy);
  for (const chart of source.charts) copyChart(chart, copy);
  copyNames(source, copy);
  // What the sheet says of itself by name, the copy says of itself.
  copy.rewriteFormulas((formula) => renameSheetIn(formula, source.name, copy.name));
  book.clearUndo();
  book.touch();
  if (book.faults.has("copyActivates") && copy.visibility === "Visible") book.activate(copy);
  return copy;
}

/** A copy has names of its own: those of the sheet, and those of the workbook that lead to the sheet. */
function copyNames(source: Sheet, copy: Sheet): void {
  const { names } = source.book;
  const leadsHere = ({ formula }: (typeof names)[number]): boolean => {
    let leads = false;
    mapReferences(formula, (reference) => {
      const sheet = sheetOf(reference);
      leads ||= typeof sheet === "string" && sameName(sheet, source.name);
      return reference;
    });
    return leads;
  };
  for (const name of [...source.names, ...names.filter(leadsHere)]) copy.names.push({ ...name, sheet: copy });
}

function copyGrid(source: Sheet, copy: Sheet): void {
  for (const [row, column, cell] of source.grid.allCells()) Object.assign(copy.grid.touch(row, column), cell);
  for (const [row, style] of source.grid.rowStyles) copy.grid.rowStyles.set(row, style);
  for (const [column, style] of source.grid.columnStyles) copy.grid.columnStyles.set(column, style);
  for (const [row, size] of source.grid.rowSizes) copy.grid.rowSizes.set(row, { ...size });
  for (const [column, size] of source.grid.columnSizes) copy.grid.columnSizes.set(column, { ...size });
  copy.grid.sheetStyle = source.grid.sheetStyle;
}

function copyRule(rule: RuleState, copy: Sheet): void {
  const twin = new RuleState(copy.book.newId(), rule.type, [...rule.areas]);
  twin.formula = rule.formula;
  twin.stopIfTrue = rule.stopIfTrue;
  twin.bag.fill(rule.bag.toJson());
  copy.rules.push(twin);
}

function copyChart(chart: ChartState, copy: Sheet): void {
  const twin = new ChartState(copy, copy.book.newId(), chart.name, chart.type);
  const { left, top, width, height, plotBy } = chart;
  Object.assign(twin, { left, top, width, height, plotBy });
  twin.bag.fill(chart.bag.toJson());
  for (const series of chart.series) {
    const { bag } = twin.addSeries(series.name, series.values, series.categories);
    bag.fill(series.bag.toJson());
  }
  copy.charts.push(twin);
}

function freeCopyName(source: Sheet): string {
  for (let n = 2; ; n++) {
    const suffix = ` (${n})`;
    const name = source.name.slice(0, 31 - suffix.length) + suffix;
    if (!source.book.sheet(name)) return name;
  }
}
