/** What only several submissions together show. */
import { CATALOGUE } from "../findings/catalogue";
import type { Finding } from "../findings/finding";
import type { CheckContext, CrossUnitCheck } from "./check";
import { settled } from "./draft";
import { withProposals } from "./proposals";
import { copiedFiles } from "./cross-unit-checks/copied-files";
import { peers } from "./cross-unit-checks/peers";
import { peersInOtherUnits } from "./cross-unit-checks/peers-in-other-units";
import { renamedCopies, severalFiles } from "./cross-unit-checks/several-files";

/** Findings of the whole session, each at its file. Only files whose unit is known are compared. */
export function crossUnitFindings(all: readonly CheckContext[]): Finding[] {
  const known = all.filter(({ submission }) => submission.unit !== null).sort(byFile);
  const findings = ROUND_CHECKS.flatMap(({ code, run }) => {
    const findingClass = known[0]?.template.builtIn[code] ?? CATALOGUE[code].severity[0];
    return findingClass === "off" ? [] : run(known, findingClass).map(settled);
  });
  return findings.flatMap((finding) => {
    const own = known.find(
      ({ submission, unitName }) => submission.file === finding.place.file && unitName === finding.unit,
    );
    return own === undefined ? finding : withProposals([finding], own);
  });
}

const ROUND_CHECKS: readonly CrossUnitCheck[] = [
  severalFiles,
  renamedCopies,
  copiedFiles,
  peersInOtherUnits,
  peers,
];

/** Does it say what a value is beside those of other units? It can be found wherever the values are known, without files. */
export function isAmongPeers({ code, params: { variant } }: Finding): boolean {
  return code === "P10" || (code === "P06" && (variant === "peersLarger" || variant === "peersSmaller"));
}

/** One file may hold several units. */
function byFile(a: CheckContext, b: CheckContext): number {
  const [left, right] = [a, b].map(
    ({ submission }) => `${submission.file ?? ""}|${submission.unit?.code}`,
  ) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}
