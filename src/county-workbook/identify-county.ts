/** Which county of the register a county workbook is of. */
import type { Finding } from "../findings/finding";
import { unitInPath } from "../intake/recognise/identify-unit";
import { templateVocabulary } from "../intake/template-vocabulary";
import type { Template, Unit } from "../template/template";
import { countyFinding } from "./county-read";

export interface CountyIdentity {
  readonly unit: Unit | null;
  readonly evidence: readonly string[];
  readonly findings: readonly Finding[];
}

/** @param county the name that the workbook itself bears; it weighs more than the file's, unless several bear it */
export function identifyCounty(file: string | null, county: string, template: Template): CountyIdentity {
  const words = templateVocabulary(template);
  const isShared = template.level?.shared.includes(county) ?? false;
  const inside = county === "" || isShared ? null : (words.units.within(county)?.unit ?? null);
  const outside = unitInPath(file, words);
  const unit = inside ?? outside;
  if (unit === null) return { unit, evidence: [], findings: [] };
  const evidence = [...(inside === unit ? ["identity"] : []), ...(outside === unit ? ["fileName"] : [])];
  if (inside === null || outside === null || inside === outside) return { unit, evidence, findings: [] };
  const params = { variant: "fileName", found: outside.name, taken: inside.name };
  const place = { file, sheet: null, cell: null };
  return { unit, evidence, findings: [countyFinding("D12", "explain", unit, place, params)] };
}
