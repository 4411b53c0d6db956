/** Findings from what normalising and aligning found. */
import type { RuleClass } from "../rules/rule";
import type { CheckCode } from "../findings/catalogue";
import type { Finding, FindingParam, Place } from "../findings/finding";
import { nameOf } from "./labels";
import type { Defect } from "./normalise";

/** What is in the place of personal data wherever it might be shown or written. */
export const MASKED = "***";

/** What a finding is about, in the reader's words. */
export interface Subject {
  readonly indicator: string | null;
  /** The line's or column's name. */
  readonly name: string;
  /** The text must not be repeated anywhere: names, telephone numbers. */
  readonly personal?: boolean;
}

/** A cell's defect as a finding. The unit is filled in once it is known. */
export function cellFinding(defect: Defect, where: Place, subject: Subject): Finding {
  const { raw = null, value = null } = defect.params;
  const shown = (param: FindingParam): FindingParam => (subject.personal ? MASKED : param);
  return {
    class: defect.class,
    code: defect.code,
    unit: null,
    place: where,
    indicator: subject.indicator,
    values: { raw: shown(raw), value: shown(value) },
    params: {
      ...defect.params,
      raw: shown(raw),
      value: shown(value),
      ...maskedParams(subject.personal ? ["parts", "shown", "struckOut", "text"] : [], defect.params),
      ...(defect.proposal === undefined ? {} : { proposal: shown(defect.proposal) }),
      ...(defect.variant === undefined ? {} : { variant: defect.variant }),
      name: nameOf(subject),
      sheet: where.sheet,
      cell: where.cell,
    },
    causes: [],
  };
}

function maskedParams(names: readonly string[], params: Defect["params"]): Record<string, string> {
  return Object.fromEntries(names.filter((name) => name in params).map((name) => [name, MASKED]));
}

/** A finding about the shape of a sheet or of the workbook. */
export function shapeFinding(
  code: CheckCode,
  cls: RuleClass,
  where: Place,
  params: Readonly<Record<string, FindingParam>> = {},
  indicator: string | null = null,
): Finding {
  return {
    class: cls,
    code,
    unit: null,
    place: where,
    indicator,
    values: null,
    params: { ...params, sheet: where.sheet, cell: where.cell },
    causes: [],
  };
}
