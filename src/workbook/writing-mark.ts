/**
 * How a workbook says that a writing into it is under way: by the names of very hidden sheets that `excel/` keeps there
 * for the way back. Whoever reads such a workbook, in Excel or from a file, must know that it is half of something.
 */

/** Begins the name of every sheet that we keep for a way back; a person never sees one. */
export const KEPT_PREFIX = "~undo~";

/** `over`: it was decided; what was kept for it may go. */
const STAGES = ["begun", "writing", "written", "over"] as const;

/**
 * `begun`: copies are made, no sheet is touched. `writing`: sheets are overwritten, or put back. `written`: done, and may
 * be taken back.
 */
export type Stage = (typeof STAGES)[number];

export interface Mark {
  readonly id: string;
  readonly stage: Stage;
}

/** Is the sheet one that we keep for a way back, of whatever writing? */
export const isKept = (name: string): boolean => name.startsWith(KEPT_PREFIX);

/** The writings that have left a mark among these sheets. */
export function marksIn(names: readonly string[]): Mark[] {
  return names.filter(isKept).flatMap((name) => {
    const [id = "", word] = name.slice(KEPT_PREFIX.length).split(" ");
    const stage = STAGES.find((each) => each === word);
    return stage ? [{ id, stage }] : [];
  });
}

/** Left in the middle, or under way in another pane: what stands in the sheets is neither the old nor the new. */
export const isUnfinished = ({ stage }: Mark): boolean => stage === "writing";
