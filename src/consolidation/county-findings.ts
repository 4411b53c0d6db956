/** The rules of the county (C01 to C06): asked of the whole session, never of one file. */
import { entryOf } from "../findings/catalogue-entry";
import { CATALOGUE, type CheckCode } from "../findings/catalogue";
import { linesOfBuiltIn } from "../template/builtin/settings";
import type { Finding, Place } from "../findings/finding";
import type { RuleClass } from "../rules/rule";
import type { Consolidation, Total } from "./consolidation";
import { isAdjustable } from "./adjustments";
import { countyLines } from "./contributions";
import { duplicateFindings } from "./duplicates";
import { exactSum } from "../workbook/exact-sum";

/**
 * What the county's rules find, in the order of their numbers. Each rule's class is the template's, where it sets one;
 * a rule that is off is not asked. C02 (ratios are recomputed, never averaged) needs no asking: `derived-value.ts` knows
 * no other way. C05 looks at the report's text.
 */
export function countyFindings(consolidation: Consolidation): Finding[] {
  return [
    ...asked(consolidation, "C01", totalsOfUnits),
    ...asked(consolidation, "C01", doubtfulAdjustments),
    ...asked(consolidation, "C03", allReceived),
    ...asked(consolidation, "C04", duplicateFindings),
    ...asked(consolidation, "C06", bulletinArticles),
  ];
}

type CountyRule = (consolidation: Consolidation, findingClass: RuleClass) => Finding[];

function asked(consolidation: Consolidation, code: CheckCode, rule: CountyRule): Finding[] {
  const setting = consolidation.template.builtIn[code] ?? CATALOGUE[code].severity[0];
  return setting === "off" ? [] : rule(consolidation, setting);
}

const COUNTY: Place = { file: null, sheet: null, cell: null };

/** C01: a total is the sum of what the units reported, and of adjustments. A finding here would be a fault of the program. */
function totalsOfUnits({ template, totals }: Consolidation, findingClass: RuleClass): Finding[] {
  return countyLines(template).flatMap(({ indicator }) => {
    const total = totals.get(indicator.code);
    if (indicator.aggregation !== "sum" && indicator.aggregation !== "stock") return [];
    if (!total || typeof total.value !== "number") return [];
    const right = sumOfContributions(total);
    if (right === total.value) return [];
    return [
      {
        class: findingClass,
        code: "C01",
        unit: null,
        place: COUNTY,
        indicator: indicator.code,
        values: { left: total.value, right },
        params: { name: indicator.name },
        causes: [],
      },
    ];
  });
}

/** An adjustment needs a line that is added up, and a reason that somebody can read next year. */
function doubtfulAdjustments({ template, adjustments }: Consolidation, findingClass: RuleClass): Finding[] {
  const indicators = new Map(countyLines(template).map(({ indicator }) => [indicator.code, indicator]));
  return adjustments.flatMap(({ code, amount, reason }) => {
    const indicator = indicators.get(code);
    const variant =
      indicator === undefined || !isAdjustable(indicator)
        ? "notAdjustable"
        : reason.trim() === ""
          ? "noReason"
          : amount === 0
            ? "noAmount"
            : null;
    if (variant === null) return [];
    return [
      {
        class: findingClass,
        code: "C01",
        unit: null,
        place: COUNTY,
        indicator: code,
        values: { value: amount },
        params: { variant, code, name: indicator?.name ?? code },
        causes: [],
      },
    ];
  });
}

function sumOfContributions(total: Total): number {
  const numbers = total.contributions.map(({ value }) => value).filter((value) => typeof value === "number");
  return exactSum([...numbers, total.adjustment ?? 0]);
}

/** C03: units of the register whose values are not in the totals. */
function allReceived(consolidation: Consolidation, findingClass: RuleClass): Finding[] {
  const { units } = consolidation.template;
  const counted = new Set(consolidation.submissions.map((submission) => submission.unit?.name));
  const absent = units.filter((unit) => !counted.has(unit.name));
  if (absent.length === 0) return [];
  return [
    {
      class: findingClass,
      code: "C03",
      unit: null,
      place: COUNTY,
      indicator: null,
      values: { left: units.length - absent.length, right: units.length },
      params: {
        units: units.length - absent.length,
        expected: units.length,
        missing: absent.map((unit) => unit.name).join("、"),
      },
      causes: [],
    },
  ];
}

/** C06: the county cannot print more articles from the units than they sent; asked once all have said how many. */
function bulletinArticles({ template, totals }: Consolidation, findingClass: RuleClass): Finding[] {
  const [printedLine = "", sentLine = ""] = linesOfBuiltIn(template, "C06");
  const printed = totals.get(printedLine);
  const sent = totals.get(sentLine);
  if (typeof printed?.value !== "number" || typeof sent?.value !== "number") return [];
  if (sent.units < sent.expected) return [];
  if (printed.value <= sent.value) return [];
  const [source] = printed.contributions;
  return [
    {
      class: findingClass,
      code: "C06",
      unit: source?.unit ?? null,
      place: source?.place ?? COUNTY,
      indicator: printed.code,
      values: { left: printed.value, right: sent.value },
      params: { relation: `${printedLine}<=${sentLine}` },
      causes: [],
    },
  ];
}

/** A rule of the county that names a unit whose figures must be corrected: its totals are wrong with them. */
export function asksUnitToCorrect({ code, class: findingClass, unit }: Finding): boolean {
  return unit !== null && findingClass === "mustFix" && entryOf(code)?.subject === "county";
}
