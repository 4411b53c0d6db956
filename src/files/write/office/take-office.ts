/** An office's workbook becomes the package that forms are written into: its own sheets, and nothing of a person's. */
import type { OfficeLeftOut, OfficeOutcome, OfficePackager, OfficeSource } from "../../../ports/ports";
import { browserInflate } from "../../read/browser-inflate";
import { compoundFileStream } from "../../read/cfb";
import { decryptPackage } from "../../read/decrypt-package";
import { FileReadError } from "../../read/errors";
import { ForeignPackage } from "../patch/foreign-package";
import { sheetsOf, type ForeignSheet } from "../patch/foreign-workbook";
import { LazyStyles } from "../patch/lazy-styles";
import { PatchError } from "../patch/patch-error";
import { type PatchOptions } from "../patch/patch-xlsx";
import { CONTENT_TYPES } from "../package";
import { PlanError } from "../plan-error";
import { arrangeSheets, newNamesOf } from "./arrange-sheets";
import { cleanSheet } from "./clean-sheet";
import { gridPackage } from "./grid-package";
import { isSheetVisible } from "./is-sheet-visible";
import { replaceProperties } from "./properties";
import { renameInSheets } from "./rewrite-formulas";
import { stripNames } from "./strip-filled";
import { dropUnusedStrings } from "./unused-strings";
import { writeCells } from "./write-cells";

/** With `nodeInflate` in Node; what works anywhere if absent. */
export function officePackager(options: PatchOptions = {}): OfficePackager {
  return { take: (source) => take(source, options) };
}

async function take(source: OfficeSource, options: PatchOptions): Promise<OfficeOutcome> {
  try {
    const bytes = isEncrypted(source.bytes) ? await decryptPackage(source.bytes) : source.bytes;
    if (!bytes) return { ok: false, reason: "encrypted", detail: "D06" };
    const store = openPackage(bytes, options);
    if (store) return takePackage(store, source, options);
    return { ok: true, bytes: gridPackage(source, options), from: "grid", leftOut: [{ what: "looks" }] };
  } catch (error) {
    return refusal(error);
  }
}

function isEncrypted(bytes: Uint8Array): boolean {
  const isCompound = [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
  return isCompound && compoundFileStream(bytes, "EncryptedPackage") !== null;
}

/** Null for what is no Open XML workbook. */
function openPackage(bytes: Uint8Array, { inflate = browserInflate }: PatchOptions): ForeignPackage | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  try {
    return new ForeignPackage(bytes, inflate);
  } catch (error) {
    // OpenDocument is a zip too.
    if (error instanceof FileReadError && error.error.code === "F04") return null;
    throw error;
  }
}

function refusal(error: unknown): OfficeOutcome {
  if (error instanceof FileReadError) {
    const { code } = error.error;
    return { ok: false, reason: code === "D06" ? "encrypted" : "damaged", detail: code };
  }
  if (error instanceof PatchError || error instanceof PlanError) {
    const reason = error.code === "noVisibleSheet" ? "noSheet" : "damaged";
    return { ok: false, reason, detail: `${error.code} ${error.place}` };
  }
  throw error;
}

/** Parts of the workbook that are taken over; every other is of a program, a person or another file. */
const TAKEN = /^(?:worksheet|chartsheet|theme|styles|sharedStrings|sheetMetadata)$/;

function takePackage(store: ForeignPackage, source: OfficeSource, options: PatchOptions): OfficeOutcome {
  const leftOut: OfficeLeftOut[] = [];
  if (store.isSigned) leftOut.push({ what: "signature" });
  const types = new Set(store.relationships(store.workbook).map(({ type }) => type));
  const has = (pattern: RegExp): boolean => [...types].some((type) => pattern.test(type));
  if (has(/^vbaProject$|macrosheet$/i)) leftOut.push({ what: "macros" });
  if (has(/^externalLink$/)) leftOut.push({ what: "externalLinks" });
  if (has(/^pivotCacheDefinition$/)) leftOut.push({ what: "pivotTables" });
  const before = sheetsOf(store);
  const kept = keptSheets(store, before, source.remove ?? []);
  const active = kept.findIndex(({ name }) => isSheetVisible(store, name));
  if (active < 0) throw new PlanError("noVisibleSheet", "workbook");
  const nameOf = ({ name }: ForeignSheet): string => source.rename?.get(name) ?? name;
  const sheets = kept.map((sheet) => ({ from: before.indexOf(sheet), name: nameOf(sheet) }));
  renameInSheets(
    store,
    kept.flatMap(({ path }) => path ?? []),
    newNamesOf(
      before.map(({ name }) => name),
      sheets,
    ),
  );
  if (source.filled) stripNames(store);
  arrangeSheets(store, { sheets, names: [], active });
  const ids = new Set(kept.map(({ relationship }) => relationship));
  store.unrelate(
    store.workbook,
    ({ id, type }) => !TAKEN.test(type) || (type.endsWith("sheet") && !ids.has(id)),
  );
  store.unrelate("", ({ type }) => type !== "officeDocument");
  store.retype(store.workbook, CONTENT_TYPES.workbook);
  const names = new Set(kept.map((sheet) => nameOf(sheet).toLowerCase()));
  const unsafe: string[] = [];
  for (const [index, sheet] of kept.entries()) {
    if (sheet.path === null) continue;
    const cleaned = cleanSheet(store, sheet, {
      names,
      filled: source.filled ?? false,
      selected: index === active,
    });
    unsafe.push(...cleaned.unsafe);
    if (cleaned.objects && !leftOut.some(({ what }) => what === "objects")) leftOut.push({ what: "objects" });
  }
  if (unsafe.length > 0) leftOut.push({ what: "formulas", cells: unsafe });
  const styles = new LazyStyles(store);
  for (const { sheet, cells } of source.cells ?? []) {
    if (kept.some(({ name }) => name === sheet)) writeCells(store, { source: sheet, cells }, before, styles);
  }
  styles.save();
  replaceProperties(store, undefined);
  dropUnusedStrings(
    store,
    kept.flatMap(({ path }) => path ?? []),
  );
  store.sweep();
  return { ok: true, bytes: store.build(options.deflate), from: "xlsx", leftOut };
}

/** Sheets of macros and dialogs are none. */
function keptSheets(
  store: ForeignPackage,
  before: readonly ForeignSheet[],
  remove: readonly string[],
): ForeignSheet[] {
  const types = new Map(store.relationships(store.workbook).map(({ id, type }) => [id, type]));
  return before.filter(
    ({ name, relationship }) =>
      !remove.includes(name) && /^(?:work|chart)sheet$/.test(types.get(relationship) ?? ""),
  );
}
