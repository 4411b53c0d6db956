/** Files that were read and do not count: repetitions of another file, and workbooks of another period. */
import { shapeFinding } from "../intake/findings";
import type { Finding } from "../findings/finding";
import type { Entry, Submission } from "../intake/submission";
import { withCauses } from "../findings/status";
import { textHash } from "../workbook/content-hash";

/** A submission with what was found in it. */
export interface Checked {
  readonly submission: Submission;
  readonly findings: readonly Finding[];
}

/** S05 that asks for something: the workbook, its signatures or its cover, says another period than the session's. */
export function saysOtherPeriod({ findings }: Checked): boolean {
  return findings.flatMap(withCauses).some((found) => found.code === "S05" && found.class !== "note");
}

/**
 * Submissions that hold just what another of their unit holds, each with that other one. Of those that bear another
 * unit's name D11 is said, where one bears none.
 */
export function copiesAmong(submissions: readonly Submission[]): ReadonlyMap<Submission, Submission> {
  const copies = new Map<Submission, Submission>();
  const originals = new Map<string, Submission>();
  // `台上镇.xlsx` is the original of `台上镇 - 副本.xlsx`.
  const length = ({ file }: Submission): number => file?.length ?? 0;
  const count = new Map<string, number>();
  for (const { unit } of submissions)
    if (unit !== null) count.set(unit.code, (count.get(unit.code) ?? 0) + 1);
  // What a file holds takes long to write down: only where its unit sent several.
  const known = submissions
    .filter(({ unit }) => unit !== null && count.get(unit.code)! > 1)
    .sort((a, b) => length(a) - length(b));
  for (const submission of [...known.filter(isPlainlyOwn), ...known.filter((each) => !isPlainlyOwn(each))]) {
    const content = contentOf(submission);
    const original = originals.get(content);
    if (original === undefined) originals.set(content, submission);
    else if (isPlainlyOwn(submission) || !isPlainlyOwn(original)) copies.set(submission, original);
  }
  return copies;
}

/** The note at a copy. */
export function copyNote({ unit, file }: Submission, original: Submission): Finding {
  const params = { variant: "copy", chosen: original.file ?? unit!.name };
  const finding = shapeFinding("D10", "note", { file, sheet: null, cell: null }, params);
  return { ...finding, unit: unit!.name };
}

/** Nothing but the unit's own name is on it (D12). */
function isPlainlyOwn({ findings }: Submission): boolean {
  return !findings.some(
    ({ code, params }) => code === "D12" && (params.variant === "fileName" || params.variant === "cover"),
  );
}

/** The same for two submissions of a unit that hold the same, whatever kind of file they were read from. */
export function submissionHash(submission: Submission): string {
  return textHash(contentOf(submission));
}

function contentOf({ unit, period, cover, forms, lists, offTemplate }: Submission): string {
  const entry = (read: Entry | null) => read && [read.value ?? read.raw, read.state, read.approximate];
  return JSON.stringify([
    unit?.code ?? null,
    period,
    [...cover].map(([code, read]) => [code, entry(read)]),
    [...forms].map(([id, { lines }]) => [
      id,
      [...lines.values()].map(({ code, current, lastYear, reason }) => [
        code,
        entry(current),
        entry(lastYear),
        reason,
      ]),
    ]),
    [...lists].map(([id, { rows }]) => [
      id,
      rows.map(({ cells }) => [...cells].map(([column, read]) => [column, entry(read)])),
    ]),
    offTemplate.map(({ raw }) => raw),
  ]);
}
