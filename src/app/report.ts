/** 报告: the annual report, and the check of an edited one. */
import type { TextReading } from "../ports/ports";
import type { GivenFile } from "./given-file";
import { fillOfficeReport, reportItems, type OfficeReport } from "./office-report";
import { bytesOf } from "./originals";
import { checkDraft, reportDocument, viewReport, type DraftCheck, type ReportView } from "./report-view";
import type { ReportItem } from "./report-keys";
import type { SessionParts } from "./session-parts";

export function reportCalls(parts: SessionParts) {
  const { model, tools } = parts;
  const chinese = tools.say("zh-CN");
  return {
    /** The annual report; null where the period is not known. */
    report: (): ReportView | null => {
      const consolidation = model.consolidate();
      return consolidation && viewReport(consolidation, chinese);
    },

    /** The annual report as a .docx file; null where the period is not known. */
    reportDocument: async (): Promise<Uint8Array | null> => {
      const consolidation = model.consolidate();
      return consolidation && tools.documents.write(reportDocument(consolidation, chinese));
    },

    /**
     * The report workbook that the office has, with today's figures where its placeholders are; null where the period is
     * not known.
     */
    fillOfficeReport: async (file: GivenFile): Promise<OfficeReport | null> => {
      const consolidation = model.consolidate();
      return consolidation && fillOfficeReport(file, consolidation, tools);
    },

    /** What a report workbook can name. */
    reportItems: (): readonly ReportItem[] => reportItems(parts.template, model.consolidate()),

    /** Holds every number of a text against the totals, or, before anything was sent, against the text itself. */
    checkText: (text: string): DraftCheck => checkDraft(text, parts.template, model.consolidate()),

    /** The text of a .docx or .txt file. */
    readTextDocument: async ({ content }: GivenFile): Promise<TextReading> =>
      tools.readDocument(await bytesOf(content)),
  };
}
