/** `consolidate`: the county workbook; without a template also from copies of an office's own form. */
import { readOfficeFiles } from "../app/office-files";
import type { Session } from "../app/session";
import { templateOfCopies, type NoTemplateOfCopies } from "../app/template-from-files";
import { nodeInflate } from "../files/read/node-inflate";
import { officePackager } from "../files/write/office/take-office";
import { say } from "../locales/command-line";
import type { Call } from "./arguments";
import { completePeriod, countAnyway, given, outcome, startSession, withSession, type AtHand } from "./check";
import type { CrossUnitFacts } from "./document";
import { CallError, EXIT, type Outcome, type Streams } from "./outcome";
import { filledReport, withReport } from "./report";
import { sessionTools } from "./session-tools";
import { kindsText } from "./template-from";
import { refuseUnits, readUnits } from "./units";

export async function consolidate(call: Call, streams: Streams): Promise<Outcome> {
  if (call.sumPeriods) return (await import("./sum-periods")).sumPeriodsCall(call);
  return withSession(call, streams, async (session, atHand) => {
    const { level } = session.templateInUse().template;
    if (level || call.template !== null || session.hasSubmissions()) {
      if (!level) refuseUnits(call);
      return written(session, atHand, call);
    }
    // Of the built-in forms there is nothing: the files may be an office's own form.
    return consolidateOwnForm(session, atHand, call);
  });
}

interface Written extends Outcome {
  readonly document: object;
}

async function written(session: Session, { skipped, output }: AtHand, call: Call): Promise<Written> {
  if (session.lacksOnlyPeriod()) throw new CallError("error.noPeriod");
  const consolidation = session.hasSubmissions() ? session.consolidate() : null;
  if (!consolidation) return nothingToAdd({ ...session.assess(), skipped }, call);
  const report = await filledReport(call, session);
  await output.write(call.out!, session.countyFile(call.locale)!);
  const result = outcome({ ...consolidation, skipped, consolidation }, call);
  if (!report) return result;
  await output.write(call.reportOut!, report.bytes);
  return withReport(result, report, call);
}

/** The template is made from the files themselves, where they are copies of one form. */
async function consolidateOwnForm(before: Session, atHand: AtHand, call: Call): Promise<Outcome> {
  const { locale, period } = call;
  const { files } = await readOfficeFiles(atHand.files, sessionTools(atHand.reader));
  const units = await readUnits(call, atHand.reader);
  const options = { name: call.name, period, units, fallbackName: say(locale, "forms.emptyName") };
  const made = await templateOfCopies(files, options, officePackager({ inflate: nodeInflate }));
  if (!made.ok)
    return withReason(nothingToAdd({ ...before.assess(), skipped: atHand.skipped }, call), made, call);
  const session = await startSession(made.template, call, atHand.reader);
  await session.addFiles(atHand.files.map(given), () => undefined);
  completePeriod(session, call);
  for (const file of call.count) countAnyway(session, file);
  const { document, ...said } = await written(session, atHand, call);
  return { ...said, document: { ...document, templateFrom: "files" } };
}

/** The cause is what was found in each file. */
function nothingToAdd(facts: CrossUnitFacts, call: Call): Written {
  const { document, text } = outcome(facts, { ...call, out: null });
  return { document, text: `${text}\n${say(call.locale, "batch.nothingToAdd")}`, exit: EXIT.failed };
}

/** Why no template could be made of the files, and which of them are which. */
function withReason(nothing: Written, made: NoTemplateOfCopies, { locale }: Call): Outcome {
  if (made.reason === "other") return nothing;
  const { kinds, reason } = made;
  const message = say(locale, `batch.copies.${reason}`, { kinds: kindsText(locale, kinds) });
  return {
    ...nothing,
    document: { ...nothing.document, kinds, message },
    text: `${nothing.text}\n${message}`,
  };
}
