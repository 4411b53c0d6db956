/** Where versions before 1.0 stored the templates that were adopted; from there they move to the session's storage. */

export interface OldTemplates {
  /** Null where none is stored. */
  load(): string | null;
  remove(): void;
}

const NAME = "township-report-consolidation.templates";

/**
 * The browser's `localStorage`. Some hosts forbid it to pages in a frame: that is the same as nothing stored.
 * @param partition what Excel asks add-ins to put before their names, so that those of different hosts stay apart
 *   (https://learn.microsoft.com/office/dev/add-ins/develop/persisting-add-in-state-and-settings)
 */
export function oldTemplates(partition: string): OldTemplates {
  const name = `${partition}${NAME}`;
  return {
    load: () => unlessForbidden(() => window.localStorage.getItem(name)),
    remove: () => void unlessForbidden(() => window.localStorage.removeItem(name)),
  };
}

function unlessForbidden<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
