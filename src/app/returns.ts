/** What goes back to units, from what a session knows. */
import { returnForm } from "../returns/return-form";
import { shareableReturns } from "../returns/return-privacy";
import { returnText } from "../returns/return-text";
import { unitReturns } from "../returns/unit-returns";
import type { Say } from "../findings/say";
import { returnSet, type ReturnOptions, type ReturnSet } from "../returns/return-package";
import type { SessionModel } from "./session-model";
import type { SessionTools } from "./session-tools";
import type { SessionView } from "./view";
import type { Template } from "../template/template";
import type { WorkbookPlan } from "../workbook/plan";
import type { Originals } from "./originals";

export interface ReturnParts {
  readonly session: SessionModel;
  readonly tools: SessionTools;
  readonly template: Template;
  readonly view: SessionView;
  readonly say: Say;
}

export function returnMaterials(
  units: readonly string[],
  parts: ReturnParts,
  originals: Originals,
  options: ReturnOptions,
): Promise<ReturnSet> {
  const { session, tools: files, say } = parts;
  const shareable = shareableView(parts);
  const tools = {
    writer: files.workbooks,
    marker: files.marker,
    archiver: files.archiver,
    say,
    workbookOf: (file: string | null) => session.workbookOf(file),
    bytesOf: (file: string) => originals.bytesOf(file),
  };
  return returnSet(wanted(units, shareable), shareable, tools, options);
}

/** Null where none of the units has anything to correct. */
export function returnSheets(units: readonly string[], parts: ReturnParts): WorkbookPlan | null {
  const sheets = wanted(units, shareableView(parts)).map((each) => returnForm(each, [], parts.say));
  return sheets.length === 0 ? null : { sheets, names: [] };
}

/** 退回单 of these units as texts for chat; none of those that have nothing to correct. */
export function returnTexts(units: readonly string[], parts: ReturnParts): string[] {
  return wanted(units, shareableView(parts)).flatMap((each) => returnText(each, parts.say) ?? []);
}

function wanted(units: readonly string[], view: SessionView) {
  return unitReturns(view).filter(({ unit }) => units.includes(unit));
}

function shareableView({ session, template, view, say }: ReturnParts): SessionView {
  return shareableReturns(view, template, session.assess().submissions, say);
}
