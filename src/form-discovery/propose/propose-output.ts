/** What an office's own forms show when they are added up: charts and a short text, as the sheets 图表 and 报告 hold them. */
import type { Template } from "../../template/template";
import { withHeadlines } from "./headlines";
import { proposeCharts } from "./propose-charts";
import { proposeReport } from "./propose-report";
import { wholesOf } from "./wholes";

/** The template with these and its headlines proposed. Call it when its forms, units and rules are known. */
export function withProposedOutput(template: Template): Template {
  const wholes = wholesOf(template);
  return {
    ...withHeadlines(template, wholes),
    charts: proposeCharts(template, wholes),
    report: proposeReport(template, wholes),
  };
}
