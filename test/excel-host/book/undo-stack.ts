import { HostError } from "../protocol/errors";

/**
 * What Ctrl+Z takes back: values, sheets' names and visibility, new sheets. Switched on by `createSimulatedExcel({ undo: true })`.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities
 */
export class UndoStack {
  private readonly steps: (() => void)[] = [];
  isOn = false;

  record(takeBack: () => void): void {
    if (this.isOn) this.steps.push(takeBack);
  }

  /** "The user's undo stack is cleared starting from that API call": nothing before it can be taken back. */
  clear(): void {
    this.steps.length = 0;
  }

  /** @returns false where there is nothing to take back */
  undo(): boolean {
    const step = this.steps.pop();
    if (!step) return false;
    this.isOn = false;
    try {
      step();
    } catch (error) {
      // What a person sees as “Can't undo”.
      if (!(error instanceof HostError)) throw error;
    } finally {
      this.isOn = true;
    }
    return true;
  }
}
