/** Forms that were found in a blank → a template. */
import { emptyTemplate } from "../template/empty-template";
import type { OfficePackage } from "../template/own-sheet";
import type { DetailList, Form, Template, Unit } from "../template/template";
import type { Discovery } from "./discover";
import { withProposedOutput } from "./propose/propose-output";
import { withScoring } from "./propose/scoring";
import { withRulesOfNotes } from "./propose/rules-from-notes";

export interface TemplateParts {
  readonly name: string;
  readonly forms: readonly Form[];
  readonly lists?: readonly DetailList[];
  readonly units: readonly Unit[];
  /** `2020`, `2020-06`; null where the template serves any period, or none. */
  readonly period: string | null;
  readonly office: OfficePackage;
  /** Sheets of the office's workbook that are no forms. */
  readonly others?: Discovery["others"];
}

function otherSheets(others: Discovery["others"]): Pick<Template, "otherSheets"> {
  const hashes = others.filter(({ why }) => why !== "empty").map(({ hash }) => hash);
  return hashes.length === 0 ? {} : { otherSheets: hashes };
}

export function makeTemplate({
  name,
  forms,
  lists = [],
  units,
  period,
  office,
  others = [],
}: TemplateParts): Template {
  const template = { ...emptyTemplate(name), forms, lists, units, office, ...otherSheets(others) };
  const scored = withScoring(period === null ? template : { ...template, period });
  return withProposedOutput(withRulesOfNotes(scored));
}
