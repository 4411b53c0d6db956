/** Facts: what one file reports, a row for each unit and item, judged by the file alone. */
import { readSubmissions } from "../intake/read-submissions";
import { readCountySubmission } from "../county-workbook/county-submission";
import { withoutNumbers } from "../county-workbook/privacy";
import { countyLines, entryOf, fillsLine, type FormLine } from "../consolidation/contributions";
import type { Finding } from "../findings/finding";
import { codeText } from "../findings/finding-code";
import type { Say } from "../findings/say";
import { withCauses } from "../findings/status";
import type { Entry, Submission } from "../intake/submission";
import type { ReadResult } from "../ports/ports";
import { takeReturnForms } from "../returns/read-return-form";
import { columnsOf, columnWithRole } from "../template/form-columns";
import type { Template } from "../template/template";
import { createValidator } from "../validation/validator";
import { withoutCopies } from "./county-copies";
import { saysOtherPeriod, submissionHash } from "./not-counted";
import { holdsFigures } from "./holds-figures";
import { ownKind, type SetAside } from "./session-parts";
import { noticesOf, unreadFinding, unreadOf } from "./sources";

export interface Fact {
  readonly template: string;
  readonly version: number;
  readonly period: string | null;
  readonly county: string | null;
  readonly unit_code: string | null;
  readonly unit: string | null;
  readonly form: string;
  readonly item: string;
  /** Names as the form prints them; of a table with a line for each unit the item is the column alone. */
  readonly line: string | null;
  readonly column: string | null;
  readonly measure: string | null;
  readonly aggregation: string;
  /** 是 is 1, 否 is 0. */
  readonly value: number | null;
  readonly text: string | null;
  readonly state: "reported" | "zero" | "blank" | "notApplicable";
  readonly quality: "exact" | "approximate";
  readonly counted: boolean;
  readonly content_hash: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly raw: string | null;
  readonly findings: readonly string[];
}

/** Why nothing of a submission is counted; null where it is. */
export type NotCounted = "unreadable" | "unknown" | "otherPeriod" | "empty" | null;

/** What one submission gives. */
export interface SubmissionFacts {
  readonly unit: string | null;
  readonly notCounted: NotCounted;
  /** Nothing of the template is in the file. */
  readonly isOther: boolean;
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
}

export interface FileFacts {
  readonly file: string;
  /** No unit sent it in. */
  readonly setAside: SetAside["reason"] | null;
  /** One for each unit in the file. */
  readonly submissions: readonly SubmissionFacts[];
}

/** What all rows of an item share. */
type OfItem = Pick<
  Fact,
  "template" | "version" | "county" | "form" | "item" | "line" | "column" | "measure" | "aggregation"
>;

/**
 * @param period what is collected; the template's own where null. Where neither says one, files of every period count.
 * @returns what reads one file after another
 */
export function factReader(
  template: Template,
  period: string | null,
  say: Say,
): (result: ReadResult) => FileFacts {
  const validator = createValidator(template);
  const lines = countyLines(template).map((line) => ({ line, ofItem: ofItem(line, template) }));
  const wanted = period ?? template.period ?? null;

  const ofSubmission = (submission: Submission, file: string): SubmissionFacts => {
    const { findings } = validator.check(submission, { lastYear: null, period: wanted });
    const notCounted = whyNotCounted(submission, findings, template);
    const codes = codesByPlace(findings);
    const contentHash = submissionHash(submission);
    const facts = lines.flatMap(({ line, ofItem: shared }): Fact[] => {
      const entry = entryOf(line, submission);
      if (!entry) return [];
      const mayFill = submission.unit !== null && fillsLine(line, submission.unit);
      return [
        {
          ...shared,
          period: submission.period ?? wanted,
          unit_code: submission.unit?.code ?? null,
          unit: submission.unit?.name ?? null,
          ...valueOf(entry, say),
          state: stateOf(entry, mayFill),
          quality: entry.approximate ? "approximate" : "exact",
          counted: notCounted === null && mayFill && entry.state === "filled" && entry.value !== null,
          content_hash: contentHash,
          file,
          sheet: entry.place.sheet,
          cell: entry.place.cell,
          findings: codesOf(codes, entry, line),
        },
      ];
    });
    const isOther = submission.findings.some(({ code }) => code === "D01");
    return { unit: submission.unit?.name ?? null, notCounted, isOther, facts, findings };
  };

  return (given) => {
    const { file } = given;
    if (!given.ok) {
      const unread = unreadOf(given, [], template);
      const findings = [unreadFinding(unread)];
      const none: SubmissionFacts = {
        unit: unread.unit,
        notCounted: "unreadable",
        isOther: true,
        facts: [],
        findings,
      };
      return { file, setAside: null, submissions: [none] };
    }
    const setAside = ownKind(given);
    const result = withoutCopies(given, template);
    const workbook = result.ok ? takeReturnForms(result.workbook).rest : null;
    if (setAside !== null || workbook === null)
      return { file, setAside: setAside ?? "returnForm", submissions: [] };
    const read = template.level
      ? [readCountySubmission(workbook, file, template)]
      : readSubmissions(workbook, { file }, template);
    const notices = noticesOf(given, template);
    const submissions = read.map((each, i) => {
      const facts = ofSubmission(each, file);
      return i > 0 ? facts : { ...facts, findings: [...notices, ...facts.findings] };
    });
    return { file, setAside: null, submissions };
  };
}

function ofItem(formLine: FormLine, { id, version, county }: Template): OfItem {
  const { form, indicator } = formLine;
  return {
    template: id,
    version,
    county: county || null,
    form: form.id,
    item: indicator.code,
    ...namesOf(formLine),
    measure: indicator.measure || null,
    aggregation: indicator.aggregation,
  };
}

function namesOf({ form, indicator }: FormLine): Pick<Fact, "line" | "column"> {
  for (const { kind, cells, lines, columns } of form.own?.tables ?? []) {
    const cell = cells.find(({ item }) => item === indicator.code);
    if (!cell) continue;
    const line = lines.find(({ key }) => key === cell.line);
    const column = columns.find(({ key }) => key === cell.in);
    return {
      line: kind === "unitLines" ? null : joined(line?.path) || indicator.name,
      column: joined(column?.heads),
    };
  }
  const column = form.own ? null : columnWithRole(columnsOf(form), "value")?.heading;
  return { line: indicator.name, column: column || null };
}

function joined(parts: readonly string[] = []): string | null {
  return parts.filter((part) => part !== "").join(" / ") || null;
}

/** As in the county workbook no telephone or identity number leaves the machine. */
function valueOf({ value, raw }: Entry, say: Say): Pick<Fact, "value" | "text" | "raw"> {
  const clean = (text: string): string | null =>
    text === "" ? null : text.length < SHORTEST_NUMBER ? text : withoutNumbers(text, say);
  if (typeof value === "boolean") return { value: value ? 1 : 0, text: value ? "是" : "否", raw: clean(raw) };
  if (typeof value === "number") return { value, text: null, raw: clean(raw) };
  return { value: null, text: value === null ? null : clean(value), raw: clean(raw) };
}

/** So many characters has a telephone number at least. */
const SHORTEST_NUMBER = 7;

function stateOf({ state, value }: Entry, mayFill: boolean): Fact["state"] {
  if (state === "notApplicable") return "notApplicable";
  if (state === "blank") return mayFill ? "blank" : "notApplicable";
  return value === 0 ? "zero" : "reported";
}

function whyNotCounted(submission: Submission, findings: readonly Finding[], template: Template): NotCounted {
  // A county workbook that cannot be read, one level up.
  if (findings.some(({ code }) => code === "F31")) return "unreadable";
  if (submission.unit === null) return "unknown";
  if (saysOtherPeriod({ submission, findings })) return "otherPeriod";
  return holdsFigures(submission, template) ? null : "empty";
}

/** Codes of findings by the cell that they are at, and by their item. */
function codesByPlace(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>();
  const add = (key: string, code: string): void =>
    void codes.set(key, (codes.get(key) ?? new Set()).add(code));
  for (const { code, indicator, place } of findings.flatMap(withCauses)) {
    if (indicator !== null) add(indicator, codeText(code));
    if (place.cell !== null) add(`${place.sheet}!${place.cell}`, codeText(code));
  }
  return codes;
}

function codesOf(
  codes: ReadonlyMap<string, ReadonlySet<string>>,
  { place }: Entry,
  { indicator }: FormLine,
): readonly string[] {
  if (codes.size === 0) return NONE;
  const found = [codes.get(indicator.code), codes.get(`${place.sheet}!${place.cell}`)];
  const all = new Set(found.flatMap((each) => [...(each ?? [])]));
  return all.size === 0 ? NONE : [...all].sort();
}

const NONE: readonly string[] = [];
