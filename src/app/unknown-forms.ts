/** Files of a session that are no reports of the template in use: which forms they are, and which template knows them. */
import type { Submission } from "../intake/submission";
import type { Template } from "../template/template";
import type { Workbook } from "../workbook/workbook";
import { readOnce } from "./read-once";
import { formsAmong, type FormKind } from "./template-from-files";

export interface UnknownForm extends FormKind {
  /** The template on this machine that the files are reports of; null where there is none. */
  readonly known: KnownTemplate | null;
}

export interface KnownTemplate {
  /** Its place among the templates that were adopted; null is the built-in one. */
  readonly at: number | null;
  readonly name: string;
  readonly version: number;
}

/** A template that can be used instead. */
export type OtherTemplate = Pick<KnownTemplate, "at"> & { readonly template: Template };

interface File {
  readonly name: string;
  readonly workbook: Workbook;
}

/** Looks at the files only when others are there, or other templates. */
export class UnknownForms {
  private seen: readonly unknown[] = [];
  private found: readonly UnknownForm[] = [];

  in(files: readonly File[], others: readonly OtherTemplate[]): readonly UnknownForm[] {
    const now = [...files.map(({ workbook }) => workbook), ...others.map(({ template }) => template)];
    if (now.length !== this.seen.length || now.some((each, i) => each !== this.seen[i])) {
      this.found = formsAmong(files).map((form) => ({ ...form, known: knownBy(form, files, others) }));
      this.seen = now;
    }
    return this.found;
  }
}

/** The first of the templates of which most of the files looked at are reports. */
function knownBy(
  form: FormKind,
  all: readonly File[],
  others: readonly OtherTemplate[],
): KnownTemplate | null {
  const files = all.filter(({ name }) => form.files.includes(name)).slice(0, LOOKED_AT);
  const found = others.find(({ template }) => {
    const own = files.filter(({ name: file, workbook }) =>
      readOnce(workbook, { file }, template).some((submission) => !isOfOtherForm(submission)),
    );
    return own.length * 2 > files.length;
  });
  return found ? { at: found.at, name: found.template.name, version: found.template.version } : null;
}

/** Copies of one form: a few show it. */
const LOOKED_AT = 3;

/** D01: nothing of the template is in the file, and it is none that the program wrote itself. */
export function isOfOtherForm({ findings }: Submission): boolean {
  const wrong = findings.find(({ code }) => code === "D01");
  const variant = wrong?.params["variant"];
  return wrong !== undefined && (variant === undefined || variant === "emptyTemplate");
}
