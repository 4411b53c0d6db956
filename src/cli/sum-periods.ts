/** `consolidate --sum-periods`: county workbooks of several periods, added up to a longer one. */
import { severalPeriods, sumCounties, type CountyFile } from "../app/sum-counties";
import { countyFilePlan } from "../county-workbook/county-workbook";
import { periodNotes } from "../county-workbook/period-data-sheet";
import type { SumRefusal } from "../consolidation/sum-periods";
import type { Consolidation } from "../consolidation/consolidation";
import { createNodeReader } from "../files/node-reader";
import { xlsxWriter } from "../files/write/write-xlsx";
import { periodText } from "../findings/say";
import { say } from "../locales/command-line";
import { sayInReport } from "../locales/report-words";
import type { SourceFile, WorkbookReader } from "../ports/ports";
import type { LastYear } from "../validation/last-year";
import type { Call } from "./arguments";
import { sessionDocument } from "./document";
import { countyProblemText, fileErrorText, readCounty } from "./inputs";
import { CallError, EXIT, type Outcome } from "./outcome";
import { Output } from "./output";
import { sessionText } from "./session-text";
import { selectSources } from "./source-files";

export async function sumPeriodsCall(call: Call): Promise<Outcome> {
  const named = [call.lastYear, call.lastPeriod];
  const selection = await selectSources(call.paths, named);
  if (selection.unreachable.length > 0)
    throw new CallError("error.unreachable", { paths: selection.unreachable.join(" ") });
  if (selection.files.length === 0) throw new CallError("error.noWorkbooks");
  const output = await Output.besides([...selection.paths, ...named], call);
  await output.reserve(call.out!);
  const reader = createNodeReader();
  try {
    const files = await readAll(selection.files, call, reader);
    const [lastYear, lastPeriod] = [
      await valuesOf(call.lastYear, "error.lastYear", call, reader),
      await valuesOf(call.lastPeriod, "error.lastPeriod", call, reader),
    ];
    const result = sumCounties(files, { period: call.period, lastYear, lastPeriod });
    if (!result.ok) throw refused(result, call);
    const { consolidation } = result;
    const plan = countyFilePlan(consolidation, sayInReport(call.locale));
    await output.write(call.out!, xlsxWriter.write(plan));
    return outcome({ ...consolidation, skipped: selection.skipped, consolidation }, call);
  } finally {
    await reader.close();
  }
}

async function readAll(
  files: readonly SourceFile[],
  { locale }: Call,
  reader: WorkbookReader,
): Promise<CountyFile[]> {
  const results = await reader.read(files);
  return results.map((result) => {
    if (result.ok) return result;
    const reason = fileErrorText(locale, result.file, result.error);
    throw new CallError("error.sumPeriods.unreadable", { file: result.file, reason });
  });
}

async function valuesOf(
  path: string | null,
  code: "error.lastYear" | "error.lastPeriod",
  call: Call,
  reader: WorkbookReader,
): Promise<LastYear | null> {
  return path === null ? null : (await readCounty(path, code, call, reader)).county.lastYear;
}

function refused(result: Exclude<ReturnType<typeof sumCounties>, { ok: true }>, { locale }: Call): CallError {
  if ("problem" in result) {
    const reason = countyProblemText(locale, result.problem);
    return new CallError("error.sumPeriods.unreadable", { file: result.file, reason });
  }
  const { refusal } = result;
  return new CallError(`error.sumPeriods.${refusal.why}`, paramsOf(refusal, locale));
}

function paramsOf(refusal: SumRefusal, locale: Call["locale"]): Record<string, string> {
  const files = refusal.files.join("、");
  return "period" in refusal ? { files, period: periodText(refusal.period, sayInReport(locale)) } : { files };
}

type Facts = Parameters<typeof sessionDocument>[0] & { readonly consolidation: Consolidation };

/** Periods that are missing are like units that are: what there is is written, and the call does not end well. */
function outcome(facts: Facts, call: Call): Outcome {
  const summed = facts.consolidation.summed!;
  const { parts, missing, changed } = summed;
  const { locale } = call;
  const name = (period: string): string => periodText(period, sayInReport(locale));
  return {
    document: {
      ...sessionDocument(facts, locale),
      periods: parts.map(({ period, file, templateVersion, submissions, missing: units }) => ({
        period,
        file,
        templateVersion,
        units: submissions.length,
        missing: units,
      })),
      missingPeriods: missing,
      changedItems: changed.map(({ code, how, periods }) => ({ item: code, how, periods })),
    },
    text: [
      say(locale, "batch.periods", {
        count: parts.length,
        list: parts.map(({ period, file }) => `${name(period)}（${file}）`).join("、"),
      }),
      ...periodNotes({ consolidation: facts.consolidation, say: sayInReport(locale) }, summed),
      sessionText(facts, call),
    ].join("\n"),
    exit: missing.length > 0 ? EXIT.mustFix : EXIT.clean,
  };
}

/** Throws where county workbooks of one office and several periods were given as if each were of another county. */
export function refuseSeveralPeriods(workbooks: readonly CountyFile[], { locale }: Call): void {
  const found = severalPeriods(workbooks);
  if (found.length === 0) return;
  const list = found.map(({ file, period }) => `${file}（${periodText(period, sayInReport(locale))}）`);
  throw new CallError("error.severalPeriods", { files: list.join("、") });
}
