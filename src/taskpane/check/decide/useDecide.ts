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
  /** Says what came of it; focus goes to the next finding, else to what bears this name in `data-decide`. */
  take(job: () => Promise<SessionView | null>, focus: string, said: string): void;
  /** The same of what is taken back: focus goes to what bears this name. */
  takeBack(job: () => Promise<SessionView | null>, focus: string, said: string): void;
  /** To the next finding that asks for something, or back to the one before. */
  step(direction: 1 | -1): void;
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
  /** Names of findings to go to, the first that is still there; then of a button. */
  const wanted = useRef<{ readonly findings: readonly string[]; readonly button: string } | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const busy = work.task !== null;
  const { view } = session;
  const start = useCallback((job: Parameters<Deciding["take"]>[0], text: string) => {
    void job().then((next) => {
      if (next) say(text);
      else wanted.current = null;
    });
  }, []);
  const take = useCallback<Deciding["take"]>(
    (job, button, text) => {
      const { all, at } = openFindings(area.current);
      wanted.current = { findings: all.slice(at + 1).map(nameOf), button };
      start(job, text);
    },
    [start],
  );
  const takeBack = useCallback<Deciding["takeBack"]>(
    (job, button, text) => {
      wanted.current = { findings: [], button };
      start(job, text);
    },
    [start],
  );
  const step = useCallback<Deciding["step"]>((direction) => {
    const { all, at } = openFindings(area.current);
    const next = all[at < 0 && direction < 0 ? all.length - 1 : at + direction];
    if (next) goTo(next);
  }, []);
  useEffect(() => {
    if (busy || wanted.current === null) return;
    const { findings, button } = wanted.current;
    wanted.current = null;
    const { all } = openFindings(area.current);
    const next = findings.map((name) => all.find((each) => nameOf(each) === name)).find((each) => each);
    if (next) return goTo(next);
    const named = area.current?.querySelectorAll<HTMLElement>("[data-decide]") ?? [];
    const found = [...named].find((each) => each.dataset["decide"] === button);
    (found?.matches("button") ? found : found?.querySelector("button"))?.focus();
  }, [busy, view]);
  return useMemo(() => ({ area, busy, said, take, takeBack, step }), [busy, said, take, takeBack, step]);
}

const FINDING = "[data-finding]";
/** The line that opens a group; what is in it is not on the screen before. */
const CLOSED_GROUP = '[data-group] > div > button[aria-expanded="false"]';

interface Open {
  readonly all: readonly HTMLElement[];
  /** -1 for nowhere. */
  readonly at: number;
}

/** The findings that ask for something and the closed groups, and where among them the focus is. */
function openFindings(area: HTMLElement | null): Open {
  const all = [...(area?.querySelectorAll<HTMLElement>(`${FINDING}, ${CLOSED_GROUP}`) ?? [])];
  return { all, at: all.findIndex((each) => each.contains(document.activeElement)) };
}

function nameOf(element: HTMLElement): string {
  return element.dataset["finding"] ?? "";
}

function goTo(place: HTMLElement): void {
  place.focus({ preventScroll: true });
  place.scrollIntoView?.({ block: "nearest" });
  if (place.matches(FINDING)) return;
  place.click();
  // Its findings are there once React has drawn them.
  setTimeout(() => {
    const first = place.closest("[data-group]")?.querySelector<HTMLElement>(FINDING);
    if (first) goTo(first);
  });
}
