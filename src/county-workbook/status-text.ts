/** What became of a unit's report, in words. */
import type { Consolidation, Reported } from "../consolidation/consolidation";
import { countPoints, type ReturnProgress } from "../consolidation/returned";
import { SILENT_STATUSES } from "../consolidation/reported";
import { dayText, type Say } from "../findings/say";

/** Files of a unit that decide its state; none where it sent nothing. */
export function reportedBy(consolidation: Consolidation, unit: string): Reported[] {
  return consolidation.reported.filter((reported) => reported.unit === unit);
}

export function statusText(consolidation: Consolidation, unit: string, say: Say): string {
  const files = reportedBy(consolidation, unit);
  const first = files.find(({ status }) => !SILENT_STATUSES.has(status)) ?? files[0];
  return say(`report.status.${first?.status ?? "missing"}`);
}

/** `2021 年 1 月 18 日退回 5 处，已重报：改好 3 处，还有 2 处`. */
export function returnedText(back: ReturnProgress, say: Say): string {
  const { day, times, state, points } = back;
  const params = { day: dayText(day, say), times, count: points.length };
  const when = say(times > 1 ? "report.returned.again" : "report.returned", params);
  const what = say(`report.returned.${isUnread(back) ? "unread" : state}`, {
    mended: countPoints(back, "mended"),
    settled: countPoints(back, "settled"),
    stands: countPoints(back, "stands"),
  });
  return when + what;
}

/** What came again could not be read yet. */
function isUnread(back: ReturnProgress): boolean {
  return countPoints(back, "unknown") > 0;
}
