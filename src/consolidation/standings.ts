/** Units of the register that are not in the totals, by the reason; and those in the totals that need a look. */
import { entryOf } from "../findings/catalogue-entry";
import { withCauses } from "../findings/status";
import type { Consolidation } from "./consolidation";
import { SILENT_STATUSES } from "./reported";

/** `noFigures`: the report was read, and nothing is filled in it. */
export const LEFT_OUT = [
  "missing",
  "otherPeriod",
  "heldBack",
  "unreadable",
  "duplicate",
  "noFigures",
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** `sentAgain`: a form or the whole workbook has last year's figures. `allZero`: so are all lines marked key. */
export const LOOK_AT = ["sentAgain", "allZero"] as const;
export type LookAt = (typeof LOOK_AT)[number];

/** Units for one reason, in the order of the register. */
export interface UnitsFor<Why extends string> {
  readonly why: Why;
  readonly units: readonly string[];
}

type Known = Pick<Consolidation, "reported" | "submissions"> & {
  readonly template: Pick<Consolidation["template"], "units">;
};

/** Every unit that is not counted, once; reasons of no unit are left out. */
export function unitsLeftOut({ template, reported, submissions }: Known): UnitsFor<LeftOut>[] {
  const counted = new Set(submissions.map(({ unit }) => unit?.name));
  const absent = template.units.map(({ name }) => name).filter((name) => !counted.has(name));
  return grouped(LEFT_OUT, absent, (name, why) => reasonOf(name, reported) === why);
}

/** Units in the totals of which something is still to be explained that speaks against the whole report. */
export function unitsToLookAt({
  template,
  submissions,
  findings,
}: Omit<Known, "reported"> & Pick<Consolidation, "findings">): UnitsFor<LookAt>[] {
  const open = findings.flatMap(withCauses).filter((finding) => finding.class !== "note");
  const counted = new Set(submissions.map(({ unit }) => unit?.name));
  const names = template.units.map(({ name }) => name).filter((name) => counted.has(name));
  return grouped(LOOK_AT, names, (name, why) =>
    open.some(({ unit, code }) => unit === name && entryOf(code)?.lookAt === why),
  );
}

function reasonOf(unit: string, reported: Known["reported"]): LeftOut {
  const own = reported.filter((each) => each.unit === unit).map(({ status }) => status);
  const status = own.find((each) => !SILENT_STATUSES.has(each)) ?? own.find((each) => each === "otherPeriod");
  return LEFT_OUT.find((why) => why === (status ?? "missing")) ?? "noFigures";
}

function grouped<Why extends string>(
  reasons: readonly Why[],
  names: readonly string[],
  isFor: (name: string, why: Why) => boolean,
): UnitsFor<Why>[] {
  return reasons
    .map((why) => ({ why, units: names.filter((name) => isFor(name, why)) }))
    .filter(({ units }) => units.length > 0);
}
