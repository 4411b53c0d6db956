/** The one thing to do next, and what else may be done, on every station. */
import type { SessionView } from "../../app/view";
import type { Station } from "../stations";
import type { Written } from "../useWriting";

export type StepAction =
  | "adopt"
  | "checkTemplate"
  | "check"
  | "consolidate"
  | "again"
  | "toConsolidate"
  | "recheck"
  | "keep"
  | "undo"
  | "collect"
  | "report"
  | "saveReport"
  | "copyReport";

export interface Steps {
  readonly primary: StepAction | null;
  readonly secondary: StepAction | null;
}

const NONE: Steps = { primary: null, secondary: null };

/** Has anything been sent? */
export function hasSources({ reported, strangers, unknownForms }: SessionView): boolean {
  return reported > 0 || strangers.length > 0 || unknownForms.length > 0;
}

/** Is all that was given of forms that the template does not have? */
export function isOfOtherForms({ reported, unknownForms }: SessionView): boolean {
  return reported === 0 && unknownForms.length > 0;
}

/** One workbook on the screen and nothing else: a unit that checks itself before sending. */
export function isSelfCheck({ units, strangers }: SessionView): boolean {
  const files = [...units.flatMap((unit) => unit.files), ...strangers.map(({ file }) => file)];
  return files.length === 1 && files[0] === null;
}

/** Is it still to be said which of several periods is collected? */
export function asksPeriod({ periodChoice }: SessionView): boolean {
  return periodChoice !== null && periodChoice.chosen === null;
}

export function canConsolidate(view: SessionView): boolean {
  return view.hasTotals && !asksPeriod(view) && view.counted.length > 0 && !isSelfCheck(view);
}

/** At 模板: what is proposed is taken or not; what is being changed in Excel is checked; else the template is ready. */
export function templateSteps({
  hasProposal,
  editing,
  needsUnits,
}: {
  hasProposal: boolean;
  editing: boolean;
  needsUnits: boolean;
}): Steps {
  // The list of units asks for itself.
  if (needsUnits) return NONE;
  if (hasProposal) return { primary: "adopt", secondary: "collect" };
  return editing
    ? { primary: "checkTemplate", secondary: "collect" }
    : { primary: "collect", secondary: null };
}

/** @param canSave can the pane hand out files? */
export function nextSteps(
  station: Station,
  view: SessionView | null,
  written: Written | null,
  canSave = true,
): Steps {
  if (!view) return NONE;
  if (!hasSources(view)) return station === "collect" ? NONE : { primary: "collect", secondary: null };
  if (station === "collect") return afterCollecting(view);
  if (station === "check") return afterChecking(view);
  return station === "consolidate" ? afterWriting(view, written) : forReport(view, written, canSave);
}

/** What must be fixed is looked at before anything is added up. */
function afterCollecting(view: SessionView): Steps {
  // The forms that the template does not have ask for themselves, and so do several periods.
  if (isOfOtherForms(view) || asksPeriod(view)) return NONE;
  if (!canConsolidate(view)) return { primary: "check", secondary: null };
  return view.counts.mustFix > 0
    ? { primary: "check", secondary: "consolidate" }
    : { primary: "consolidate", secondary: "check" };
}

function afterChecking(view: SessionView): Steps {
  if (isSelfCheck(view)) return { primary: "recheck", secondary: null };
  if (!canConsolidate(view)) return { primary: "collect", secondary: null };
  return { primary: view.counts.mustFix > 0 ? "toConsolidate" : "consolidate", secondary: "collect" };
}

function afterWriting(view: SessionView, written: Written | null): Steps {
  if (!canConsolidate(view)) return { primary: "collect", secondary: null };
  // What has been written is no longer what is known.
  if (written?.of !== view) return { primary: "consolidate", secondary: null };
  if (written.kind === "file" || written.kept) return { primary: "report", secondary: "again" };
  return { primary: "keep", secondary: "undo" };
}

/** The report may be had before the county workbook; its numbers lead to cells only after. */
function forReport(view: SessionView, written: Written | null, canSave: boolean): Steps {
  if (!canConsolidate(view)) return { primary: "collect", secondary: null };
  const primary = canSave ? "saveReport" : "copyReport";
  return { primary, secondary: written?.of === view ? null : "toConsolidate" };
}
