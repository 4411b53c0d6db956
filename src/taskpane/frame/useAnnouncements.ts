import { useEffect } from "react";
import { usePaneContext } from "../usePane";
import { writtenCount } from "../useWriting";
import { useMessages } from "../messages";
import { hasSources } from "./next-steps";

/** Says what came of the work to those who do not see it. */
export function useAnnouncements(): void {
  const words = useMessages();
  const { session, writing, work, template, announce } = usePaneContext();
  const { view } = session;
  const { written } = writing;
  const { notice } = work;
  const { saved, state } = template;
  const units = state?.template.units.length ?? 0;
  useEffect(() => {
    if (!view || !hasSources(view)) return;
    const { reported, units, counts } = view;
    announce(words("pane.said.session", { reported, expected: units.length, ...counts }));
  }, [announce, view, words]);
  useEffect(() => {
    if (written?.kind === "file") announce(words("pane.saved", { name: written.name }));
    else if (written && !written.kept) announce(words("pane.written", { count: writtenCount(written) }));
  }, [announce, words, written]);
  useEffect(() => {
    if (notice !== null) announce(words(notice));
  }, [announce, notice, words]);
  useEffect(() => {
    if (saved?.what === "template") announce(words("pane.template.edit.saved", { name: saved.name }));
    if (saved?.what === "blanks")
      announce(words("pane.template.issue.done", { name: saved.name, count: units }));
  }, [announce, saved, units, words]);
}
