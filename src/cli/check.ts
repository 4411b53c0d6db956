/** `check` and `consolidate`: the session on the command line. */
import type { Consolidation } from "../consolidation/consolidation";
import { createNodeReader } from "../files/node-reader";
import { xlsxWriter } from "../files/write/write-xlsx";
import { say } from "../locales/command-line";
import { sayInReport } from "../locales/report-words";
import { readCountyRecord } from "../county-workbook/record/read-record";
import { countyWorkbookPlan } from "../county-workbook/county-workbook";
import { findingsPlan } from "../county-workbook/findings-workbook";
import { withoutCopies } from "../app/county-copies";
import { Session } from "../app/session";
import type { ReadResult, WorkbookReader } from "../ports/ports";
import { productOf } from "../template/product-marks";
import { isTemplateWorkbook } from "../template/workbook/template-sheets";
import { statusOf } from "../validation/validator";
import type { WorkbookPlan } from "../workbook/plan";
import type { Call } from "./arguments";
import { sessionDocument, type CrossUnitFacts } from "./document";
import { readCounty, readLastYear, readTemplateFile } from "./inputs";
import { CallError, EXIT, type Outcome, type Streams } from "./outcome";
import { Output } from "./output";
import { sessionText } from "./session-text";
import { selectSources, withZipsOpened, type Skipped, type SourceSelection } from "./source-files";

export async function check(call: Call, streams: Streams): Promise<Outcome> {
  return withSession(call, streams, async (session, { selection, output }) => {
    const { period, reported, missing, findings } = session.assess();
    if (call.out) await writePlan(output, call.out, findingsPlan(findings, sayInReport(call.locale)));
    return outcome({ period, reported, missing, findings, skipped: selection.skipped }, call);
  });
}

export async function consolidate(call: Call, streams: Streams): Promise<Outcome> {
  return withSession(call, streams, async (session, { selection, output }) => {
    if (session.lacksOnlyPeriod) throw new CallError("error.noPeriod");
    const consolidation = session.hasReports ? session.consolidate() : null;
    if (!consolidation) return nothingToAdd({ ...session.assess(), skipped: selection.skipped }, call);
    await writePlan(output, call.out!, countyWorkbookPlan(consolidation, sayInReport(call.locale)));
    return outcome({ ...consolidation, skipped: selection.skipped, consolidation }, call);
  });
}

/** The cause is what was found in each file. */
function nothingToAdd(facts: CrossUnitFacts, call: Call): Outcome {
  const { document, text } = outcome(facts, { ...call, out: null });
  return { document, text: `${text}\n${say(call.locale, "batch.nothingToAdd")}`, exit: EXIT.failed };
}

/** What a call has at hand when its session is made. */
export interface AtHand {
  readonly selection: SourceSelection;
  readonly output: Output;
  readonly reader: WorkbookReader;
}

/** Reads template, last year and sources, and closes the reader whatever happens. */
export async function withSession(
  call: Call,
  { err }: Streams,
  use: (session: Session, atHand: AtHand) => Promise<Outcome>,
): Promise<Outcome> {
  const named = [call.template, call.lastYear, call.rules, call.resume];
  const given = await selectSources(call.paths, named);
  if (given.unreachable.length > 0) {
    throw new CallError("error.unreachable", { paths: given.unreachable.join(" ") });
  }
  const output = await Output.besides([...given.paths, ...named], call);
  if (call.out) await output.reserve(call.out);
  const selection = await withZipsOpened(given);
  if (selection.files.length === 0) throw noWorkbooks(selection, call);
  const reader = createNodeReader();
  try {
    const session = await startSession(call, reader);
    if (call.resume !== null) await resume(session, call, reader);
    const results = await reader.read(selection.files, {
      onProgress: (done, total, file) =>
        err.write(`${say(call.locale, "batch.reading", { done, total, file })}\n`),
    });
    const reports = results.filter((result) => !isTemplate(result));
    session.take(reports.map((result) => withoutCopies(result, session.templateInUse)));
    for (const file of call.count) countAnyway(session, file);
    const skipped = [...selection.skipped, ...results.flatMap(asSkipped)];
    const result = await use(session, { selection: { ...selection, skipped }, output, reader });
    return session.hasReports ? result : { ...result, exit: EXIT.failed };
  } finally {
    await reader.close();
  }
}

/** `--count FILE`: by the name that the document gives it, or by the path it was given by. */
function countAnyway(session: Session, given: string): void {
  const files = session.assess().reported.flatMap(({ file }) => file ?? []);
  const wanted = given.replace(/\\/g, "/").replace(/^\.\//, "");
  const exact = files.filter((file) => file === wanted);
  const found = exact.length > 0 ? exact : files.filter((file) => wanted.endsWith(`/${file}`));
  if (found.length === 0) throw new CallError("error.countUnknown", { file: given });
  for (const file of found) session.countAnyway(file);
}

/** `--resume`: what that county workbook knows still counts; late and corrected files come on top of it. */
async function resume(session: Session, call: Call, reader: WorkbookReader): Promise<void> {
  const { workbook } = await readCounty(call.resume!, "error.resume", call, reader);
  const read = readCountyRecord(workbook, session.templateInUse);
  if (!read.ok) {
    const reason = say(call.locale, `error.county.${read.problem.code}`, { what: read.problem.what });
    throw new CallError("error.resume", { file: call.resume!, reason });
  }
  session.resume(read.record);
}

function noWorkbooks({ skipped }: SourceSelection, { locale }: Call): CallError {
  if (skipped.length === 0) return new CallError("error.noWorkbooks");
  const files = skipped.map((each) =>
    say(locale, "batch.skipped", { ...each, reason: say(locale, each.reason) }),
  );
  return new CallError("error.onlySkipped", { files: files.join("\n") });
}

/** A template beside the reports is nobody's report. */
function isTemplate(result: ReadResult): boolean {
  return result.ok && isTemplateWorkbook(result.workbook);
}

/** Nor is a 退回单, though what is written in it is kept. */
function asSkipped(result: ReadResult): Skipped[] {
  if (isTemplate(result)) return [{ file: result.file, reason: "skipped.template" }];
  const isReturnForm = result.ok && productOf(result.workbook) === "returnForm";
  return isReturnForm ? [{ file: result.file, reason: "skipped.returnForm" }] : [];
}

async function startSession(call: Call, reader: WorkbookReader): Promise<Session> {
  return new Session({
    template: await readTemplateFile(call, reader),
    lastYear: await readLastYear(call, reader),
    holdBack: call.holdBack,
    period: call.period,
    reader,
  });
}

function outcome(facts: CrossUnitFacts & { consolidation?: Consolidation }, call: Call): Outcome {
  return {
    document: sessionDocument(facts, call.locale),
    text: sessionText(facts, call),
    exit: statusOf(facts.findings) === "mustFix" ? EXIT.mustFix : EXIT.clean,
  };
}

async function writePlan(output: Output, path: string, plan: WorkbookPlan): Promise<void> {
  await output.write(path, xlsxWriter.write(plan));
}
