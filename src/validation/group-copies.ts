/** D11: in a copy of another unit's file everything that does not fit this unit follows from the copying. */
import { CATALOGUE } from "../findings/catalogue";
import type { Finding } from "../findings/finding";
import type { CompiledRule } from "../rules";
import { groupBy } from "../workbook/group-by";

/**
 * The findings of a session, with what a copied file brings about folded under its D11: what compares with last year,
 * and sums that were another unit's.
 * @param rules the template's: those of which a line looks at last year compare with it
 */
export function foldCopies(findings: readonly Finding[], rules: readonly CompiledRule[]): Finding[] {
  const ofTwoYears = new Set(
    rules.filter(({ lastYearCodes }) => lastYearCodes.length > 0).map(({ rule: { number } }) => number),
  );
  const followsCopy = ({ code }: Finding): boolean =>
    typeof code === "string"
      ? CATALOGUE[code].followsFrom?.includes("copiedFile") === true
      : ofTwoYears.has(code.number);
  const copies = new Map(findings.filter(isCopy).map((copy) => [fileKey(copy), copy]));
  const others = findings.filter((finding) => !isCopy(finding));
  const follows = (finding: Finding): boolean => copies.has(fileKey(finding)) && followsCopy(finding);
  const effects = groupBy(others.filter(follows), fileKey);
  const folded = [...copies].map(([file, copy]) => ({
    ...copy,
    causes: [...copy.causes, ...(effects.get(file) ?? [])],
  }));
  return [...others.filter((finding) => !follows(finding)), ...folded];
}

/**
 * C04 under D11: what a copied file and its original both list is reported twice because of the copying.
 * @param county what was asked of the county's totals
 */
export function foldCounted(findings: readonly Finding[], county: readonly Finding[]): Finding[] {
  const copies = findings.filter(isCopy);
  const copyOf = ({ code, unit, params }: Finding): Finding | undefined =>
    code !== "C04"
      ? undefined
      : copies.find(
          (copy) =>
            (copy.unit === unit && copy.params.otherUnit === params.otherUnit) ||
            (copy.unit === params.otherUnit && copy.params.otherUnit === unit),
        );
  const effects = groupBy(county, copyOf);
  return [
    ...findings.map((finding) => {
      const own = effects.get(finding);
      return own === undefined ? finding : { ...finding, causes: [...finding.causes, ...own] };
    }),
    ...(effects.get(undefined) ?? []),
  ];
}

function isCopy({ code }: Finding): boolean {
  return code === "D11";
}

/** Several units' reports may be in one file. */
function fileKey({ unit, place }: Finding): string {
  return `${place.file ?? ""}|${unit ?? ""}`;
}
