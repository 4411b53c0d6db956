/** The pane's entry: waits for Excel, then shows the pane in Excel's language and theme. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import packageJson from "../../package.json";
import { ribbonAction } from "../commands/ribbon";
import { describeExcel } from "../excel/environment";
import { openWorkbook } from "../excel/open-workbook";
import { localeFor, say } from "../locales";
import { fetchLanguage } from "../locales/fetch-language";
import { App } from "./App";
import { browserTools } from "./browser-tools";
import { Shell } from "./Shell";
import { browserMemory } from "./template-memory";
import { findHost } from "./find-host";
import { Waiting } from "./Waiting";
import { connectEngine } from "./worker/connect";

/** The page also opens without office.js, in a plain browser. */
const office = (): typeof Office | undefined => (typeof Office === "undefined" ? undefined : Office);

const root = createRoot(document.getElementById("root")!);
// The worker starts while Excel makes up its mind.
const engine = connectEngine();

function hostIsDark(): boolean | undefined {
  const theme: Partial<Office.OfficeTheme> | undefined = office()?.context?.officeTheme;
  return theme?.isDarkTheme;
}

async function start(): Promise<void> {
  const waiting = await fetchLanguage(localeFor(navigator.language));
  const host = await findHost(office()?.onReady(), (skip) =>
    root.render(
      <Shell hostIsDark={hostIsDark}>
        <Waiting locale={waiting} onSkip={skip} />
      </Shell>,
    ),
  );
  const locale = await fetchLanguage(localeFor(office()?.context?.displayLanguage ?? navigator.language));
  document.documentElement.lang = locale;
  document.title = say(locale, "pane.title");
  const tools = {
    ...browserTools,
    engine,
    memory: browserMemory(office()?.context?.partitionKey),
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
          excel={host === "excel" ? describeExcel() : []}
          tools={tools}
        />
      </Shell>
    </StrictMode>,
  );
}

void start();
