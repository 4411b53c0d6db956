/** 下发: the blank workbooks of a period, with the figures in them that are known of earlier ones. */
import type { PackedFile } from "../ports/ports";
import { issueAll, issueBlank, issueEach, type BlankWorkbook } from "../template/issue";
import type { LastYear } from "../validation/last-year";
import { followingPeriod, nextPeriod } from "../workbook/period";
import type { WorkbookPlan } from "../workbook/plan";
import type { ReadProgress } from "./given-file";
import type { SessionModel } from "./session-model";
import type { SessionTools } from "./session-tools";

export interface Blanks {
  readonly workbooks: readonly BlankWorkbook[];
  /** The period of last year's values in them; null where they have none. */
  readonly lastYear: string | null;
  /** The same of the period before. */
  readonly lastPeriod: string | null;
}

/** The blank workbook of every unit. */
export function blanksFor(session: SessionModel, period: string): Blanks {
  const { lastYear, lastPeriod } = carriedInto(session, period);
  return {
    workbooks: issueAll(session.templateInUse, period, lastYear, lastPeriod),
    lastYear: lastYear?.period ?? null,
    lastPeriod: lastPeriod?.period ?? null,
  };
}

/** The blank workbook of one unit; null where the template has no such unit. */
export function blankPlanFor(session: SessionModel, name: string, period: string): WorkbookPlan | null {
  const template = session.templateInUse;
  const unit = template.units.find((each) => each.name === name);
  const { lastYear, lastPeriod } = carriedInto(session, period);
  return unit ? issueBlank(template, unit, period, lastYear, lastPeriod) : null;
}

/** A zip of the blank workbooks of every unit; null where it was stopped. */
export async function packBlanks(
  session: SessionModel,
  { workbooks, archiver }: Pick<SessionTools, "workbooks" | "archiver">,
  period: string,
  onProgress: ReadProgress,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const template = session.templateInUse;
  const { lastYear, lastPeriod } = carriedInto(session, period);
  const files: PackedFile[] = [];
  for (const { fileName, plan } of issueEach(template, period, lastYear, lastPeriod)) {
    onProgress(files.length, template.units.length, fileName);
    // A cancel that was posted meanwhile is heard first.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return null;
    files.push({ name: fileName, bytes: workbooks.write(plan) });
  }
  return archiver.pack(files);
}

interface Earlier {
  readonly lastYear: LastYear | null;
  readonly lastPeriod: LastYear | null;
}

/** Only the year and the period right before are carried: of older ones the columns would be wrong. */
function carriedInto({ knownLastYear, knownLastPeriod }: SessionModel, period: string): Earlier {
  const { lastYear } = earlierFor(period, [knownLastYear]);
  const isBefore = knownLastPeriod && followingPeriod(knownLastPeriod.period) === period;
  return { lastYear, lastPeriod: isBefore ? knownLastPeriod : null };
}

/** Of the figures that are known, those of a year before and those of the period before; a year is no period before. */
export function earlierFor(period: string, known: readonly (LastYear | null)[]): Earlier {
  const find = (following: (period: string) => string | null): LastYear | null =>
    known.find((each) => each && following(each.period) === period) ?? null;
  const lastYear = find(nextPeriod);
  const lastPeriod = find(followingPeriod);
  return { lastYear, lastPeriod: lastPeriod?.period === lastYear?.period ? null : lastPeriod };
}
