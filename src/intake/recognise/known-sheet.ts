import type { Identity } from "../../template/identity";
import type { Grid } from "../grid";
import type { Target } from "../template-vocabulary";

/** A sheet and the form or list that it holds; null where it holds none. */
export interface KnownSheet {
  readonly grid: Grid;
  readonly identity: Identity | null;
  readonly target: Target | null;
  /** The titles of all tables on the sheet, where it holds several: the grid is this one's part. */
  readonly together?: readonly string[];
  /** Rows of a form whose others are on another sheet. */
  readonly continues?: boolean;
}
