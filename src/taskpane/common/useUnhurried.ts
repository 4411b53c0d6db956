/** Lists that are too long to be drawn while somebody waits. */
import { useDeferredValue } from "react";

/**
 * A short list at once; of a long one, what is seen first at once, and all of it in pieces of time between which the pane
 * answers. Until it is drawn the list is as it was before.
 */
export function useUnhurried<T>(all: readonly T[], few: number): readonly T[] {
  const later = useDeferredValue(all, all.length > few ? all.slice(0, few) : all);
  return all.length > few ? later : all;
}
