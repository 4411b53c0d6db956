/** Which files may be reports, by their names; what a file really is, its content says. */
import type { PassedOver } from "../ports/ports";

/** Workbooks, and what they may be packed in: an archive that cannot be opened is still somebody's report. */
export const REPORT_ENDINGS = [
  ...["xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "et", "ett", "wps", "ods", "csv", "xml"],
  ...["zip", "rar", "7z"],
] as const;

const REPORT_NAME = new RegExp(`\\.(?:${REPORT_ENDINGS.join("|")})$`, "i");
/** What Windows, macOS and Office leave in folders. */
const LEFT_BEHIND = /^(?:Thumbs\.db|ehthumbs\.db|desktop\.ini|__MACOSX|Icon\r)$/i;
/** Somebody chose it with the rest. */
const NO_REPORT = /\.(?:txt|db|ini|lnk|tmp|bak)$/i;

/**
 * A file among others, in a folder or a zip: everything that is no workbook by its name is passed over.
 * @param name the path below the folder, with `/`
 */
export function passedOverInFolder(name: string): PassedOver | null {
  return leftBehind(name) ?? (REPORT_NAME.test(name) ? null : "notAWorkbook");
}

/** A file that somebody chose by itself: a photo is read, to say that it is one. */
export function passedOverWhenChosen(name: string): PassedOver | null {
  return leftBehind(name) ?? (NO_REPORT.test(name) ? "notAWorkbook" : null);
}

function leftBehind(name: string): PassedOver | null {
  const steps = name.split("/");
  if (steps.some((step) => step.startsWith("~$") || step.startsWith(".~"))) return "temporary";
  if (steps.some((step) => LEFT_BEHIND.test(step))) return "notAWorkbook";
  return steps.some((step) => step.startsWith(".")) ? "hidden" : null;
}
