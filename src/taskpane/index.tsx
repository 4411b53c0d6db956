/** The pane's entry: waits for Excel, then shows the pane in Excel's language and theme. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import packageJson from "../../package.json";
import { RIBBON_FUNCTIONS, RibbonRequests } from "./ribbon-requests";
import type { OpenWorkbook, SelfTest } from "../ports/ports";
import { describeExcel } from "../excel/environment";
import { answerRibbon } from "../excel/ribbon-buttons";
import { fetchLanguage } from "../locales/fetch-language";
import { App } from "./App";
import { browserTools } from "./browser-tools";
import { canSaveFiles } from "./can-save";
import { Shell } from "./Shell";
import { oldTemplates } from "./old-templates";
import { findHost } from "./find-host";
import { languageOf } from "./language";
import { PaneProblem } from "./problem";
import { Waiting } from "./Waiting";
import { connectEngine } from "./worker/connect";

/** The page also opens without office.js, in a plain browser. */
const office = (): typeof Office | undefined => (typeof Office === "undefined" ? undefined : Office);

const root = createRoot(document.getElementById("root")!);
// Before anything is waited for: a button can be what starts this page.
const ribbon = new RibbonRequests();
if (office()) answerRibbon(Object.keys(RIBBON_FUNCTIONS), (name) => ribbon.ask(RIBBON_FUNCTIONS[name]!));
// What writes and reads the open workbook is of use in Excel only: it comes while Excel makes up its mind.
const excelRoom = office() ? import("../excel/open-workbook") : null;
excelRoom?.catch(() => undefined);
// The worker starts meanwhile, too.
const engine = connectEngine();

function hostIsDark(): boolean | undefined {
  const theme: Partial<Office.OfficeTheme> | undefined = office()?.context?.officeTheme;
  return theme?.isDarkTheme;
}

async function start(): Promise<void> {
  const waiting = await fetchLanguage(languageOf(navigator.language));
  const found = await findHost(office()?.onReady(), (skip) =>
    root.render(
      <Shell hostIsDark={hostIsDark}>
        <Waiting locale={waiting} onSkip={skip} />
      </Shell>,
    ),
  );
  const workbook = found === "excel" ? await fetchOpenWorkbook() : null;
  // Without it Excel is as good as one that does not answer.
  const host = found === "excel" && !workbook ? "silent" : found;
  const locale = await fetchLanguage(languageOf(office()?.context?.displayLanguage ?? navigator.language));
  const canSave =
    host === "browser" || canSaveFiles(office()?.context?.platform?.toString(), navigator.userAgent);
  const partition = office()?.context?.partitionKey ?? "";
  const tools = {
    ...browserTools,
    // Nothing is ever said to be saved that was not.
    ...(canSave ? {} : { save: refuseSaving }),
    canSave,
    engine,
    ribbon,
    storage: { partition, product: packageJson.version, oldTemplates: oldTemplates(partition) },
    workbook,
    ...(host === "excel" ? { selfTest: fetchSelfTest } : {}),
  };
  root.render(
    <StrictMode>
      <Shell hostIsDark={hostIsDark}>
        <App
          host={host}
          locale={locale}
          version={packageJson.version}
          excel={host === "excel" ? describeExcel() : []}
          tools={tools}
        />
      </Shell>
    </StrictMode>,
  );
}

async function fetchOpenWorkbook(): Promise<OpenWorkbook | null> {
  try {
    return (await excelRoom)?.openWorkbook() ?? null;
  } catch {
    return null;
  }
}

/** Few ever need it: it is fetched when somebody asks. */
async function fetchSelfTest(): Promise<SelfTest> {
  return (await import("../excel/self-test")).createSelfTest();
}

function refuseSaving(): never {
  throw new PaneProblem("cannotSave");
}

void start();
