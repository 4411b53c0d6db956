/** `consolidate --report`: the office's own report workbook, filled. */
import type { OfficeReport } from "../app/office-report";
import { unknownKeys } from "../app/report-keys";
import type { Session } from "../app/session";
import type { ReportNote } from "../annual-report/office-report/fill-report";
import { say } from "../locales/command-line";
import type { Call } from "./arguments";
import { fileErrorText } from "./inputs";
import { CallError, type Outcome } from "./outcome";
import { selectFile } from "./source-files";

type Filled = Extract<OfficeReport, { ok: true }>;

const BRACES = { open: "{", close: "}" } as const;

/** Null where the call names none. Throws where it cannot be filled. */
export async function filledReport(call: Call, session: Session): Promise<Filled | null> {
  const path = call.report;
  if (path === null) return null;
  const file = await selectFile(path);
  if (!file) throw new CallError("error.unreachable", { paths: path });
  const content = { arrayBuffer: async () => (await file.bytes()).slice().buffer };
  const report = await session.fillOfficeReport({ name: file.name, content });
  if (report?.ok) return report;
  if (!report) throw new CallError("error.noPeriod");
  throw refusal(report, path, call, session);
}

function refusal(
  report: Extract<OfficeReport, { ok: false }>,
  file: string,
  { locale }: Call,
  session: Session,
): CallError {
  switch (report.reason) {
    case "unreadable":
      return new CallError("officeReport.unreadable", {
        file,
        reason: fileErrorText(locale, file, report.error),
      });
    case "product":
      return new CallError("officeReport.product", { file });
    case "noKeys": {
      const keys = unknownKeys(report);
      const unknown = keys.length === 0 ? "" : say(locale, "officeReport.unknown", { keys: keys.join("、") });
      const example = session.reportItems()[0]?.key ?? "";
      return new CallError("officeReport.noKeys", { file, unknown, example, ...BRACES });
    }
    default:
      return new CallError(`officeReport.${report.reason}`, { file, detail: report.detail });
  }
}

/** The outcome with what was filled, and what was not. */
export function withReport<Result extends Outcome & { readonly document: object }>(
  outcome: Result,
  { filled, notes }: Filled,
  { locale, reportOut }: Call,
): Result {
  const said = notes.map((note) => ({ ...noteDocument(note), message: noteText(note) }));
  function noteText({ code, sheet, cell, params }: ReportNote): string {
    return say(locale, `officeReport.note.${code}`, { sheet, cell, ...params, ...BRACES });
  }
  return {
    ...outcome,
    document: { ...outcome.document, report: { file: reportOut, filled, notes: said } },
    text: [
      outcome.text,
      say(locale, "batch.report.filled", { file: reportOut!, count: filled }),
      ...said.map(({ message }) => message),
    ].join("\n"),
  };
}

function noteDocument({ code, sheet, cell }: ReportNote) {
  return { code, sheet: sheet || null, cell: cell || null };
}
