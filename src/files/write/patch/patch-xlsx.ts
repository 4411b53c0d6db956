/**
 * Changes somebody else's workbook and leaves everything that is not named byte for byte: charts, pictures, text
 * boxes, sparklines, conditional formats, validations, tables, print settings, protection, names.
 */
import type { SheetPlan } from "../../../workbook/plan";
import { browserInflate } from "../../read/browser-inflate";
import type { Inflate } from "../../read/inflate";
import { checkChart } from "../check-chart";
import { checkSheet, checkSheetName } from "../check-plan";
import { INLINE_TEXTS } from "../shared-strings";
import { SheetParts } from "../sheet-parts";
import type { Deflate } from "../zip";
import { ForeignPackage } from "./foreign-package";
import { addSheets, recalculate, sheetsOf, type ForeignSheet } from "./foreign-workbook";
import { LazyStyles } from "./lazy-styles";
import { checkSheetPatch, type SheetPatch, type WorkbookPatch } from "./patch";
import { patchCells } from "./patch-cells";
import { patchComments } from "./patch-comments";
import { PatchError } from "./patch-error";
import { renameTableColumns } from "./table-headings";
import { foreignGeometry } from "./sheet-sizes";

export interface PatchOptions {
  /** `nodeInflate` in Node; fflate's if absent, which works anywhere. */
  readonly inflate?: Inflate;
  readonly deflate?: Deflate;
}

/**
 * The bytes of the workbook with the changes. Throws `FileReadError` for bytes that are no .xlsx or .xlsm workbook,
 * `PatchError` for changes that this workbook does not allow, `PlanError` for sheets that none would; never half a change.
 */
export function patchXlsx(bytes: Uint8Array, patch: WorkbookPatch, options: PatchOptions = {}): Uint8Array {
  const store = new ForeignPackage(bytes, options.inflate ?? browserInflate);
  if (store.isSigned) throw new PatchError("signed", store.workbook);
  const sheets = sheetsOf(store);
  const added = patch.added ?? [];
  checkAdded(added, sheets);
  const styles = new LazyStyles(store);
  for (const one of bySheet(patch.sheets ?? [])) patchSheet(store, one, sheets, styles);
  renameTableColumns(store, patch.sheets ?? [], sheets);
  if (added.length > 0) {
    const shared = { styles: styles.get().table, texts: INLINE_TEXTS };
    const parts = new SheetParts(store, store.workbook, added, shared);
    addSheets(
      store,
      added,
      added.map((sheet) => parts.add(sheet, false)),
    );
  }
  styles.save();
  if (changesValues(patch)) recalculate(store);
  return store.build(options.deflate);
}

/** All that is asked of a sheet, together. */
function bySheet(patches: readonly SheetPatch[]): SheetPatch[] {
  const names = [...new Set(patches.map(({ sheet }) => sheet))];
  return names.map((sheet) => ({
    sheet,
    cells: patches.flatMap((patch) => (patch.sheet === sheet ? patch.cells : [])),
  }));
}

function checkAdded(added: readonly SheetPlan[], sheets: readonly ForeignSheet[]): void {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (const sheet of added) {
    checkSheetName(sheet.name);
    checkSheet(sheet);
    sheet.charts?.forEach(checkChart);
    if (taken.has(sheet.name.toLowerCase())) throw new PatchError("sheetNameTaken", sheet.name);
    taken.add(sheet.name.toLowerCase());
  }
}

export function patchSheet(
  store: ForeignPackage,
  patch: SheetPatch,
  sheets: readonly ForeignSheet[],
  styles: LazyStyles,
): void {
  checkSheetPatch(patch);
  const sheet = sheets.find(({ name }) => name === patch.sheet);
  if (!sheet || sheet.path === null) throw new PatchError("unknownSheet", patch.sheet);
  const before = store.need(sheet.path);
  const after = patchCells(before, patch, () => styles.get());
  if (after !== before) store.replace(sheet.path, after);
  const comments = patch.cells.flatMap(({ row, column, comment }) =>
    comment === undefined ? [] : [{ row, column, text: comment }],
  );
  patchComments(store, sheet.path, sheet.name, comments, foreignGeometry(after));
}

/** Does anything that formulas may depend on change, or do formulas come in? */
function changesValues({ sheets = [], added = [] }: WorkbookPatch): boolean {
  return (
    sheets.some(({ cells }) => cells.some(({ value }) => value !== undefined)) ||
    added.some(({ cells }) => cells.some(({ formula }) => formula !== undefined))
  );
}
