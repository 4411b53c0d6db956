/** 由填好的表生成模板: copies that units filled in → a template, with nothing of theirs in it. */
import { discoverCopies } from "../form-discovery/copies/discover-copies";
import type { CopyKind } from "../form-discovery/copies/group-copies";
import { unitOfSheets, unitsOfCopies, type UnitsOfCopies } from "../form-discovery/copies/units-of-copies";
import type { Discovery } from "../form-discovery/discover";
import type { Departure } from "../form-discovery/copies/departures-of-copies";
import { withUnitsInLines } from "../form-discovery/units-named";
import { makeTemplate } from "../form-discovery/make-template";
import { withProposedRules } from "../form-discovery/propose/rules-from-notes";
import type { OfficeLeftOut, OfficeOutcome, OfficePackager } from "../ports/ports";
import type { Template } from "../template/template";
import type { BlankFile, BlankOptions } from "./template-from-blank";

export type TemplateFromCopies =
  | {
      readonly ok: true;
      readonly template: Template;
      readonly discovery: Discovery;
      readonly leftOut: readonly OfficeLeftOut[];
      readonly units: UnitsOfCopies;
      /** The file whose layout the template has. */
      readonly norm: string;
      readonly departures: readonly Departure[];
    }
  | { readonly ok: false; readonly reason: "noTable"; readonly discovery: Discovery }
  | {
      readonly ok: false;
      readonly reason: "package";
      readonly outcome: Extract<OfficeOutcome, { ok: false }>;
    };

/** @param kind the copies, of the files `files` */
export async function templateFromCopies(
  kind: CopyKind,
  files: readonly BlankFile[],
  { name, units, period, fallbackName }: BlankOptions,
  packager: OfficePackager,
): Promise<TemplateFromCopies> {
  const told = unitsOfCopies(kind.copies);
  const named = units.length > 0 ? units : told.units;
  const options = {
    period,
    units: named.map((unit) => unit.name),
    title: name ?? fallbackName,
    areUnitsGiven: units.length > 0,
  };
  const found = discoverCopies(kind, unitOfSheets(told), options);
  const { discovery, norm, blank, sheets, remove } = found;
  if (discovery.forms.length === 0) return { ok: false, reason: "noTable", discovery };
  const rename = new Map(sheets.map(({ source, sheet }) => [source, sheet.name]));
  const personal = discovery.personal.map(({ sheet, cells }) => ({
    sheet: sheets.find((each) => each.sheet.name === sheet)!.source,
    cells,
  }));
  const isPackage = norm.workbook.format === "xlsx";
  const office = await packager.take({
    bytes: isPackage
      ? await files.find(({ workbook }) => workbook === norm.workbook)!.bytes()
      : new Uint8Array(),
    workbook: blank,
    ...(isPackage ? { remove, rename } : {}),
    cells: isPackage
      ? [...sheets.map(({ source, changes }) => ({ sheet: source, cells: changes })), ...personal]
      : discovery.personal,
    filled: true,
  });
  if (!office.ok) return { ok: false, reason: "package", outcome: office };
  const { title } = discovery.forms[0]!;
  const template = makeTemplate({
    name: name ?? (isUsualName(title) ? fallbackName : title),
    forms: discovery.forms,
    lists: discovery.lists,
    units: units.length > 0 ? units : withUnitsInLines(named, discovery.unitsInLines),
    period,
    office: { bytes: office.bytes, from: office.from },
    others: discovery.others,
  });
  return {
    ok: true,
    template: withProposedRules(template, found.rules),
    discovery,
    leftOut: office.leftOut,
    units: told,
    norm: norm.name,
    departures: found.departures,
  };
}

function isUsualName(title: string): boolean {
  return /^(?:sheet|工作表)\s*\d*$/i.test(title);
}
