/** 填报告工作簿: the office's own report workbook with today's figures, saved as a new file. */
import { useCallback, useMemo, useState } from "react";
import type { ReportNote } from "../../annual-report/office-report/fill-report";
import type { OfficeReport } from "../../app/office-report";
import { unknownKeys } from "../../app/report-keys";
import type { GivenFile } from "../../app/given-file";
import { unreadableKey } from "../../locales/finding-text";
import { periodInName, useMessages, type Messages } from "../messages";
import { PaneProblem } from "../problem";
import { usePaneContext } from "../usePane";

const BRACES = { open: "{", close: "}" } as const;

/** What came of it; `notes` are sentences. */
export type FilledReport =
  | {
      readonly ok: true;
      readonly name: string;
      readonly filled: number;
      /** How many places there are to look at; `notes` are the first of each kind. */
      readonly count: number;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly why: string };

export interface OfficeReportControl {
  readonly result: FilledReport | null;
  /** A key of the template in use. */
  readonly example: string;
  fill(file: GivenFile): Promise<FilledReport | null>;
}

export function useOfficeReport(example: string): OfficeReportControl {
  const { tools, work, session } = usePaneContext();
  const words = useMessages();
  const [done, setDone] = useState<{ readonly of: unknown; readonly result: FilledReport } | null>(null);
  const { run } = work;
  const { engine, save } = tools;
  const { view } = session;
  const fill = useCallback(
    (file: GivenFile) =>
      run("pane.officeReport.task", async () => {
        setDone(null);
        const report = await engine.fillOfficeReport(file);
        if (!report) throw new PaneProblem("noPeriod");
        const result = outcomeOf(report, file.name, view?.period ?? null, example, words);
        if (report.ok && result.ok) save(report.bytes, result.name);
        setDone({ of: view, result });
        return result;
      }),
    [engine, example, run, save, view, words],
  );
  const result = done?.of === view ? (done?.result ?? null) : null;
  return useMemo(() => ({ result, example, fill }), [result, example, fill]);
}

function outcomeOf(
  report: OfficeReport,
  file: string,
  period: string | null,
  example: string,
  words: Messages,
): FilledReport {
  if (report.ok) {
    const { filled, notes } = report;
    const name = newName(file, period, words);
    return { ok: true, name, filled, count: notes.length, notes: noteTexts(notes, words) };
  }
  return { ok: false, why: refusalText(report, file, example, words) };
}

/** So many of a kind are said one by one. */
const SAID = 3;

function noteTexts(notes: readonly ReportNote[], words: Messages): string[] {
  const codes = [...new Set(notes.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const alike = notes.filter((note) => note.code === code);
    const said = alike
      .slice(0, SAID)
      .map(({ sheet, cell, params }) =>
        words(`officeReport.note.${code}`, { sheet, cell, ...params, ...BRACES }),
      );
    if (alike.length === said.length) return said;
    return [...said, words("pane.officeReport.alike", { count: alike.length - said.length })];
  });
}

function refusalText(
  report: Extract<OfficeReport, { ok: false }>,
  file: string,
  example: string,
  words: Messages,
): string {
  switch (report.reason) {
    case "unreadable": {
      const reason = words(unreadableKey(report.error), { file, ...report.error.params });
      return words("officeReport.unreadable", { file, reason });
    }
    case "product":
      return words("officeReport.product", { file });
    case "noKeys": {
      const keys = words.list(unknownKeys(report));
      const unknown = keys === "" ? "" : words("officeReport.unknown", { keys });
      return words("officeReport.noKeys", { file, unknown, example, ...BRACES });
    }
    default:
      return words(`officeReport.${report.reason}`, { file, detail: report.detail });
  }
}

/** `月报告.xlsx` → `月报告（2026年6月）.xlsx`; what an earlier filling added gives way. */
function newName(file: string, period: string | null, words: Messages): string {
  const [, base = file, ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(file) ?? [];
  const stem = base.replace(/（[^（）]*）$/, "");
  const added = period === null ? words("pane.officeReport.filled") : periodInName(words, period);
  return `${stem}（${added}）${ending}`;
}
