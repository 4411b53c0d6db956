/** Answers the buttons of the ribbon in the page that they share with the pane. */

let showing: Promise<void> | null = null;

/**
 * Calls back with the name of the function whose button was pressed, and shows the pane. To be called while the page
 * is still loading: what Excel asks before a function is there, it forgets (OfficeDev/office-js issues 2744 and 5176:
 * the first press does nothing where scripts are deferred).
 */
export function answerRibbon(names: readonly string[], pressed: (name: string) => void): void {
  // Old libraries know no actions; there Excel has no buttons of ours either.
  const actions: Partial<typeof Office.actions> | undefined = Office.actions;
  for (const name of names) {
    actions?.associate?.(name, (event?: Partial<Office.AddinCommands.Event>) => {
      pressed(name);
      // Excel blocks the button until its function reports that it is done.
      void showPane().finally(() => event?.completed?.());
    });
  }
}

/** One request at a time: several while the pane is still coming up leave all buttons dead on the web (issue 3224). */
function showPane(): Promise<void> {
  showing ??= Office.addin
    .showAsTaskpane()
    // The request is answered all the same, and seen as soon as the user opens the pane.
    .catch(() => undefined)
    .finally(() => (showing = null));
  return showing;
}
