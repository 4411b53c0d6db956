/** What a sheet has beside its cells and charts, so that it can be put back as it was: view, filter, print set-up. */
/* eslint-disable office-addins/call-sync-after-load, office-addins/call-sync-before-read, office-addins/load-object-before-read --
   asking and restoring are two steps with the caller's sync between them, which the rules cannot see. */
import type { SavedSheet } from "./write-journal";
import { isSupported } from "./run";

/** Asked of the sheet's copy, which has it all; readable after the next sync. */
export interface SheetState {
  readonly sheet: Excel.Worksheet;
  readonly frozen: Excel.Range;
  readonly filter: Excel.Range;
  readonly page: PageState | null;
}

interface PageState {
  readonly layout: Excel.PageLayout;
  readonly titleRows: Excel.Range;
  readonly area: Excel.RangeAreas;
  readonly breaks: Excel.PageBreakCollection;
}

/** Queues the questions. */
export function askSheetState(context: Excel.RequestContext, name: string): SheetState {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.load("tabColor,showGridlines,protection/protected");
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load("address");
  const filter = sheet.autoFilter.getRangeOrNullObject();
  filter.load("address");
  return { sheet, frozen, filter, page: isSupported("1.9") ? askPage(sheet) : null };
}

function askPage({ pageLayout, horizontalPageBreaks }: Excel.Worksheet): PageState {
  pageLayout.load("orientation,paperSize,zoom,centerHorizontally");
  pageLayout.headersFooters.defaultForAllPages.load("centerHeader,centerFooter");
  const titleRows = pageLayout.getPrintTitleRowsOrNullObject();
  titleRows.load("address");
  const area = pageLayout.getPrintAreaOrNullObject();
  area.load("address");
  horizontalPageBreaks.load("items/rowIndex");
  return { layout: pageLayout, titleRows, area, breaks: horizontalPageBreaks };
}

/** Queues putting it back. The sheet's cells are another matter: `restore` of the backup. */
export function restoreSheetState(
  { workbook }: Excel.RequestContext,
  { name, visibility }: SavedSheet,
  state: SheetState,
): void {
  const sheet = workbook.worksheets.getItem(name);
  sheet.tabColor = state.sheet.tabColor;
  sheet.showGridlines = state.sheet.showGridlines;
  if (state.frozen.isNullObject) sheet.freezePanes.unfreeze();
  else sheet.freezePanes.freezeAt(localAddress(state.frozen.address));
  // Where there was none, taking back the cells has removed what the writing put there.
  if (!state.filter.isNullObject) sheet.autoFilter.apply(localAddress(state.filter.address));
  if (state.page) {
    restorePage(sheet.pageLayout, state.page);
    setPageBreaks(
      sheet,
      state.page.breaks.items.map(({ rowIndex }) => rowIndex),
    );
  }
  sheet.visibility = visibility;
}

function restorePage(layout: Excel.PageLayout, { layout: before, titleRows, area }: PageState): void {
  layout.orientation = before.orientation;
  if (before.paperSize) layout.paperSize = before.paperSize;
  layout.zoom = before.zoom;
  layout.centerHorizontally = before.centerHorizontally;
  const pages = layout.headersFooters.defaultForAllPages;
  const old = before.headersFooters.defaultForAllPages;
  pages.centerHeader = old.centerHeader;
  pages.centerFooter = old.centerFooter;
  if (!titleRows.isNullObject) layout.setPrintTitleRows(localAddress(titleRows.address));
  if (!area.isNullObject) layout.setPrintArea(localAddress(area.address));
}

/** Before each of the rows, and nowhere else. */
export function setPageBreaks({ horizontalPageBreaks }: Excel.Worksheet, rows: readonly number[]): void {
  horizontalPageBreaks.removePageBreaks();
  for (const row of rows) horizontalPageBreaks.add(`A${row + 1}`);
}

/** Our own lock: it has no password, and cells can still be selected. */
export function lock(sheet: Excel.Worksheet): void {
  sheet.protection.protect({ selectionMode: "Normal" });
}

/** `'单位数据'!A1:B2` → `A1:B2`. */
function localAddress(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}
