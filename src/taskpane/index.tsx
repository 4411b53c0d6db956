/** The pane's entry: waits for Excel, then shows the pane in Excel's language and theme. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import packageJson from "../../package.json";
import { ribbonAction } from "../commands/ribbon";
import { openWorkbook } from "../excel/open-workbook";
import { localeFor, say } from "../locales";
import { App } from "./App";
import { browserTools } from "./browser-tools";
import { Shell } from "./Shell";
import type { Host } from "./usePane";
import { Waiting } from "./Waiting";
import { connectEngine } from "./worker/connect";

/**
 * `Office.onReady` never settles where something it needs is blocked (OfficeDev/office-js issue 6040): after this
 * many milliseconds the pane shows itself anyway and says that Excel does not answer.
 */
const PATIENCE = 10_000;

/** The page also opens without office.js, in a plain browser. */
const office = (): typeof Office | undefined => (typeof Office === "undefined" ? undefined : Office);

const root = createRoot(document.getElementById("root")!);
// The worker starts while Excel makes up its mind.
const engine = connectEngine();

async function findHost(): Promise<Host> {
  const ready = office()?.onReady();
  if (!ready) return "browser";
  const silence = new Promise<"silent">((resolve) => {
    setTimeout(resolve, PATIENCE, "silent");
    const locale = localeFor(navigator.language);
    root.render(
      <Shell hostIsDark={hostIsDark}>
        <Waiting locale={locale} onSkip={() => resolve("silent")} />
      </Shell>,
    );
  });
  const answer = await Promise.race([ready, silence]);
  if (answer === "silent") return "silent";
  return answer.host === null ? "browser" : "excel";
}

function hostIsDark(): boolean | undefined {
  const theme: Partial<Office.OfficeTheme> | undefined = office()?.context?.officeTheme;
  return theme?.isDarkTheme;
}

async function start(): Promise<void> {
  const host = await findHost();
  const locale = localeFor(office()?.context?.displayLanguage ?? navigator.language);
  document.documentElement.lang = locale;
  document.title = say(locale, "pane.title");
  const tools = {
    ...browserTools,
    engine,
    workbook: host === "excel" ? openWorkbook() : null,
    // WKWebView, in which Excel on a Mac shows the pane, passes over links with `download`.
    canSave: !(host === "excel" && office()?.context?.platform === Office.PlatformType.Mac),
  };
  root.render(
    <StrictMode>
      <Shell hostIsDark={hostIsDark}>
        <App
          host={host}
          locale={locale}
          action={ribbonAction(window.location.search)}
          version={packageJson.version}
          tools={tools}
        />
      </Shell>
    </StrictMode>,
  );
}

void start();
