/** What 模板 shows: the template in use, what is proposed in its place, and what came of the last look at a file. */
import type { ChartChoice } from "../form-discovery/propose/chart-choices";
import type { FileError } from "../ports/ports";
import type { Template } from "../template/template";
import type { TemplateProblem } from "../template/workbook/problem";
import type { RuleLineProblem } from "../template/workbook/rule-lines";
import type { MadeTemplate } from "./made-template";
import type { TemplateDraft, TemplateOrigin } from "./template-draft";
import type { TemplateFromFiles } from "./template-from-files";

export interface TemplateState {
  readonly template: Template;
  readonly origin: TemplateOrigin;
  /** The day on which it was adopted; null where nobody adopted it. */
  readonly since: string | null;
  /** Templates that were adopted on this machine, except for the one in use; the latest first. */
  readonly kept: readonly KeptView[];
  /** What is proposed in its place. */
  readonly draft: TemplateDraft | null;
  /** The charts of the one that is proposed, else of the one in use, and further ones that its own forms suggest. */
  readonly charts: readonly ChartChoice[];
  /** The last change by hand can be taken back. */
  readonly canUndo: boolean;
  /** Why the last change by hand was not made; none where it was. */
  readonly refused: readonly TemplateProblem[];
  /** What came of the last look at a workbook or a list of rules; null where it was taken or put away. */
  readonly looked: TemplateCheck | null;
  /** What the blank workbooks would be issued for: the template's own period, else the year after last year's. */
  readonly period: string | null;
  readonly lastYearPeriod: string | null;
  /** The period before, where its county workbook is known. */
  readonly lastPeriod: string | null;
}

/** A template that was adopted earlier; `at` names it. */
export interface KeptView {
  readonly at: number;
  readonly name: string;
  readonly version: number;
  readonly period: string | null;
  readonly origin: TemplateOrigin;
  readonly since: string;
}

/** A workbook that was looked at: a template, a list of rules, or what is wrong with it. */
export type TemplateCheck =
  | { readonly kind: "sound"; readonly draft: TemplateDraft }
  /** One that was made from an office's own files. */
  | { readonly kind: "made"; readonly draft: TemplateDraft; readonly made: MadeTemplate }
  /** Why no template can be made of the files. */
  | { readonly kind: "notMade"; readonly files: readonly string[]; readonly why: NotMade }
  | { readonly kind: "rules"; readonly import: RuleImport }
  | {
      readonly kind: "problems";
      readonly origin: TemplateOrigin;
      readonly problems: readonly TemplateProblem[];
    }
  | { readonly kind: "unreadable"; readonly file: string; readonly error: FileError };

export type NotMade = Extract<TemplateFromFiles, { ok: false }>;

/** The template's sheets that are in a workbook. */
export interface SheetsOfTemplate {
  readonly own: readonly string[];
  /** Those among them that the template in use does not have any more. */
  readonly leftOver: readonly string[];
}

/** A list of rules that was taken: how many, and which lines were not understood. */
export interface RuleImport {
  readonly added: number;
  /** Rules that the template has already. */
  readonly known: number;
  readonly problems: readonly RuleLineProblem[];
  /** Null where no rule is new. */
  readonly draft: TemplateDraft | null;
}
