/** How what the county decided enters a session: repairs and confirmed readings before reading, choices after, texts last. */
import {
  inOrder,
  type Accept,
  type Choose,
  type Confirm,
  type Decision,
  type Explain,
  type SendBack,
  type SentFile,
} from "../findings/decisions";
import type { Finding } from "../findings/finding";
import { isConfirmable as isConfirmableCode, type CheckCode } from "../findings/catalogue";
import type { FindingCode } from "../findings/finding-code";
import { readCountySubmission } from "../county-workbook/county-submission";
import { readOnce } from "./read-once";
import { stepOf, type Repair } from "../findings/repair";
import type { Submission } from "../intake/submission";
import type { Template } from "../template/template";
import { explainAll, findingKey, unexplained } from "../findings/explanations";
import { contentHash } from "../workbook/content-hash";
import type { Workbook } from "../workbook/workbook";

/** Why a file does not count: another of its unit was chosen, or it went back and another came. */
export interface Aside {
  readonly chosen: string | null;
  readonly because: "setAside" | "returned";
}

/** What is known of files, be they there or kept in the county workbook. */
export interface KnownFiles {
  markOf(file: string | null): string;
  /** The file of each unit of which the county workbook keeps the values, with the hash that it had then. */
  readonly kept: ReadonlyMap<string, SentFile>;
}

/** Decisions by kind. The order in which they were taken does not matter. */
export class Decided {
  readonly all: readonly Decision[];
  private readonly accepted: readonly Accept[];
  private readonly explained: readonly Explain[];
  private readonly chosen: readonly Choose[];
  private readonly confirmed: readonly Confirm[];
  private readonly sentBack: readonly SendBack[];

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
    this.sentBack = this.all.filter((each) => each.kind === "sendBack");
  }

  /** The workbook's submissions with what was accepted and confirmed for it. */
  read(workbook: Workbook, file: string | null, template: Template): readonly Submission[] {
    if (template.level) return [readCountySubmission(workbook, file, template)];
    const confirmed = this.codesOf(file);
    const own = this.accepted.filter(({ finding }) => finding.place.file === file);
    const read = (accepted: readonly Accept[]): readonly Submission[] =>
      readOnce(workbook, { file, confirmed, repairs: accepted.map(repairOf) }, template);
    const submissions = read(own);
    const units = new Set(submissions.map(({ unit }) => unit?.name ?? null));
    // A unit that sends its report again under another name has not undone what was said of it.
    const others = this.accepted.filter(
      ({ finding: { unit, place } }) =>
        unit !== null &&
        units.has(unit) &&
        (!this.files.has(place.file) || this.isInsteadOf(place.file, unit, workbook)),
    );
    return others.length === 0 ? submissions : read([...others, ...own]);
  }

  /** Did the unit send the workbook after that file of it had gone back? */
  private isInsteadOf(file: string | null, unit: string, workbook: Workbook): boolean {
    return this.sentBack.some(
      (each) =>
        each.unit === unit &&
        each.sent.some((sent) => sent.file === file) &&
        !isAmong(each.sent, contentHash(workbook)),
    );
  }

  /** Submissions that do not count since another file of their unit does, each with that file and the reason. */
  setAside(submissions: readonly Submission[], known: KnownFiles): ReadonlyMap<Submission, Aside> {
    const aside = new Map<Submission, Aside>();
    const settled = new Set<string>();
    const ownOf = (unit: string): Submission[] => submissions.filter((each) => each.unit?.name === unit);
    for (const choice of this.chosen) {
      const others = unchosen(choice, ownOf(choice.unit), known);
      if (others === null) continue;
      settled.add(choice.unit);
      for (const other of others) aside.set(other, { chosen: choice.file, because: "setAside" });
    }
    for (const { unit, sent, came } of this.sentBack) {
      if (settled.has(unit)) continue;
      const own = ownOf(unit);
      const old = own.filter(({ file }) => isAmong(sent, known.markOf(file)));
      const fresh = own.find((each) => !old.includes(each));
      const kept = known.kept.get(unit);
      const chosen = fresh ?? (kept && isAmong(came, kept.mark) ? kept : null);
      if (chosen) for (const other of old) aside.set(other, { chosen: chosen.file, because: "returned" });
    }
    return aside;
  }

  /** Was it decided that the file counts, of whatever period it is? */
  countsAnyway(file: string | null, { markOf }: KnownFiles): boolean {
    return this.all.some(
      (each) => each.kind === "countAnyway" && each.file === file && each.mark === markOf(file),
    );
  }

  /** Findings with the county's texts. */
  explain(findings: readonly Finding[]): Finding[] {
    const texts = this.explained.map(({ finding, seen, text, source }) => ({
      key: findingKey({ ...finding, causes: [] }),
      seen,
      text,
      ...(source === undefined ? {} : { source }),
    }));
    return explainAll(findings, texts);
  }

  /** Findings that an earlier county workbook kept, as if they were found today. */
  renew(findings: readonly Finding[]): Finding[] {
    return this.explain(findings.map(unexplained).map((finding) => this.confirm(finding)));
  }

  private confirm(finding: Finding): Finding {
    if (!isConfirmable(finding)) return finding;
    const codes: ReadonlySet<FindingCode> = this.codesOf(finding.place.file);
    const isConfirmed = codes.has(finding.code);
    return { ...finding, class: isConfirmed ? "note" : "explain" };
  }

  private codesOf(file: string | null): ReadonlySet<CheckCode> {
    return new Set(this.confirmed.filter((each) => each.file === file).map(({ code }) => code));
  }
}

/**
 * The reports of the unit that are not the chosen one; null where the choice says nothing: another came in since, or the
 * chosen one is neither there nor kept.
 */
function unchosen(
  { unit, file, among, marks }: Choose,
  own: readonly Submission[],
  { markOf, kept }: KnownFiles,
): Submission[] | null {
  const others = own.filter((each) => each.file !== file);
  const isKnown = others.every((other) => {
    const at = among.indexOf(other.file);
    return at >= 0 && (marks === undefined || marks[at] === markOf(other.file));
  });
  const chosen = own.length - others.length;
  const stands = chosen === 1 || (chosen === 0 && kept.get(unit)?.file === file);
  return isKnown && stands ? others : null;
}

export function isAmong(files: readonly SentFile[], mark: string): boolean {
  return files.some((each) => each.mark === mark);
}

/** Is the finding about a reading that somebody may confirm, or has confirmed? What was refused was not read. */
export function isConfirmable({ code, params }: Finding): boolean {
  return isConfirmableCode(code) && params.variant !== "vague" && params.variant !== "elsewhere";
}

function repairOf({ finding: { place, proposal } }: Accept): Repair {
  return { place, from: proposal.from, to: proposal.to, step: stepOf(proposal) };
}
