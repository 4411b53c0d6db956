/** Deciding about findings: what is said aloud, and where the focus goes once the button that was pressed is gone. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from "react";
import type { SessionView } from "../../../app/view";
import { usePaneContext } from "../../usePane";

export interface Deciding {
  readonly busy: boolean;
  /** Says what came of it; focus goes to what bears this name in `data-decide`. */
  take(job: () => Promise<SessionView | null>, focus: string, said: string): void;
}

export interface DecideArea extends Deciding {
  readonly area: RefObject<HTMLDivElement | null>;
  readonly said: string;
}

const DecideContext = createContext<Deciding | null>(null);
export const DecideProvider = DecideContext.Provider;

/** @throws where nobody decides around this part: a fault of the program. */
export function useDeciding(): Deciding {
  const deciding = useContext(DecideContext);
  if (!deciding) throw new Error("nothing to decide around this part");
  return deciding;
}

export function useDecideArea(): DecideArea {
  const { session, work } = usePaneContext();
  const [said, say] = useState("");
  const wanted = useRef<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const busy = work.task !== null;
  const { view } = session;
  const take = useCallback<Deciding["take"]>((job, focus, text) => {
    wanted.current = focus;
    void job().then((next) => {
      if (next) say(text);
      else wanted.current = null;
    });
  }, []);
  useEffect(() => {
    if (busy || wanted.current === null) return;
    const name = wanted.current;
    wanted.current = null;
    const all = area.current?.querySelectorAll<HTMLElement>("[data-decide]") ?? [];
    const found = [...all].find((each) => each.dataset["decide"] === name);
    (found?.matches("button") ? found : found?.querySelector("button"))?.focus();
  }, [busy, view]);
  return useMemo(() => ({ area, busy, said, take }), [busy, said, take]);
}
