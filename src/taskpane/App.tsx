import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState, type JSX } from "react";
import type { Locale } from "../locales";
import { SourceBar } from "./check/SourceBar";
import { Collect } from "./collect/Collect";
import { About } from "./common/About";
import { FactsContext } from "./common/diagnostics";
import { ErrorBoundary } from "./common/ErrorBoundary";
import { useCommonStyles } from "./common/common.styles";
import { useFrameStyles } from "./frame/frame.styles";
import { Footer } from "./frame/Footer";
import { Header } from "./frame/Header";
import { Outcome } from "./frame/Outcome";
import { Unfinished } from "./frame/Unfinished";
import { hasSources } from "./frame/next-steps";
import { useAnnouncements } from "./frame/useAnnouncements";
import { useDrop } from "./frame/useDrop";
import { useRibbonAction } from "./frame/useRibbonAction";
import { LanguageContext, useChosenLanguage } from "./language";
import type { PaneTools } from "./pane-tools";
import { PaneProvider, usePane, usePaneContext, type Host } from "./usePane";
import type { SavedControl } from "./useSaved";
import { useMessages, MessagesContext, wordsOf } from "./messages";

/** Where few go, or late: these parts of the program are fetched when somebody does. */
const Report = lazy(async () => ({ default: (await import("./report/Report")).Report }));
const SavedSessions = lazy(async () => ({
  default: (await import("./frame/SavedSessions")).SavedSessions,
}));
const Consolidate = lazy(async () => ({ default: (await import("./consolidate/Consolidate")).Consolidate }));
const Check = lazy(async () => ({ default: (await import("./check/Check")).Check }));
const Help = lazy(async () => ({ default: (await import("./help/Help")).Help }));
const Template = lazy(async () => ({ default: (await import("./template/Template")).Template }));

export interface AppProps {
  readonly host: Host;
  /** The language to begin with. */
  readonly locale: Locale;
  readonly version: string;
  /** What Excel says of itself; none where there is no Excel. */
  readonly excel?: readonly string[];
  readonly tools: PaneTools;
}

const NO_EXCEL: readonly string[] = [];

/** The pane: a header that says where we are, the station, and the one next step. */
export function App({ host, locale, version, excel = NO_EXCEL, tools }: AppProps): JSX.Element {
  const language = useChosenLanguage(locale);
  const words = useMemo(() => wordsOf(language.locale), [language]);
  const facts = useMemo(() => ({ version, host, excel }), [version, host, excel]);
  return (
    <LanguageContext.Provider value={language}>
      <MessagesContext.Provider value={words}>
        <FactsContext.Provider value={facts}>
          <ErrorBoundary facts={[`${version} · ${host} · ${words.locale}`, ...excel].join("\n")}>
            <PaneOf host={host} tools={tools} />
          </ErrorBoundary>
        </FactsContext.Provider>
      </MessagesContext.Provider>
    </LanguageContext.Provider>
  );
}

function PaneOf({ host, tools }: Pick<AppProps, "host" | "tools">): JSX.Element {
  const pane = usePane(host, tools);
  useRibbonAction(pane);
  return (
    <PaneProvider value={pane}>
      <Frame />
    </PaneProvider>
  );
}

function Frame(): JSX.Element {
  const words = useMessages();
  const styles = useFrameStyles();
  const common = useCommonStyles();
  const { give, work, said, saved, station } = usePaneContext();
  const [help, setHelp] = useState(false);
  const { over, handlers } = useDrop(give, work.task === null);
  useAnnouncements();
  return (
    <div className={styles.frame} {...handlers}>
      <Header onHelp={() => setHelp(true)} />
      <SourceBar />
      <Unfinished />
      <Suspense fallback={null}>{needsSaved(saved) && <SavedSessions />}</Suspense>
      <Outcome />
      <Content />
      <Footer />
      <Suspense fallback={null}>{help && <Help station={station} onClose={() => setHelp(false)} />}</Suspense>
      {over && <div className={styles.drop}>{words("pane.drop")}</div>}
      <div role="status" className={common.hidden}>
        {said}
      </div>
    </div>
  );
}

/** Is there anything to say of what is stored? Most days there is not. */
function needsSaved({ offers, continued, warnings }: SavedControl): boolean {
  return offers || continued !== null || warnings.length > 0;
}

function Content(): JSX.Element {
  const styles = useFrameStyles();
  const { station, work, session, writing } = usePaneContext();
  const started = session.view !== null && hasSources(session.view);
  const told = work.problem !== null || work.notice !== null;
  const main = useFocusOnChange(station, started, writing.written, work.task !== null, told);
  return (
    <main
      className={styles.content}
      ref={main}
      tabIndex={-1}
      style={{ outline: "none" }}
      aria-busy={work.busy}
    >
      <Suspense fallback={null}>
        {station === "template" && <Template />}
        {station === "report" && <Report />}
        {station === "check" && <Check />}
        {station === "consolidate" && <Consolidate />}
      </Suspense>
      {station === "collect" && (
        <>
          <Collect />
          <About />
        </>
      )}
    </main>
  );
}

/**
 * Who goes to another station reads it from its top; who waited at a button, or took a message off the screen, goes on
 * from the button that was pressed last and is still there, else from where the result is, not from the top of the
 * page.
 */
function useFocusOnChange(station: string, started: boolean, written: unknown, busy: boolean, told: boolean) {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  /** The last two: the second is gone where it closed what the first had opened. */
  const pressed = useRef<readonly (Element | null)[]>([]);
  useEffect(() => {
    if (!first.current) {
      main.current?.focus();
    }
    first.current = false;
  }, [station]);
  useEffect(() => {
    main.current?.scrollTo?.(0, 0);
  }, [station, started, written]);
  // A button that is disabled for a while loses the focus in time; before the screen is drawn it has it still.
  useLayoutEffect(() => {
    if (busy) pressed.current = [document.activeElement, ...pressed.current.slice(0, 1)];
  }, [busy]);
  useEffect(() => {
    if (busy || document.activeElement !== document.body || first.current) return;
    const button = pressed.current.find((each) => each !== document.body && each?.isConnected);
    if (button instanceof HTMLElement) button.focus({ preventScroll: true });
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [busy, told]);
  return main;
}
