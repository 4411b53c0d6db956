/** D13: one unit in several workbooks. Files of one unit that share no form and no list are parts of one submission. */
import type { Finding } from "../findings/finding";
import { shapeFinding } from "./findings";
import type { Submission } from "./submission";

/**
 * Joins the parts of a unit's submission, in the order of the submissions; two files that hold the same form or list
 * are two versions and stay two (D10). What one part lacks and another has is no longer missing.
 */
export function joinParts(submissions: readonly Submission[]): Submission[] {
  const joined: Submission[] = [];
  for (const submission of submissions) {
    const at = joined.findIndex((other) => isOtherPart(other, submission));
    if (at < 0) joined.push(submission);
    else joined[at] = join(joined[at]!, submission);
  }
  return joined;
}

function isOtherPart(a: Submission, b: Submission): boolean {
  if (!a.unit || a.unit.code !== b.unit?.code || a.period !== b.period || a.file === b.file) return false;
  const shared = [...a.forms.keys(), ...a.lists.keys()].some((id) => b.forms.has(id) || b.lists.has(id));
  return !shared && holdsSomething(a) && holdsSomething(b);
}

function holdsSomething({ forms, lists }: Submission): boolean {
  return forms.size + lists.size > 0;
}

function join(first: Submission, second: Submission): Submission {
  const lists = new Map([...first.lists, ...second.lists]);
  const told = first.findings.some(isSplit) ? [] : [split(first, second)];
  return {
    ...first,
    evidence: [...new Set([...first.evidence, ...second.evidence])],
    cover: first.cover.size > 0 ? first.cover : second.cover,
    forms: new Map([...first.forms, ...second.forms]),
    lists,
    offTemplate: [...first.offTemplate, ...second.offTemplate],
    findings: [
      ...told,
      ...first.findings,
      ...second.findings.filter((finding) => !isRepeated(finding, first)),
    ].filter((finding) => !isDeletedList(finding) || !lists.has(String(finding.params.id))),
  };
}

function split(first: Submission, second: Submission): Finding {
  const place = { file: first.file, sheet: null, cell: null };
  const params = { variant: "split", unit: first.unit!.name, otherFile: second.file };
  return { ...shapeFinding("D13", "explain", place, params), unit: first.unit!.name };
}

function isSplit({ code, params }: Finding): boolean {
  return code === "D13" && params.variant === "split";
}

function isDeletedList({ code, params }: Finding): boolean {
  return code === "D18" && params.variant === "deleted";
}

/** A list that both parts lack is missing once. */
function isRepeated(finding: Finding, first: Submission): boolean {
  return (
    isDeletedList(finding) &&
    first.findings.some((other) => isDeletedList(other) && other.params.id === finding.params.id)
  );
}
