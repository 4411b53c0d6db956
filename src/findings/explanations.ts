/** 说明 by the county: an `explain` finding is settled by a text, as long as what it was written about has not changed. */
import type { Finding, FindingParam } from "./finding";
import { codeKey } from "./catalogue-entry";
import { withCauses } from "./status";

/** Marks what the county settled, so that it can be taken back. */
const COUNTY = "county";

/** What a text was written about. */
export interface Explained {
  /** {@link findingKey} */
  readonly key: string;
  /** {@link seenIn} */
  readonly seen: string;
  readonly text: string;
  /** The 退回单 in which the unit itself wrote it; absent where the county did. */
  readonly source?: string | null;
}

/**
 * What a finding is about: rule, unit, line and cell. The file does not matter, as a unit may send it again; where the
 * unit is not known it is all there is.
 */
export function findingKey({ code, unit, indicator, place: { file, sheet, cell }, params }: Finding): string {
  // One row may look like those of several units (C04).
  const other = params["otherCell"] === undefined ? [] : [params["otherUnit"] ?? null, params["otherCell"]];
  return JSON.stringify([codeKey(code), unit, unit === null ? file : null, indicator, sheet, cell, ...other]);
}

/** The values at the time, and those of what the finding brings about, as a short hash that quotes none of them. */
export function seenIn(finding: Finding): string {
  return markOf(JSON.stringify(factsOf(finding)));
}

/** Is nothing that it brings about still to be fixed? */
export function canBeExplained(finding: Finding): boolean {
  const all = withCauses(finding);
  return all.some((each) => each.class === "explain") && all.every((each) => each.class !== "mustFix");
}

/** Findings that a text answers become notes, with what they bring about. The findings must be {@link unexplained}. */
export function explainAll(findings: readonly Finding[], explanations: readonly Explained[]): Finding[] {
  if (explanations.length === 0) return [...findings];
  const byKey = new Map(explanations.map((each) => [each.key, each]));
  return findings.map((finding) => {
    const explanation = byKey.get(findingKey(finding));
    const holds =
      explanation !== undefined && canBeExplained(finding) && seenIn(finding) === explanation.seen;
    return holds ? answered(finding, explanation) : finding;
  });
}

/** The finding as the checks made it. */
export function unexplained(finding: Finding): Finding {
  const causes = finding.causes.map(unexplained);
  if (finding.params["explainedBy"] !== COUNTY) return { ...finding, causes };
  const { explained: _text, explainedBy: _who, explainedIn: _where, ...params } = finding.params;
  return { ...finding, class: "explain", params, causes };
}

function answered(finding: Finding, explained: Explained): Finding {
  const causes = finding.causes.map((cause) => answered(cause, explained));
  if (finding.class !== "explain") return { ...finding, causes };
  const { text, source } = explained;
  const where: Finding["params"] = source === undefined ? {} : { explainedIn: source };
  return {
    ...finding,
    class: "note",
    params: { ...finding.params, explained: text, explainedBy: COUNTY, ...where },
    causes,
  };
}

type Facts = readonly [
  code: string,
  indicator: string | null,
  values: readonly unknown[],
  causes: readonly Facts[],
];

/** Findings about a sheet's shape have no values: their parameters say what was seen. */
function factsOf({ code, indicator, values, params, causes }: Finding): Facts {
  const seen: Readonly<Record<string, FindingParam>> = values ?? params;
  const names = Object.keys(seen)
    .filter((name) => !PLACES.has(name))
    .sort();
  return [
    codeKey(code),
    indicator,
    names.map((name) => [name, seen[name]]),
    causes.map(factsOf).sort(inOrder),
  ];
}

/** Parameters that say where, not what. */
const PLACES: ReadonlySet<string> = new Set(["sheet", "sheets", "cell"]);

function inOrder(a: Facts, b: Facts): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo), in letters, so that nothing takes it for a telephone number. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return [...hash.toString(16)].map((digit) => "abcdefghijklmnop"[parseInt(digit, 16)]).join("");
}
