/** The annual report and the check of an edited one, as the pane asks the worker for them. */
import type { Consolidation } from "../consolidation/consolidation";
import { reportWithoutNumbers } from "../county-workbook/privacy";
import { checkText } from "../fact-check/check-text";
import type { CheckedClaim } from "../fact-check/checked";
import { factsOfConsolidation } from "../annual-report/facts-of-consolidation";
import type { ReportParagraph } from "../annual-report/report-run";
import { plainReport, reportText } from "../annual-report/report-text";
import type { DocumentPlan } from "../ports/ports";
import type { Say } from "../findings/say";
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

/** @param say in Chinese, as the report is, whatever the language of the pane */
export function viewReport(consolidation: Consolidation, say: Say): ReportView {
  const { template, period } = consolidation;
  const { county } = template;
  const paragraphs = reportWithoutNumbers(reportText(consolidation), say);
  const title = plainReport(paragraphs.filter(({ role }) => role === "title").slice(0, 1));
  return { county, title: title === "" ? `${county}${period}` : title, paragraphs };
}

export function reportDocument(consolidation: Consolidation, say: Say): DocumentPlan {
  const { title, paragraphs } = viewReport(consolidation, say);
  return { title, author: consolidation.template.committee, paragraphs };
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
