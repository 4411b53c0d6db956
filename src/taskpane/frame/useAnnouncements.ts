import { useEffect } from "react";
import { usePaneContext } from "../usePane";
import { useWords } from "../words";
import { hasSources } from "./next-steps";

/** Says what came of the work to those who do not see it. */
export function useAnnouncements(): void {
  const words = useWords();
  const { round, writing, work, announce } = usePaneContext();
  const { view } = round;
  const { written } = writing;
  const { notice } = work;
  useEffect(() => {
    if (!view || !hasSources(view)) return;
    const { reported, units, counts } = view;
    announce(words("pane.said.round", { reported, expected: units.length, ...counts }));
  }, [announce, view, words]);
  useEffect(() => {
    if (written?.kind === "file") announce(words("pane.saved", { name: written.name }));
    else if (written && !written.kept) announce(words("pane.written", { count: written.sheets.length }));
  }, [announce, words, written]);
  useEffect(() => {
    if (notice !== null) announce(words(notice));
  }, [announce, notice, words]);
}
