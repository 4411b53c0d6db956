/** 退回: what goes back to units, and the sheet of a unit's file in which something was found. */
import type { Place } from "../findings/finding";
import type { ReturnedUnit } from "../returns/return-package";
import type { WorkbookPlan } from "../workbook/plan";
import type { ReadProgress } from "./given-file";
import { returnMaterials, returnSheets, returnTexts } from "./returns";
import { breath, type SessionParts } from "./session-parts";
import type { Language } from "./session-tools";
import { sourceView, type SourceView } from "./source-view";

export interface ReturnMaterials {
  readonly zip: Uint8Array;
  /** What became of each unit's files. */
  readonly units: readonly ReturnedUnit[];
}

export function returnCalls(parts: SessionParts) {
  const { model, tools } = parts;
  const material = (language: Language) => ({
    session: model,
    tools,
    template: parts.template,
    view: parts.view(),
    say: tools.say(language),
  });
  return {
    /** What goes back to these units, as one zip. Null where the user cancelled. */
    returnMaterials: (
      units: readonly string[],
      language: Language,
      onProgress: ReadProgress,
    ): Promise<ReturnMaterials | null> =>
      parts.stoppable((signal) =>
        returnMaterials(units, material(language), parts.originals, {
          signal,
          onProgress: (done, total, unit) => {
            onProgress(done, total, unit);
            return breath();
          },
        }),
      ),

    /** 退回单 of these units as sheets for the open workbook; null where none has anything to correct. */
    returnSheets: (units: readonly string[], language: Language): WorkbookPlan | null =>
      returnSheets(units, material(language)),

    /** 退回单 of these units as texts for chat, without personal data; none of those that have nothing to correct. */
    returnTexts: (units: readonly string[], language: Language): readonly string[] =>
      returnTexts(units, material(language)),

    /** The units' reports went back to them on that day, `2021-01-18`, until something new comes from them. */
    sendBack: (units: readonly string[], day: string): void => model.sendBack(units, day),

    /** The sheet of a file in which something is; null where it is not at hand. */
    sourceView: (place: Place, language: Language): SourceView | null =>
      sourceView(place, material(language)),
  };
}
