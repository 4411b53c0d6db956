/** The cover: a card of ours. */
import type { Finding } from "../../findings/finding";
import type { Grid } from "../grid";
import type { ReadSettings } from "../normalise";
import { placeCard, readCard } from "../own/cards";
import type { Entry } from "../submission";
import type { FormTarget } from "../template-vocabulary";

export interface AlignedCover {
  /** By code. */
  readonly cover: ReadonlyMap<string, Entry>;
  readonly findings: readonly Finding[];
}

export function alignCover(grid: Grid, { card, codes }: FormTarget, settings: ReadSettings): AlignedCover {
  if (!card) return { cover: new Map(), findings: [] };
  const { lines, findings } = readCard(grid, placeCard(grid, card), codes, settings);
  return { cover: new Map(lines.map(({ code, current }) => [code, current])), findings };
}
