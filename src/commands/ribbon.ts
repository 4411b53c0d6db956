/**
 * What a button of the ribbon asks of the pane. The buttons open one pane at different addresses (manifest.xml):
 * that needs no function file and no shared runtime, so that it works the same in every Excel since 2021.
 */
export type RibbonAction = "check" | "consolidate" | "report";

const ACTIONS: readonly string[] = ["check", "consolidate", "report"] satisfies readonly RibbonAction[];

/** The action in the pane's address (`?action=check`); undefined where the pane was just opened. */
export function ribbonAction(search: string): RibbonAction | undefined {
  const action = new URLSearchParams(search).get("action");
  return action !== null && ACTIONS.includes(action) ? (action as RibbonAction) : undefined;
}
