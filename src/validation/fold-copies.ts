/** D11: in a copy of another unit's file everything that does not fit this unit follows from the copying. */
import type { Finding } from "../intake/finding";
import { groupBy } from "./grouping";

/** What compares with last year, and sums that were another unit's. */
const FOLLOWS = /^(?:P\d|R08$|R09$|D17$|D54$)/;

/** The findings of a round, with what a copied file brings about folded under its D11. */
export function foldCopies(findings: readonly Finding[]): Finding[] {
  const copies = new Map(findings.filter(isCopy).map((copy) => [fileKey(copy), copy]));
  const others = findings.filter((finding) => !isCopy(finding));
  const follows = (finding: Finding): boolean => copies.has(fileKey(finding)) && FOLLOWS.test(finding.code);
  const effects = groupBy(others.filter(follows), fileKey);
  const folded = [...copies].map(([file, copy]) => ({
    ...copy,
    causes: [...copy.causes, ...(effects.get(file) ?? [])],
  }));
  return [...others.filter((finding) => !follows(finding)), ...folded];
}

function isCopy({ code }: Finding): boolean {
  return code === "D11";
}

/** Several units' reports may stand in one file. */
function fileKey({ unit, place }: Finding): string {
  return `${place.file ?? ""}|${unit ?? ""}`;
}
