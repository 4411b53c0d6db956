/** How Excel calls functions of the add-in's page for the ribbon, and how the page shows itself. */

interface Call {
  readonly name: string;
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

/** office.js: the function was found and has called `event.completed()`. */
const SUCCESS = 0;

export class FunctionCalls {
  /** The page asked to be shown: `Office.addin.showAsTaskpane()`. */
  onShow: () => void = () => undefined;
  private page: ((id: string, name: string) => void) | null = null;
  private readonly running = new Map<string, Call>();
  private last = 0;

  /** Calls a function of the page, as soon as office.js has come up in it. @returns when it says that it is done. */
  call(name: string): Promise<void> {
    return new Promise((done, failed) => {
      const id = `command-${++this.last}`;
      this.running.set(id, { name, done, failed });
      this.page?.(id, name);
    });
  }

  /** office.js of a page is ready to be asked. */
  pageIsReady(page: (id: string, name: string) => void): void {
    this.page = page;
    for (const [id, { name }] of this.running) page(id, name);
  }

  /** Another page takes its place; what was asked of it is asked of nobody. */
  pageIsGone(): void {
    this.page = null;
    for (const { failed, name } of this.running.values()) failed(new Error(`${name}: the page is gone`));
    this.running.clear();
  }

  completed(id: string, result: number): void {
    const call = this.running.get(id);
    this.running.delete(id);
    if (result === SUCCESS) call?.done();
    else call?.failed(new Error(`${call.name}: office.js found no such function (${result})`));
  }
}
