/**
 * Runs the portable cases inside the Excel that is open, so that a person with a real one can see what holds there. Loaded
 * on demand. It leaves nothing in the workbook: sheets and names that a case left are deleted.
 */
import type { SelfTest, SelfTestResult, SkipReason } from "../ports/ports";
import { HOST_CASES, runCase, type HostCase, type Situation } from "./host-cases";

/** Milliseconds. A case takes less than a second; after so long without an answer no further case is run. */
const CASE_TIMEOUT = 60_000;

/** Requests beside the cases wait while a cell is being edited. */
const WAIT = { delayForCellEdit: true };

type Outcome = Pick<SelfTestResult, "outcome" | "reason">;

const PASSED: Outcome = { outcome: "passed", reason: null };
const skipped = (reason: SkipReason): Outcome => ({ outcome: "skipped", reason });
const failed = (found: string): Outcome => ({ outcome: "failed", reason: { found } });

/** By topic. */
type Cases = Readonly<Record<string, readonly HostCase[]>>;

/** @param timeout milliseconds for one case */
export function createSelfTest(cases: Cases = HOST_CASES, timeout = CASE_TIMEOUT): SelfTest {
  return {
    isBlank: () => Excel.run(WAIT, isBlank),
    openBlank: () => Excel.createWorkbook(),
    run: (options) => runAll(cases, timeout, options),
  };
}

async function isBlank(context: Excel.RequestContext): Promise<boolean> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/name");
  names.load("items/name");
  await context.sync();
  const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject());
  const charts = worksheets.items.map(({ charts }) => charts.getCount());
  for (const range of used) range.load("address");
  await context.sync();
  return (
    names.items.length === 0 &&
    used.every((range) => range.isNullObject) &&
    charts.every(({ value }) => value === 0)
  );
}

async function runAll(
  topics: Cases,
  timeout: number,
  { signal, onProgress }: Parameters<SelfTest["run"]>[0],
): Promise<readonly SelfTestResult[]> {
  const cases = Object.entries(topics).flatMap(([topic, topicCases]) =>
    topicCases.map((hostCase) => ({ topic, hostCase })),
  );
  const results: SelfTestResult[] = [];
  const before = await Excel.run(WAIT, look);
  let silent = false;
  for (const { topic, hostCase } of cases) {
    onProgress(results.length, cases.length);
    const why: SkipReason | null = signal.aborted
      ? "stopped"
      : silent
        ? "noAnswer"
        : cannotRun(hostCase.situation);
    const outcome: Outcome = why ? skipped(why) : await answerOf(hostCase, before, timeout);
    silent ||= outcome === NO_ANSWER;
    results.push({ topic, title: hostCase.title, ...outcome });
  }
  if (!silent) await Excel.run(WAIT, (context) => tidy(context, before));
  return results;
}

/** Null where it can be run here. */
function cannotRun(situation: Situation): SkipReason | null {
  const isOnTheWeb = String(Office.context.platform) === "OfficeOnline";
  switch (situation) {
    case "anyExcel":
      return null;
    case "onTheWeb":
      return isOnTheWeb ? null : "web";
    case "onTheDesktop":
      return isOnTheWeb ? "desktop" : null;
    case "typingIntoACell":
    case "typingForAMoment":
      return "person";
    case "excelApi1.12":
      return "olderExcel";
  }
}

const NO_ANSWER = failed("Excel gave no answer.");

async function answerOf(hostCase: HostCase, before: Before, timeout: number): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve(NO_ANSWER), timeout);
  });
  const answer = runCase(hostCase)
    .then(
      () => PASSED,
      (error: unknown) => failed(textOf(error)),
    )
    .then(async (outcome) => {
      if (outcome !== PASSED) await Excel.run(WAIT, (context) => tidy(context, before));
      return outcome;
    })
    .catch((error: unknown) => failed(textOf(error)));
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function textOf(error: unknown): string {
  if (error instanceof OfficeExtension.Error) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

/** What the workbook had before the test: everything else is the test's. */
interface Before {
  readonly sheets: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly active: string;
}

async function look(context: Excel.RequestContext): Promise<Before> {
  const { worksheets, names } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  active.load("id");
  worksheets.load("items/id");
  names.load("items/name");
  await context.sync();
  return {
    sheets: new Set(worksheets.items.map(({ id }) => id)),
    names: new Set(names.items.map(({ name }) => name)),
    active: active.id,
  };
}

async function tidy(context: Excel.RequestContext, before: Before): Promise<void> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id");
  names.load("items/name");
  await context.sync();
  for (const sheet of worksheets.items) if (!before.sheets.has(sheet.id)) sheet.delete();
  for (const name of names.items) if (!before.names.has(name.name)) name.delete();
  worksheets.getItemOrNullObject(before.active).activate();
  await context.sync();
}
