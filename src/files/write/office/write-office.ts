/** A plan that holds an office's own sheets: its package with our sheets among them. */
import type { FilePlan, FileSheetPlan, OfficePlan } from "../../../workbook/plan";
import { freeSheetName } from "../../../workbook/free-sheet-name";
import { browserInflate } from "../../read/browser-inflate";
import { checkPlan } from "../check-plan";
import { ForeignPackage } from "../patch/foreign-package";
import { sheetsOf, type ForeignSheet } from "../patch/foreign-workbook";
import { LazyStyles } from "../patch/lazy-styles";
import { PatchError } from "../patch/patch-error";
import type { PatchOptions } from "../patch/patch-xlsx";
import { PlanError } from "../plan-error";
import { INLINE_TEXTS } from "../shared-strings";
import { SheetParts } from "../sheet-parts";
import { arrangeSheets, newNamesOf, type ArrangedSheet } from "./arrange-sheets";
import { replaceProperties } from "./properties";
import { renameInSheets } from "./rewrite-formulas";
import { selectSheet } from "./sheet-view";
import { writeCells } from "./write-cells";
import { isSheetVisible } from "./is-sheet-visible";

/**
 * Throws a `PlanError` for a plan that cannot be written, a `PatchError` for cells that the package does not allow, a
 * `FileReadError` for bytes that are no package.
 */
export function writeOffice(plan: FilePlan, office: OfficePlan, options: PatchOptions = {}): Uint8Array {
  const store = new ForeignPackage(office.bytes, options.inflate ?? browserInflate);
  if (store.isSigned) throw new PatchError("signed", store.workbook);
  const before = sheetsOf(store);
  const sheets = sheetOrder(plan, office, before);
  checkPlan({ ...plan, sheets: [...plan.sheets, ...keptAsPlans(sheets)] });
  const styles = new LazyStyles(store);
  const kept = sheets.flatMap((sheet) => ("from" in sheet ? (before[sheet.from]!.path ?? []) : []));
  const named = sheets.flatMap((sheet): ArrangedSheet[] => ("from" in sheet ? [sheet] : []));
  renameInSheets(
    store,
    kept,
    newNamesOf(
      before.map(({ name }) => name),
      named,
    ),
  );
  // Formulas that are written name the sheets as they are called in the workbook that is written.
  for (const sheet of office.sheets) writeCells(store, sheet, before, styles);
  const active = activeIndex(store, plan, sheets, before);
  for (const [index, sheet] of sheets.entries()) {
    const path = "from" in sheet ? before[sheet.from]!.path : null;
    if (path !== null) selectSheet(store, path, index === active);
  }
  const parts = new SheetParts(store, store.workbook, plan.sheets, {
    styles: styles.get().table,
    texts: INLINE_TEXTS,
  });
  const arranged = sheets.map((sheet, index): ArrangedSheet =>
    "from" in sheet ? sheet : { plan: sheet, relationship: parts.add(sheet, index === active) },
  );
  arrangeSheets(store, { sheets: arranged, names: plan.names, active });
  const left = new Set(
    arranged.flatMap((sheet) => ("from" in sheet ? before[sheet.from]!.relationship : [])),
  );
  const gone = new Set(before.map(({ relationship }) => relationship).filter((id) => !left.has(id)));
  store.unrelate(store.workbook, ({ id }) => gone.has(id));
  styles.save();
  replaceProperties(store, plan.title);
  store.sweep();
  return store.build(options.deflate);
}

interface KeptSheet {
  readonly from: number;
  readonly name: string;
}

/** The package's sheets, in their order, behind the sheet of ours that they follow. */
function sheetOrder(
  plan: FilePlan,
  office: OfficePlan,
  before: readonly ForeignSheet[],
): (FileSheetPlan | KeptSheet)[] {
  const removed = new Set(office.remove ?? []);
  const unknown = office.sheets.find(({ source }) => !before.some(({ name }) => name === source));
  if (unknown) throw new PlanError("unknownSheet", unknown.source);
  const names = new Map(office.sheets.map(({ source, name = source }) => [source, name]));
  const taken = new Set(
    [...plan.sheets.map(({ name }) => name), ...names.values()].map((name) => name.toLowerCase()),
  );
  const kept = before.flatMap(({ name }, from): KeptSheet[] => {
    if (removed.has(name)) return [];
    const given = names.get(name);
    if (given !== undefined) return [{ from, name: given }];
    // A sheet that the plan says nothing of gives way.
    const free = freeSheetName(name, taken);
    taken.add(free.toLowerCase());
    return [{ from, name: free }];
  });
  const at = office.after === undefined ? 0 : plan.sheets.findIndex(({ name }) => name === office.after) + 1;
  return [...plan.sheets.slice(0, at), ...kept, ...plan.sheets.slice(at)];
}

/** For the checks of names; what is on these sheets is the office's. */
function keptAsPlans(sheets: readonly (FileSheetPlan | KeptSheet)[]): FileSheetPlan[] {
  return sheets.flatMap((sheet) => ("from" in sheet ? [{ name: sheet.name, cells: [] }] : []));
}

function activeIndex(
  store: ForeignPackage,
  { activeSheet }: FilePlan,
  sheets: readonly (FileSheetPlan | KeptSheet)[],
  before: readonly ForeignSheet[],
): number {
  const isVisible = (sheet: FileSheetPlan | KeptSheet): boolean =>
    "from" in sheet
      ? isSheetVisible(store, before[sheet.from]!.name)
      : (sheet.visibility ?? "visible") === "visible";
  const found = sheets.findIndex((sheet) =>
    activeSheet === undefined ? isVisible(sheet) : sheet.name === activeSheet,
  );
  if (found < 0) throw new PlanError("noVisibleSheet", "workbook");
  return found;
}
