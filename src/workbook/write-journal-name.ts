/**
 * How a workbook says that a writing into it is under way: by the names of very hidden sheets that `excel/` keeps there
 * for undo. Whoever reads such a workbook, in Excel or from a file, must know that it is half of something.
 */

/** Begins the name of every sheet that we keep for undo; a person never sees one. */
export const KEPT_PREFIX = "~undo~";

/** From the last to the first that decides: where an unfinished writing has several sheets, `writing` is what counts. */
const STAGES = ["over", "writing", "begun", "written"] as const;

/**
 * `begun`: copies are made, no sheet is touched. `writing`: sheets are overwritten, or put back. `written`: done, and may
 * be undone. `over`: it was decided; what was kept for it may be deleted.
 */
export type Stage = (typeof STAGES)[number];

export interface JournalEntryName {
  readonly id: string;
  readonly stage: Stage;
}

/** Is the sheet one that we keep for an undo, of whatever writing? */
export const isJournalSheet = (name: string): boolean => name.startsWith(KEPT_PREFIX);

/** The writings whose journals are among these sheets, each once. */
export function entriesIn(names: readonly string[]): JournalEntryName[] {
  const stages = new Map<string, Stage>();
  for (const name of names.filter(isJournalSheet)) {
    const [id = "", word] = name.slice(KEPT_PREFIX.length).split(" ");
    const stage = STAGES.find((each) => each === word);
    const known = stages.get(id);
    if (stage && (!known || STAGES.indexOf(stage) < STAGES.indexOf(known))) stages.set(id, stage);
  }
  return [...stages].map(([id, stage]) => ({ id, stage }));
}

/** Left in the middle, or in progress in another pane: the sheets hold neither the old nor the new. */
export const isUnfinished = ({ stage }: JournalEntryName): boolean => stage === "writing";
