/** How what the county decided enters a round: repairs and confirmed readings before reading, choices after, texts last. */
import {
  inOrder,
  type Accept,
  type Choose,
  type Confirm,
  type Decision,
  type Explain,
} from "../consolidation/decisions";
import type { Finding } from "../intake/finding";
import { CONFIRMABLE } from "../intake/normalise";
import { readSubmissions } from "../intake/read-submissions";
import type { Repair } from "../intake/repair";
import type { Submission } from "../intake/submission";
import type { Template } from "../template/template";
import { explainAll, findingKey, unexplained } from "../validation/explanations";
import type { Workbook } from "../workbook/workbook";

/** Decisions by kind. The order in which they were taken does not matter. */
export class Decided {
  readonly all: readonly Decision[];
  private readonly accepted: readonly Accept[];
  private readonly explained: readonly Explain[];
  private readonly chosen: readonly Choose[];
  private readonly confirmed: readonly Confirm[];

  /** `files`: what is there to be read; repairs of other files go by their unit. */
  constructor(
    decisions: readonly Decision[],
    private readonly files: ReadonlySet<string | null>,
  ) {
    this.all = inOrder(decisions);
    this.accepted = this.all.filter((each) => each.kind === "accept");
    this.explained = this.all.filter((each) => each.kind === "explain");
    this.chosen = this.all.filter((each) => each.kind === "choose");
    this.confirmed = this.all.filter((each) => each.kind === "confirm");
  }

  /** The workbook's submissions with what was accepted and confirmed for it. */
  read(workbook: Workbook, file: string | null, template: Template): Submission[] {
    const confirmed = this.codesOf(file);
    const own = this.accepted.filter(({ finding }) => finding.place.file === file);
    const read = (accepted: readonly Accept[]): Submission[] =>
      readSubmissions(workbook, { file, confirmed, repairs: accepted.map(repairOf) }, template);
    const submissions = read(own);
    const units = new Set(submissions.map(({ unit }) => unit?.name ?? null));
    // A unit that sends its report again under another name has not undone what was said of it.
    const others = this.accepted.filter(
      ({ finding: { unit, place } }) => unit !== null && units.has(unit) && !this.files.has(place.file),
    );
    return others.length === 0 ? submissions : read([...others, ...own]);
  }

  /** Submissions that do not count since another file of their unit was chosen, each with the file that counts. */
  setAside(submissions: readonly Submission[]): ReadonlyMap<Submission, string | null> {
    const aside = new Map<Submission, string | null>();
    for (const { unit, file, among } of this.chosen) {
      const own = submissions.filter((submission) => submission.unit?.name === unit);
      const isKnown = own.every((submission) => among.includes(submission.file));
      if (!isKnown || own.filter((submission) => submission.file === file).length !== 1) continue;
      for (const other of own) if (other.file !== file) aside.set(other, file);
    }
    return aside;
  }

  /** Findings with the county's texts. */
  explain(findings: readonly Finding[]): Finding[] {
    const texts = this.explained.map(({ finding, seen, text }) => ({
      key: findingKey({ ...finding, causes: [] }),
      seen,
      text,
    }));
    return explainAll(findings, texts);
  }

  /** Findings that an earlier county workbook kept, as if they were found today. */
  renew(findings: readonly Finding[]): Finding[] {
    return this.explain(findings.map(unexplained).map((finding) => this.confirm(finding)));
  }

  private confirm(finding: Finding): Finding {
    if (!isConfirmable(finding)) return finding;
    const isConfirmed = this.codesOf(finding.place.file).has(finding.code);
    return { ...finding, class: isConfirmed ? "note" : "explain" };
  }

  private codesOf(file: string | null): ReadonlySet<string> {
    return new Set(this.confirmed.filter((each) => each.file === file).map(({ code }) => code));
  }
}

/** Is the finding about a reading that somebody may confirm, or has confirmed? What was refused was not read. */
export function isConfirmable({ code, params }: Finding): boolean {
  return CONFIRMABLE.has(code) && params.variant !== "vague" && params.variant !== "elsewhere";
}

function repairOf({ finding: { place, proposal } }: Accept): Repair {
  return { place, from: proposal.from, to: proposal.to };
}
