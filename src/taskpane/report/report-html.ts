/** The report as formatted text, for pasting into Word: the fonts and sizes of official documents (GB/T 9704). */
import type { ReportParagraph } from "../../annual-report/report-run";

const STYLES: Readonly<Record<ReportParagraph["role"], string>> = {
  title: "text-align:center;font-family:方正小标宋简体,宋体;font-size:22pt;line-height:36pt",
  chapter: "text-indent:2em;font-family:黑体;font-size:16pt;line-height:28pt",
  section: "text-indent:2em;font-family:楷体;font-size:16pt;line-height:28pt",
  text: "text-indent:2em;font-family:仿宋;font-size:16pt;line-height:28pt;text-align:justify",
  signature: "text-align:right;font-family:仿宋;font-size:16pt;line-height:28pt",
};

const GAP = "background:yellow";

export function reportHtml(paragraphs: readonly ReportParagraph[]): string {
  const lines = paragraphs.map(({ role, runs }) => {
    const text = runs
      .map(({ text, gap }) => (gap ? `<span style="${GAP}">${escaped(text)}</span>` : escaped(text)))
      .join("");
    return `<p style="margin:0;${STYLES[role]}">${text}</p>`;
  });
  return `<meta charset="utf-8">${lines.join("")}`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character]!);
}
