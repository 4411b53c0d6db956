/** The annual report and the check of an edited one, as the pane asks the worker for them. */
import type { Consolidation } from "../consolidation/consolidation";
import { FileReadError } from "../files/read/errors";
import { browserInflate } from "../files/read/browser-inflate";
import { readTextDocument } from "../files/read/text-document";
import { docxWriter } from "../files/write/write-docx";
import { sayInReport } from "../locales/report-words";
import { reportWithoutNumbers } from "../county-workbook/privacy";
import { checkText } from "../fact-check/check-text";
import type { CheckedClaim } from "../fact-check/checked";
import { factsOfConsolidation } from "../annual-report/facts-of-consolidation";
import type { ReportParagraph } from "../annual-report/report-run";
import { plainReport, reportText } from "../annual-report/report-text";
import type { FileErrorCode } from "../ports/ports";
import type { Template } from "../template/template";

export interface ReportView {
  readonly county: string;
  /** As the report itself says it; else of county and period. */
  readonly title: string;
  /** Empty where the template has no report. */
  readonly paragraphs: readonly ReportParagraph[];
}

export interface DraftCheck {
  readonly county: string;
  /** The text was held against the totals, not against itself alone. */
  readonly withTotals: boolean;
  /** In the order of the text. */
  readonly claims: readonly CheckedClaim[];
}

export type DraftOutcome =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: FileErrorCode };

export function viewReport(consolidation: Consolidation): ReportView {
  const { template, period } = consolidation;
  const { county } = template;
  // The report is Chinese, whatever the language of the pane.
  const paragraphs = reportWithoutNumbers(reportText(consolidation), sayInReport("zh-CN"));
  const title = plainReport(paragraphs.filter(({ role }) => role === "title").slice(0, 1));
  return { county, title: title === "" ? `${county}${period}` : title, paragraphs };
}

export function reportDocument(consolidation: Consolidation): Promise<Uint8Array> {
  const { title, paragraphs } = viewReport(consolidation);
  return docxWriter.write({ title, author: consolidation.template.committee, paragraphs });
}

export function checkDraft(
  text: string,
  template: Template,
  consolidation: Consolidation | null,
): DraftCheck {
  const facts =
    consolidation && consolidation.submissions.length > 0 ? factsOfConsolidation(consolidation) : null;
  return {
    county: template.county,
    withTotals: facts !== null,
    claims: checkText(text, template, facts),
  };
}

export async function readDraft(content: Blob): Promise<DraftOutcome> {
  try {
    const bytes = new Uint8Array(await content.arrayBuffer());
    return { ok: true, text: readTextDocument(bytes, { inflate: browserInflate }) };
  } catch (error) {
    if (!(error instanceof FileReadError)) throw error;
    return { ok: false, code: error.error.code };
  }
}
