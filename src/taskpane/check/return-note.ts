/** 退回单 as a text for chat. It is made in the worker, which knows what is personal and must not be quoted. */
import { useEffect, useState } from "react";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";

/** The units' notes, one below the other; null until they are there. */
export function useReturnText(units: readonly string[]): string | null {
  const { locale } = useMessages();
  const { tools, work, session } = usePaneContext();
  const [text, setText] = useState<string | null>(null);
  const { engine } = tools;
  const { look } = work;
  // One string, so that a list made again with the same units is no other one.
  const wanted = units.join("\n");
  const { view } = session;
  useEffect(() => {
    let current = true;
    void look(async () => {
      const notes = await engine.returnTexts(wanted.split("\n"), locale);
      if (current) setText(notes.join("\n\n\n"));
    });
    return () => {
      current = false;
    };
  }, [look, engine, locale, view, wanted]);
  return text;
}
