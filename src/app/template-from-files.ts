/** 用这些表建模板: an office's blank, filled copies of it, or both → a template, with what must be asked. */
import { discoverCopies } from "../form-discovery/copies/discover-copies";
import type { Departure } from "../form-discovery/copies/departures-of-copies";
import { kindsOf, type CopyKind, type FilledFile } from "../form-discovery/copies/group-copies";
import { isUnitName, unitOnSheet } from "../form-discovery/copies/unit-on-sheet";
import { unitOfSheets, unitsOfCopies, type UnitsOfCopies } from "../form-discovery/copies/units-of-copies";
import { commonText } from "../form-discovery/copies/common-text";
import { discoverForms } from "../form-discovery/discover";
import type { OfficePackager } from "../ports/ports";
import { productOf, type Product } from "../template/product-signatures";
import { withEveryLine } from "../template/unit-lines";
import type { Form } from "../template/template";
import {
  templateFromBlank,
  type BlankFile,
  type BlankOptions,
  type TemplateFromBlank,
} from "./template-from-blank";
import { templateFromCopies } from "./template-from-copies";

/** Files that are one form among themselves, and what it is called. */
export interface FormKind {
  readonly title: string;
  readonly files: readonly string[];
}

export type TemplateFromFiles =
  | (Extract<TemplateFromBlank, { ok: true }> & {
      readonly from: "blank" | "copies";
      /** Filled copies, the one excepted whose layout the template has. */
      readonly copies: readonly string[];
      /** Blanks among the files: nobody's reports. */
      readonly blanks: readonly string[];
      /** What the copies say of their units; null where there are none. */
      readonly units: UnitsOfCopies | null;
      /** The copy whose layout the template has; null where it is that of a blank. */
      readonly norm: string | null;
      /** How single copies depart from that layout. */
      readonly departures: readonly Departure[];
    })
  | Extract<TemplateFromBlank, { ok: false }>
  /** A workbook that the program wrote itself. */
  | { readonly ok: false; readonly reason: "product"; readonly file: string; readonly product: Product }
  /** Copies of several forms: a template would be for one of them. */
  | { readonly ok: false; readonly reason: "kinds"; readonly kinds: readonly FormKind[] };

/** Which forms the files are of; those that are no form are left out. */
export function formsAmong(files: readonly FilledFile[]): FormKind[] {
  return kindsOf(files)
    .map((kind) => titled(kind, files))
    .filter(({ title }) => title !== "");
}

/** What copies of a form are called: what their titles have in common, without the names of units. */
function titled(kind: CopyKind, all: readonly FilledFile[]): FormKind {
  const files = all.filter(({ workbook }) => kind.copies.some(({ file }) => file.workbook === workbook));
  const { spelled } = unitsOfCopies(kind.copies);
  const units = new Map([...spelled].map(([{ file }, unit]) => [file.workbook, unit]));
  const titles = files.slice(0, TITLED).flatMap(({ workbook }) => {
    const [form] = discoverForms(workbook).forms;
    return form ? [{ text: form.title, unit: units.get(workbook) ?? null }] : [];
  });
  const title = commonText(titles) || (titles[0]?.text ?? titleOfCopies(kind));
  return { title, files: files.map(({ name }) => name) };
}

/** Of forms that no single filled copy shows, such as cards: the title in all; empty where there is none. */
function titleOfCopies(kind: CopyKind): string {
  if (kind.copies.length < 2) return "";
  const { discovery } = discoverCopies(kind, unitOfSheets(unitsOfCopies(kind.copies)), { title: "" });
  return discovery.forms[0]?.title ?? "";
}

/** So many show what all are called. */
const TITLED = 3;

interface SortedKind<File extends FilledFile = BlankFile> {
  readonly kind: CopyKind;
  readonly files: readonly File[];
  readonly title: string;
  /** Those that were not filled in. Empty: all are filled copies. */
  readonly blanks: readonly File[];
}

export async function templateFromFiles(
  files: readonly BlankFile[],
  options: BlankOptions,
  packager: OfficePackager,
): Promise<TemplateFromFiles> {
  for (const { name: file, workbook } of files) {
    const product = productOf(workbook);
    if (product) return { ok: false, reason: "product", file, product };
  }
  const kinds = kindsOf(files).map((kind) => sorted(kind, files));
  const forms = kinds.filter(({ title }) => title !== "");
  const isFilled = forms.some(({ blanks }) => blanks.length === 0);
  if (isFilled && forms.length > 1) return { ok: false, reason: "kinds", kinds: forms.map(kindOf) };
  return isFilled
    ? fromCopies(forms[0]!, options, packager)
    : fromBlanks(forms.length > 0 ? forms : kinds, options, packager);
}

export type TemplateOfCopies = Extract<TemplateFromFiles, { ok: true }> | NoTemplateOfCopies;

/** `single`: one file says too little; `kinds`: of several forms; `other`: no form, ours, or its parts are damaged. */
export type NoTemplateOfCopies =
  | { readonly ok: false; readonly reason: "single" | "kinds"; readonly kinds: readonly FormKind[] }
  | { readonly ok: false; readonly reason: "other" };

/** Files that are one form among themselves: no person can be asked, so one file is not enough. */
export async function templateOfCopies(
  files: readonly BlankFile[],
  options: BlankOptions,
  packager: OfficePackager,
): Promise<TemplateOfCopies> {
  if (files.some(({ workbook }) => productOf(workbook))) return { ok: false, reason: "other" };
  const forms = kindsOf(files)
    .map((kind) => sorted(kind, files))
    .filter(({ title }) => title !== "");
  const [only, ...others] = forms;
  if (!only) return { ok: false, reason: "other" };
  if (others.length > 0) return { ok: false, reason: "kinds", kinds: forms.map(kindOf) };
  if (only.kind.copies.length < 2) return { ok: false, reason: "single", kinds: [kindOf(only)] };
  const isFilled = only.blanks.length === 0;
  const made = isFilled
    ? await fromCopies(only, options, packager)
    : await fromBlanks([only], options, packager);
  return made.ok ? made : { ok: false, reason: "other" };
}

function kindOf({ title, files }: SortedKind<FilledFile>): FormKind {
  return { title, files: files.map(({ name }) => name) };
}

async function fromCopies(
  { kind, files }: SortedKind,
  options: BlankOptions,
  packager: OfficePackager,
): Promise<TemplateFromFiles> {
  const made = await templateFromCopies(kind, files, options, packager);
  if (!made.ok) return made;
  const copies = files.map(({ name }) => name).filter((name) => name !== made.norm);
  return { ...made, from: "copies", copies, blanks: [] };
}

async function fromBlanks(
  kinds: readonly SortedKind[],
  options: BlankOptions,
  packager: OfficePackager,
): Promise<TemplateFromFiles> {
  const blanks = kinds.flatMap((each) => each.blanks);
  // Filled copies of nothing that is a form.
  if (blanks.length === 0)
    return { ok: false, reason: "noTable", discovery: discoverForms(kinds[0]!.files[0]!.workbook) };
  const rest = kinds.flatMap((each) => each.files.filter((file) => !each.blanks.includes(file)));
  const units = rest.length > 0 ? unitsOfFiles(kinds, rest) : null;
  const known = options.units.length > 0 || units === null ? options.units : units.units;
  const areUnitsGiven = options.units.length > 0;
  const made = await templateFromBlank(blanks, { ...options, units: known, areUnitsGiven }, packager);
  if (!made.ok) return made;
  return {
    ...made,
    from: "blank",
    copies: rest.map(({ name }) => name),
    blanks: blanks.map(({ name }) => name),
    units,
    norm: null,
    departures: [],
  };
}

function unitsOfFiles(kinds: readonly SortedKind[], rest: readonly BlankFile[]): UnitsOfCopies {
  const all = kinds.flatMap(({ kind }) => kind.copies);
  return unitsOfCopies(all.filter(({ file }) => rest.some(({ workbook }) => workbook === file.workbook)));
}

/** Which files of a kind are blanks: without figures, and without a unit's name. */
function sorted<File extends FilledFile>(kind: CopyKind, all: readonly File[]): SortedKind<File> {
  const files = all.filter(({ workbook }) => kind.copies.some(({ file }) => file.workbook === workbook));
  const known = files.map((file) => ({ file, forms: discoverForms(file.workbook).forms }));
  const title = known.flatMap(({ forms }) => forms.map((form) => form.title))[0] ?? titleOfCopies(kind);
  if (files.length === 1 && !kind.copies.some(({ isPart }) => isPart))
    return { kind, files, title, blanks: files };
  const figures = new Map(
    known.map(({ file, forms }) => [file, forms.reduce((sum, form) => sum + figuresIn(form), 0)]),
  );
  const most = Math.max(...figures.values());
  const bare = known.filter(
    ({ file, forms }) => forms.length > 0 && figures.get(file)! <= most * FEW && !namesUnit(kind, file),
  );
  if (most === 0) return { kind, files, title, blanks: differentOnes(bare) };
  const emptiest = [...bare].sort((a, b) => figures.get(a.file)! - figures.get(b.file)!)[0];
  return { kind, files, title, blanks: emptiest ? [emptiest.file] : [] };
}

/** A blank may have some figures of its own: fillers, last year's. */
const FEW = 0.1;

function figuresIn({ own }: Form): number {
  return own!.tables
    .flatMap((table) => withEveryLine(table).cells)
    .filter(({ use, holds }) => use === "sum" && holds !== undefined && Number(holds) !== 0).length;
}

function namesUnit({ copies }: CopyKind, { workbook, name }: FilledFile): boolean {
  const own = copies.filter(({ file }) => file.workbook === workbook);
  const base = name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  return (
    isUnitName(base) ||
    own.some(({ sheets }) => [...sheets.values()].some((each) => unitOnSheet(each) !== null))
  );
}

/** Of blanks with the same labels one is enough. */
function differentOnes<File extends FilledFile>(
  known: readonly { readonly file: File; readonly forms: readonly Form[] }[],
): File[] {
  const first = new Map<string, File>();
  for (const { file, forms } of known) {
    const labels = JSON.stringify(forms.map(labelsOf));
    if (!first.has(labels)) first.set(labels, file);
  }
  return [...first.values()];
}

/** What a form shows, wherever it is on the sheet. */
function labelsOf({ own }: Form): unknown {
  return own?.tables
    .map(withEveryLine)
    .map(({ lines, columns }) => [lines.map(({ path }) => path), columns.map(({ heads }) => heads)]);
}
