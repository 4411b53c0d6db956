/** What is to be said of a county's workbook one level up: what it lacks, what is open in it, what was changed by hand. */
import type { Finding, Place } from "../findings/finding";
import { withCauses } from "../findings/status";
import { countyLines } from "../consolidation/contributions";
import { READ_STATUSES } from "../consolidation/reported";
import type { Total } from "../consolidation/consolidation";
import type { RuleClass } from "../rules/rule";
import type { Template } from "../template/template";
import { parseA1 } from "../workbook/address";
import { cellAt } from "../workbook/cells";
import { DataLayout } from "../county-layout/data-layout";
import { SHEETS } from "../county-layout/sheet-names";
import { FormPlaces } from "../county-layout/form-places";
import { countyFinding, isAlike, totalPlace, type CountyRead } from "./county-read";

export function findingsOfCounty(county: CountyRead, template: Template): Finding[] {
  return [
    ...otherTemplate(county, template),
    ...incomplete(county),
    ...unsettled(county),
    ...typedOver(county),
    ...changedByHand(county),
  ];
}

function atFile({ file }: CountyRead): Place {
  return { file, sheet: null, cell: null };
}

const LONGEST_LIST = 12;

/** `甲镇、乙镇等 30 个`: as many names as a sentence can carry. */
function named(names: readonly string[]): string {
  const shown = names.slice(0, LONGEST_LIST).join("、");
  return names.length > LONGEST_LIST ? `${shown}……` : shown;
}

/** F32: units of the county whose values are not in its totals. */
function incomplete(county: CountyRead): Finding[] {
  const { record, own, unit } = county;
  const counted = new Set(record.submissions.map((submission) => submission.unit!.name));
  const absent = own.units.map(({ name }) => name).filter((name) => !counted.has(name));
  if (absent.length === 0) return [];
  const held = new Set(
    record.reported.filter(({ status }) => status === "heldBack").map(({ unit: name }) => name),
  );
  const heldBack = absent.filter((name) => held.has(name));
  const params = {
    units: counted.size,
    expected: own.units.length,
    absent: absent.length,
    missing: named(absent),
    ...(heldBack.length > 0 ? { variant: "heldBack", heldBack: named(heldBack), held: heldBack.length } : {}),
  };
  const values = { left: counted.size, right: own.units.length };
  return [countyFinding("F32", "explain", unit, atFile(county), params, { values })];
}

/** F33: what the county has found and not settled. */
function unsettled(county: CountyRead): Finding[] {
  const { record, unit } = county;
  const counted = new Set(
    record.reported.filter(({ status }) => READ_STATUSES.has(status)).map(({ unit: name }) => name),
  );
  const open = record.findings.filter((each) => each.unit !== null && counted.has(each.unit));
  const units = (is: RuleClass): string[] => [
    ...new Set(open.filter((each) => withCauses(each).some((c) => c.class === is)).map((each) => each.unit!)),
  ];
  const [mustFix, explain] = [units("mustFix"), units("explain")];
  if (mustFix.length > 0) {
    const params = { count: mustFix.length, units: named(mustFix) };
    return [countyFinding("F33", "explain", unit, atFile(county), params)];
  }
  if (explain.length === 0) return [];
  const params = { variant: "explain", count: explain.length, units: named(explain) };
  return [countyFinding("F33", "note", unit, atFile(county), params)];
}

/** F34: a total that somebody typed over, so that it no longer follows from the units. */
function typedOver(county: CountyRead): Finding[] {
  const { base, own, totals, workbook, unit, file } = county;
  const units = own.units.map(({ name }) => name);
  const places = new FormPlaces(own, new DataLayout(SHEETS.unitData, own, units, { adjusted: true }));
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return countyLines(own).flatMap(({ form, indicator: { code, name } }) => {
    const total = totals.get(code);
    if (!total || typeof total.value !== "number") return [];
    const onForm = placeOnForm(places.total(code));
    const beside = totalPlace(code, county);
    const candidates = [
      ...(beside ? [{ sheet: base.data.sheet.name, cell: beside.cell! }] : []),
      ...(onForm && onForm.sheet !== SHEETS.unitData ? [onForm] : []),
    ];
    return candidates.flatMap(({ sheet, cell }) => {
      const at = parseA1(cell);
      const grid = sheets.get(sheet);
      const found = grid && at ? cellAt(grid, at.row, at.column) : null;
      if (!found || found.formula !== undefined || typeof found.value !== "number") return [];
      if (isClose(found.value, total)) return [];
      const values = { left: found.value, right: total.value as number };
      const params = { name, form: form.id, typed: found.value, total: total.value as number };
      return [
        countyFinding("F34", "explain", unit, { file, sheet, cell }, params, { indicator: code, values }),
      ];
    });
  });
}

/** `'汇总02 五老队伍'!E7` as its parts. */
function placeOnForm(address: string): { readonly sheet: string; readonly cell: string } | null {
  const cut = address.lastIndexOf("!");
  if (cut < 0) return null;
  const sheet = address.slice(0, cut);
  const plain = sheet.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
  return { sheet: plain, cell: address.slice(cut + 1) };
}

/** Shown with two decimals a ratio is still the same. */
function isClose(typed: number, { value }: Total): boolean {
  return typeof value === "number" && Math.abs(typed - value) <= Math.max(0.005, 1e-9 * Math.abs(value));
}

/** F35: lines that the county did not ask, or asked otherwise, since its template is another version. */
function otherTemplate(county: CountyRead, template: Template): Finding[] {
  const { own, record, unit } = county;
  const before = new Map(countyLines(own).map((line) => [line.indicator.code, line]));
  const lines = countyLines(template);
  const lacking = lines.filter(({ indicator: { code } }) => !before.has(code));
  const otherwise = lines.filter((line) => {
    const one = before.get(line.indicator.code);
    return one !== undefined && !isAlike(one, line);
  });
  const wanted = new Set(lines.map(({ indicator: { code } }) => code));
  const further = [...before.values()].filter(({ indicator: { code } }) => !wanted.has(code));
  const list = (of: typeof lines): string =>
    named(of.map(({ indicator: { code, name } }) => `${code} ${name}`)) || "—";
  const versions = { found: record.templateVersion, wanted: template.version };
  if (lacking.length + otherwise.length + further.length === 0) {
    if (own.id !== template.id || record.templateVersion === template.version) return [];
    return [countyFinding("F35", "note", unit, atFile(county), { ...versions, variant: "alike" })];
  }
  const params = {
    ...versions,
    lacking: list(lacking),
    otherwise: list(otherwise),
    further: list(further),
  };
  return [countyFinding("F35", "explain", unit, atFile(county), params)];
}

/** F36: what the county added, took off or typed over itself; its totals contain it. */
function changedByHand(county: CountyRead): Finding[] {
  const { record, own, unit } = county;
  const names = new Map(countyLines(own).map(({ indicator: { code, name } }) => [code, name]));
  const adjusted = record.adjustments.filter(({ code, amount }) => amount !== 0 && names.has(code));
  const findings: Finding[] = [];
  if (adjusted.length > 0) {
    const list = named(
      adjusted.map(
        ({ code, amount, reason }) =>
          `${names.get(code)} ${amount > 0 ? "+" : ""}${amount}${reason === "" ? "" : `（${reason}）`}`,
      ),
    );
    findings.push(
      countyFinding("F36", "note", unit, atFile(county), {
        variant: "adjusted",
        count: adjusted.length,
        list,
      }),
    );
  }
  if (record.edits.length > 0) {
    const list = named(
      record.edits.map(
        ({ unit: name, code, was, now }) => `${name} ${names.get(code) ?? code} ${was ?? "—"}→${now ?? "—"}`,
      ),
    );
    findings.push(countyFinding("F36", "note", unit, atFile(county), { count: record.edits.length, list }));
  }
  if (record.uncounted.length > 0) {
    const params = { variant: "uncounted", count: record.uncounted.length, list: named(record.uncounted) };
    findings.push(countyFinding("F36", "explain", unit, atFile(county), params));
  }
  return findings;
}
