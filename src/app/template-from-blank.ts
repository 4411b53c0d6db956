/** 由空白表生成模板: an office's own workbook → a template, with what must be asked. */
import { discoverForms, type Discovery } from "../form-discovery/discover";
import { withUnitsInLines } from "../form-discovery/units-named";
import { makeTemplate } from "../form-discovery/make-template";
import type { OfficeLeftOut, OfficeOutcome, OfficePackager } from "../ports/ports";
import type { Form, Template, Unit } from "../template/template";
import { freeSheetName } from "../workbook/free-sheet-name";
import type { Workbook } from "../workbook/workbook";

export interface BlankFile {
  /** As the call gives it; folders in front do not matter. */
  readonly name: string;
  /** Read only where they are needed; empty where they cannot be had any more: then the grid serves. */
  bytes(): Promise<Uint8Array>;
  readonly workbook: Workbook;
}

export interface BlankOptions {
  readonly name: string | null;
  readonly units: readonly Unit[];
  /** Did staff give these units, and not only some copies? */
  readonly areUnitsGiven?: boolean;
  readonly period: string | null;
  /** What a template and its sheets are called that nothing else names. */
  readonly fallbackName: string;
}

export type TemplateFromBlank =
  | {
      readonly ok: true;
      readonly template: Template;
      readonly discovery: Discovery;
      readonly leftOut: readonly OfficeLeftOut[];
    }
  /** `noTable`: no sheet holds one. `package`: the file's own parts cannot be taken over. */
  | { readonly ok: false; readonly reason: "noTable"; readonly discovery: Discovery }
  | {
      readonly ok: false;
      readonly reason: "package";
      readonly outcome: Extract<OfficeOutcome, { ok: false }>;
    };

/** @param blanks the forms of all of them become one template */
export async function templateFromBlank(
  blanks: readonly BlankFile[],
  { name, units, areUnitsGiven = units.length > 0, period }: BlankOptions,
  packager: OfficePackager,
): Promise<TemplateFromBlank> {
  const { bytes, workbook } = joined(blanks);
  const discovery = discoverForms(workbook, {
    period,
    units: units.map((unit) => unit.name),
    areUnitsGiven,
  });
  if (discovery.forms.length === 0) return { ok: false, reason: "noTable", discovery };
  const office = await packager.take({ bytes: await bytes(), workbook, cells: discovery.personal });
  if (!office.ok) return { ok: false, reason: "package", outcome: office };
  const template = makeTemplate({
    name: name ?? nameOf(discovery.forms[0]!, blanks[0]!.name),
    forms: discovery.forms,
    lists: discovery.lists,
    units: areUnitsGiven ? units : withUnitsInLines(units, discovery.unitsInLines),
    period,
    office: { bytes: office.bytes, from: office.from },
    others: discovery.others,
  });
  return { ok: true, template, discovery, leftOut: office.leftOut };
}

/** Its title; a sheet that nobody named says less than the file. */
function nameOf({ title }: Form, file: string): string {
  return /^(?:sheet|工作表)\s*\d*$/i.test(title)
    ? file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "")
    : title;
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
  return { bytes: async () => new Uint8Array(), workbook: { ...first.workbook, sheets } };
}
