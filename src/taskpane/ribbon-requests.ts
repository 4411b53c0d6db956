/**
 * What a button of the ribbon asks of the pane. Excel has one page for the pane and for all buttons (shared runtime,
 * manifest.xml): a button calls a function of that page, so that nothing that was collected in it is lost.
 */
export type RibbonAction = "check" | "consolidate" | "report";

/** The functions that the manifest names. */
export const RIBBON_FUNCTIONS: Readonly<Record<string, RibbonAction>> = {
  TownshipCheck: "check",
  TownshipConsolidate: "consolidate",
  TownshipReport: "report",
};

/** What was asked, for the pane that may not be there yet: a button can be what starts the page. */
export class RibbonRequests {
  private waiting: RibbonAction | null = null;
  private listener: ((action: RibbonAction) => void) | null = null;

  /** The last button wins where several were pressed before the pane was ready. */
  ask(action: RibbonAction): void {
    if (this.listener) this.listener(action);
    else this.waiting = action;
  }

  /** Hands over what is asked from now on, and what was asked before. @returns what ends it. */
  listen(listener: (action: RibbonAction) => void): () => void {
    this.listener = listener;
    const { waiting } = this;
    this.waiting = null;
    if (waiting) listener(waiting);
    return () => {
      if (this.listener === listener) this.listener = null;
    };
  }
}
