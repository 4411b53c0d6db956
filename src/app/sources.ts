/** What a session is given: files that were read or could not be, the open workbook; and what is said of those files. */
import type { CheckCode } from "../findings/catalogue";
import type { Finding, Place } from "../findings/finding";
import { unitFromFileName } from "../intake/read-submissions";
import type { Submission } from "../intake/submission";
import type { FileError, FileNotice, ReadResult } from "../ports/ports";
import { productOf } from "../template/product-signatures";
import type { Template } from "../template/template";
import { readOnce } from "./read-once";
import { packed, SharedTexts } from "./pack-submission";
import { contentHash } from "../workbook/content-hash";
import type { Workbook } from "../workbook/workbook";

/** A file of which only what it reported is held; the workbook itself was let go. */
export interface ReducedFile {
  readonly file: string;
  readonly ok: true;
  readonly workbook: null;
  readonly submissions: readonly Submission[];
  readonly hash: string;
  readonly notices: readonly FileNotice[];
}

/** A file that was read or could not be, or the open workbook. */
export type Source =
  | ReadResult
  | ReducedFile
  | {
      readonly file: null;
      readonly ok: true;
      readonly workbook: Workbook;
      readonly notices: readonly FileNotice[];
    };

/** Of what cannot be read no more is known than why. */
export function hashOf(source: Source): string {
  if (!source.ok) return `unreadable ${source.error.code}`;
  return source.workbook === null ? source.hash : contentHash(source.workbook);
}

/**
 * What the file reported, in place of its workbook. What the program wrote itself and what holds nothing of the template
 * stay whole: they are asked more than what they report.
 */
export function reduced(
  source: ReadResult,
  template: Template,
  texts = new SharedTexts(),
): ReadResult | ReducedFile {
  if (!source.ok || productOf(source.workbook)) return source;
  const { file, workbook, notices } = source;
  const read = readOnce(workbook, { file }, template);
  if (read.some(({ findings }) => findings.some(({ code }) => code === "D01"))) return source;
  const submissions = read.map((each) => packed(each, texts));
  return { file, ok: true, workbook: null, submissions, hash: contentHash(workbook), notices };
}

/** What the reader said about a file that it has read, as findings; the unit is known from the file's name at best. */
export function noticesOf(result: Source, template: Template): Finding[] {
  if (result.file === null || !result.ok) return [];
  const { file } = result;
  const unit = unitFromFileName(file, template)?.name ?? null;
  return result.notices.map(({ code, params }) => fileFinding(code, "note", unit, file, params));
}

/** A file that could not be read. */
interface Unread {
  readonly file: string;
  /** That its name names; null where it names none. */
  readonly unit: string | null;
  /** A file of the unit that was read: then this one needs no attention any more. */
  readonly beside: { readonly file: string | null } | null;
  readonly error: FileError;
}

export function unreadOf(
  { file, error }: Extract<ReadResult, { ok: false }>,
  read: readonly Submission[],
  template: Template,
): Unread {
  const unit = unitFromFileName(file, template)?.name ?? null;
  const good = unit === null ? undefined : read.find((submission) => submission.unit?.name === unit);
  return { file, unit, beside: good ? { file: good.file } : null, error };
}

export function unreadFinding({ file, unit, beside, error: { code, params } }: Unread): Finding {
  if (beside === null) return fileFinding(code, "mustFix", unit, file, params);
  return fileFinding(code, "note", null, file, { ...params, beside: beside.file, unit });
}

function fileFinding(
  code: CheckCode,
  findingClass: Finding["class"],
  unit: string | null,
  file: string,
  params: Finding["params"],
): Finding {
  const place: Place = { file, sheet: null, cell: null };
  return {
    class: findingClass,
    code,
    unit,
    place,
    indicator: null,
    values: null,
    params: { ...params, file },
    causes: [],
  };
}
