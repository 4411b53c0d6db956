import type { Sheet } from "./sheet";

/** A comment (thread) on a cell. */
export interface CommentState {
  readonly id: string;
  readonly sheet: Sheet;
  row: number;
  column: number;
  content: string;
  resolved: boolean;
}
