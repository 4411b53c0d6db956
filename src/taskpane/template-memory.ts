/** Where the pane's browser keeps the templates that were adopted: on this machine, for this user. */

export interface TemplateMemory {
  /** Null where nothing is kept. */
  load(): string | null;
  /** False where it could not be kept. */
  save(text: string): boolean;
}

const NAME = "township-report-consolidation.templates";

/**
 * The browser's own storage. Some hosts forbid it to pages in a frame, and it may be full: then a template lasts until
 * the pane is closed, and the pane says so.
 * @param partition what Excel asks add-ins to put before their names, so that those of different hosts stay apart
 *   (https://learn.microsoft.com/office/dev/add-ins/develop/persisting-add-in-state-and-settings)
 */
export function browserMemory(partition = ""): TemplateMemory {
  const name = `${partition}${NAME}`;
  return {
    load() {
      try {
        return window.localStorage.getItem(name);
      } catch {
        return null; // Forbidden: the same as nothing kept.
      }
    },
    save(text) {
      try {
        window.localStorage.setItem(name, text);
        return window.localStorage.getItem(name) === text;
      } catch {
        forget(name);
        return false;
      }
    },
  };
}

/** What was kept before would come back in place of the one that is in use now. */
function forget(name: string): void {
  try {
    window.localStorage.removeItem(name);
  } catch {
    // Nothing can be kept, so nothing is.
  }
}
