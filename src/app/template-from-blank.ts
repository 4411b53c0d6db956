/** 由空白表生成模板: an office's own workbook → a template, with what must be asked. */
import { discoverForms, type Discovery } from "../form-discovery/discover";
import { makeTemplate } from "../form-discovery/make-template";
import type { OfficeLeftOut, OfficeOutcome, OfficePackager } from "../ports/ports";
import { productOf, type Product } from "../template/product-signatures";
import type { Form, Template, Unit } from "../template/template";
import { freeSheetName } from "../workbook/free-sheet-name";
import type { Workbook } from "../workbook/workbook";

export interface BlankFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}

export interface BlankOptions {
  readonly name: string | null;
  readonly units: readonly Unit[];
  readonly period: string | null;
}

export type TemplateFromBlank =
  | {
      readonly ok: true;
      readonly template: Template;
      readonly discovery: Discovery;
      readonly leftOut: readonly OfficeLeftOut[];
      /** Filled copies of a form whose blank is there too: nothing was taken from them. */
      readonly copies: readonly string[];
    }
  /** A workbook that the program wrote itself. */
  | {
      readonly ok: false;
      readonly reason: "product";
      readonly file: string;
      readonly product: Product;
    }
  /** All are filled copies of one form, and none is its blank. */
  | { readonly ok: false; readonly reason: "copies"; readonly files: readonly string[] }
  /** `noTable`: no sheet holds one. `package`: the file's own parts cannot be taken over. */
  | { readonly ok: false; readonly reason: "noTable"; readonly discovery: Discovery }
  | {
      readonly ok: false;
      readonly reason: "package";
      readonly outcome: Extract<OfficeOutcome, { ok: false }>;
    };

/** @param files blanks; the forms of all of them become one template */
export async function templateFromBlank(
  files: readonly BlankFile[],
  { name, units, period }: BlankOptions,
  packager: OfficePackager,
): Promise<TemplateFromBlank> {
  for (const { name: file, workbook } of files) {
    const product = productOf(workbook);
    if (product) return { ok: false, reason: "product", file, product };
  }
  const { blanks, copies } = sorted(files);
  if (blanks.length === 0) return { ok: false, reason: "copies", files: copies };
  const { bytes, workbook } = joined(blanks);
  const discovery = discoverForms(workbook, { period, units: units.map((unit) => unit.name) });
  if (discovery.forms.length === 0) return { ok: false, reason: "noTable", discovery };
  const office = await packager.take({ bytes, workbook, cells: discovery.personal });
  if (!office.ok) return { ok: false, reason: "package", outcome: office };
  const template = makeTemplate({
    name: name ?? nameOf(discovery.forms[0]!, blanks[0]!.name),
    forms: discovery.forms,
    units,
    period,
    office: { bytes: office.bytes, from: office.from },
  });
  return { ok: true, template, discovery, leftOut: office.leftOut, copies };
}

/** Its title; a sheet that nobody named says less than the file. */
function nameOf({ title }: Form, file: string): string {
  return /^(?:sheet|工作表)\s*\d*$/i.test(title) ? file.replace(/\.[^.]*$/, "") : title;
}

/** Of several files with one form the one that nobody filled is its blank. */
function sorted(files: readonly BlankFile[]): { blanks: readonly BlankFile[]; copies: readonly string[] } {
  if (files.length === 1) return { blanks: files, copies: [] };
  const groups = new Map<string, { file: BlankFile; filled: number }[]>();
  for (const file of files) {
    const { forms, questions } = discoverForms(file.workbook);
    const filled = questions.filter(({ code }) => code === "filled").length;
    const labels = forms.length === 0 ? file.name : JSON.stringify(forms.map(labelsOf));
    groups.set(labels, [...(groups.get(labels) ?? []), { file, filled }]);
  }
  const blanks: BlankFile[] = [];
  const copies: string[] = [];
  for (const group of groups.values()) {
    const least = group.find(({ filled }) => filled === Math.min(...group.map((each) => each.filled)))!;
    const isBlank = group.length === 1 || least.filled === 0;
    if (isBlank) blanks.push(least.file);
    copies.push(...group.filter((each) => !isBlank || each !== least).map(({ file }) => file.name));
  }
  return { blanks, copies };
}

/** What a form shows, wherever it is on the sheet. */
function labelsOf({ own }: Form): unknown {
  return own?.tables.map(({ lines, columns }) => [
    lines.map(({ path }) => path),
    columns.map(({ heads }) => heads),
  ]);
}

/** Of several files only what the grid knows is taken over: their packages cannot be joined. */
function joined(files: readonly BlankFile[]): Pick<BlankFile, "bytes" | "workbook"> {
  const [first, ...others] = files as [BlankFile, ...BlankFile[]];
  if (others.length === 0) return first;
  const taken = new Set<string>();
  const sheets = files.flatMap(({ workbook }) =>
    workbook.sheets.map((sheet) => {
      const name = freeSheetName(sheet.name, taken);
      taken.add(name.toLowerCase());
      return { ...sheet, name };
    }),
  );
  return { bytes: new Uint8Array(), workbook: { ...first.workbook, sheets } };
}
