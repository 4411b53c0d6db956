/** `check`, and the session that it shares with `consolidate` and `try`. */
import { resolve } from "node:path";
import type { Consolidation } from "../consolidation/consolidation";
import type { CountyRefusal } from "../app/county";
import type { GivenFile } from "../app/given-file";
import { createSession, type Session } from "../app/session";
import { createNodeReader } from "../files/node-reader";
import { periodText } from "../findings/say";
import { say, type CommandLineKey } from "../locales/command-line";
import { sayInReport } from "../locales/report-words";
import { sayRuleError } from "../locales/rule-error-text";
import type { SourceFile, WorkbookReader } from "../ports/ports";
import type { Template } from "../template/template";
import type { LastYear } from "../validation/last-year";
import { statusOf } from "../validation/validator";
import type { Call } from "./arguments";
import { sessionDocument, type CrossUnitFacts, type SessionDocument } from "./document";
import { countyProblemText, fileErrorText, readTemplateFile, templatePath } from "./inputs";
import { CallError, EXIT, type Outcome, type Streams } from "./outcome";
import { Output } from "./output";
import { sessionText } from "./session-text";
import { sessionTools } from "./session-tools";
import { readUnits, refuseUnits } from "./units";
import { selectFile, selectSources, type Skipped, type SourceSelection } from "./source-files";

export async function check(call: Call, streams: Streams): Promise<Outcome> {
  return withSession(call, streams, async (session, { skipped, output }) => {
    if (!session.templateInUse().template.level) refuseUnits(call);
    const { period, reported, missing, findings } = session.assess();
    if (call.out) await output.write(call.out, session.findingsFile(call.locale));
    return orFailed(session, outcome({ period, reported, missing, findings, skipped }, call));
  });
}

/** What a call has at hand when its session is made. */
export interface AtHand {
  readonly skipped: readonly Skipped[];
  readonly output: Output;
  readonly reader: WorkbookReader;
  readonly files: readonly SourceFile[];
}

/** Reads template, last year and sources, and closes the reader whatever happens. */
export async function withSession(
  call: Call,
  { err }: Streams,
  use: (session: Session, atHand: AtHand) => Promise<Outcome>,
): Promise<Outcome> {
  const { report, lastYear, lastPeriod, evidence, rules, resume } = call;
  const named = [report, templatePath(call), lastYear, lastPeriod, evidence, rules, resume];
  const selection = await selectSources(call.paths, named);
  if (selection.unreachable.length > 0) {
    throw new CallError("error.unreachable", { paths: selection.unreachable.join(" ") });
  }
  const output = await Output.besides([...selection.paths, ...named], call);
  if (call.out && call.reportOut && resolve(call.out) === resolve(call.reportOut))
    throw new CallError("error.outTwice");
  await output.reserve(...[call.out ?? [], call.reportOut ?? []].flat());
  if (selection.files.length === 0 && call.paths.length > 0) throw noWorkbooks(selection, call);
  const reader = createNodeReader();
  try {
    const session = await startSession(await readTemplateFile(call, reader), call, reader);
    await session.addFiles(selection.files.map(given), (done, total, file) =>
      err.write(`${say(call.locale, "batch.reading", { done, total, file })}\n`),
    );
    await reportCounties(session, call, reader);
    completePeriod(session, call);
    for (const file of call.count) countAnyway(session, file);
    const aside = session
      .setAside()
      .map(({ file, reason }): Skipped => ({ file, reason: `skipped.${reason}` }));
    const skipped = [...selection.skipped, ...aside];
    return await use(session, { skipped, output, reader, files: selection.files });
  } finally {
    await reader.close();
  }
}

/** Where county workbooks are all that was read, each is its county's report, one level up. */
async function reportCounties(session: Session, call: Call, reader: WorkbookReader): Promise<void> {
  const counties = call.command === "try" ? null : session.countyWorkbooks();
  if (counties) {
    if (call.command === "consolidate") (await import("./sum-periods")).refuseSeveralPeriods(counties, call);
    const template = call.template === null ? null : session.templateInUse().template;
    session.reportCounties({ units: await readUnits(call, reader), template, name: call.name ?? "" });
  }
  refuseOtherLevel(session, call.lastYear, session.lastYear());
  refuseOtherLevel(session, call.lastPeriod, session.lastPeriod());
}

function refuseOtherLevel(session: Session, file: string | null, before: LastYear | null): void {
  const { level } = session.templateInUse().template;
  if (file !== null && before && (before.level ?? 0) !== (level?.step ?? 0))
    throw new CallError("error.lastYearLevel", { file });
}

/** `6月份`: of the year that the template, the county workbooks of before or most files say. */
export function completePeriod(session: Session, call: Call): void {
  const { partOfYear } = call;
  if (partOfYear === null) return refuseMixedPeriods(session, call);
  const year = session.yearSaid();
  if (year === null) throw new CallError("error.periodWithoutYear");
  session.setPeriod(`${year}${partOfYear}`);
}

/** A folder of several periods: which of them is meant, only the user can say. */
function refuseMixedPeriods(session: Session, { locale, command }: Call): void {
  const periods = command === "try" ? [] : session.periodsInFiles();
  if (periods.length === 0) return;
  const list = periods.map(({ period, files }) =>
    say(locale, "batch.filesOfPeriod", { period: periodText(period, sayInReport(locale)), count: files }),
  );
  throw new CallError("error.mixedPeriods", { list: list.join("、"), period: periods[0]!.period });
}

/** Nothing of the template in any file: the call has failed, whatever it says. */
function orFailed(session: Session, result: Outcome): Outcome {
  return session.hasSubmissions() ? result : { ...result, exit: EXIT.failed };
}

export function given({ name, bytes }: SourceFile): GivenFile {
  return { name, content: { arrayBuffer: async () => (await bytes()).slice().buffer } };
}

/** `--count FILE`: by the name that the document gives it, or by the path it was given by. */
export function countAnyway(session: Session, wantedAs: string): void {
  const files = session.assess().reported.flatMap(({ file }) => file ?? []);
  const wanted = wantedAs.replace(/\\/g, "/").replace(/^\.\//, "");
  const exact = files.filter((file) => file === wanted);
  const found = exact.length > 0 ? exact : files.filter((file) => wanted.endsWith(`/${file}`));
  if (found.length === 0) throw new CallError("error.countUnknown", { file: wantedAs });
  for (const file of found) session.countAnyway(file);
}

export function noWorkbooks({ skipped }: SourceSelection, { locale }: Call): CallError {
  if (skipped.length === 0) return new CallError("error.noWorkbooks");
  const files = skipped.map((each) =>
    say(locale, "batch.skipped", { ...each, reason: say(locale, each.reason) }),
  );
  return new CallError("error.onlySkipped", { files: files.join("\n") });
}

/** A session with what the call names besides its sources. */
export async function startSession(template: Template, call: Call, reader: WorkbookReader): Promise<Session> {
  const session = createSession({
    template,
    tools: sessionTools(reader),
    holdBack: call.holdBack,
    period: call.period,
    attended: false,
    // Nobody decides anything here; only a trial reads everything twice.
    keepsWorkbooks: call.command === "try",
  });
  await takeCounty(call.lastYear, "error.lastYear", call, (file) => session.setLastYear(file));
  await takeCounty(call.lastPeriod, "error.lastPeriod", call, (file) => session.setLastPeriod(file));
  // What that county workbook knows still counts; late and corrected files come on top of it.
  await takeCounty(call.resume, "error.resume", call, (file) => session.resumeFrom(file));
  await takeEvidence(session, call);
  return session;
}

/** What it says of units, or why it says nothing. */
async function takeEvidence(session: Session, { evidence: path, locale }: Call): Promise<void> {
  if (path === null) return;
  const file = await selectFile(path);
  if (!file) throw new CallError("error.unreachable", { paths: path });
  const refusal = await session.setEvidence(given(file));
  if (!refusal) return;
  if ("nothingAsked" in refusal) throw new CallError("error.evidence.nothingAsked", { file: path });
  if ("problems" in refusal) {
    const reasons = refusal.problems.map(({ name, text, error }) =>
      say(locale, "error.evidence.expression", { name, text, reason: sayRuleError(locale, error) }),
    );
    throw new CallError("error.evidence", { file: path, reason: reasons.join("\n") });
  }
  throw new CallError("error.evidence", { file: path, reason: refusalText(path, refusal, locale) });
}

function refusalText(path: string, refusal: CountyRefusal, locale: Call["locale"]): string {
  return "error" in refusal
    ? fileErrorText(locale, path, refusal.error)
    : countyProblemText(locale, refusal.problem);
}

/** A county workbook that the call names; `code` is the message where it cannot be taken. */
async function takeCounty(
  path: string | null,
  code: CommandLineKey,
  { locale }: Call,
  take: (file: GivenFile) => Promise<void | CountyRefusal>,
): Promise<void> {
  if (path === null) return;
  const file = await selectFile(path);
  if (!file) throw new CallError("error.unreachable", { paths: path });
  const refusal = await take(given(file));
  if (!refusal) return;
  throw new CallError(code, { file: path, reason: refusalText(path, refusal, locale) });
}

export function outcome(
  facts: CrossUnitFacts & { consolidation?: Consolidation },
  call: Call,
): Outcome & { readonly document: SessionDocument } {
  return {
    document: sessionDocument(facts, call.locale),
    text: sessionText(facts, call),
    exit: statusOf(facts.findings) === "mustFix" ? EXIT.mustFix : EXIT.clean,
  };
}
