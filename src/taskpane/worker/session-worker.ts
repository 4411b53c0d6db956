/** The worker in which the session lives. It reads files in workers of its own, or in such as the page lends it. */
import { expose } from "comlink";
import { savedSession } from "../../app/saved-session";
import { createSession, withViews } from "../../app/session";
import { createBrowserReader } from "../../files/browser-reader";
import { expandZip } from "../../files/expand-zip";
import { borrowWorker } from "../../files/lent-worker";
import { browserInflate } from "../../files/read/browser-inflate";
import { decodeText } from "../../files/read/text-encoding";
import { readingOf } from "../../files/read/text-document";
import { fileArchiver } from "../../files/write/pack-files";
import { officePackager } from "../../files/write/office/take-office";
import { workbookFiller } from "../../files/write/patch/fill-workbook";
import { workbookHighlighter } from "../../files/write/patch/highlight-workbook";
import { docxWriter } from "../../files/write/write-docx";
import { xlsxWriter } from "../../files/write/write-xlsx";
import "../../locales/every-language";
import { sayInReport } from "../../locales/report-words";
import type { SessionTools } from "../../app/session-tools";
import { builtInTemplate } from "../../template/builtin";
import { indexedDbStore } from "./indexed-db-store";
import { viewSender } from "./view-parts";

/** The compiler knows the pane's scope only. */
const page = globalThis as unknown as Pick<Worker, "postMessage">;

const tools: SessionTools = {
  reader: createBrowserReader(() =>
    typeof Worker === "undefined"
      ? borrowWorker(page)
      : new Worker(new URL("../../files/browser-worker.ts", import.meta.url)),
  ),
  workbooks: xlsxWriter,
  documents: docxWriter,
  marker: workbookHighlighter(),
  archiver: fileArchiver(),
  filler: workbookFiller(),
  packager: officePackager(),
  expandZip: (file, passOver) => expandZip(file, { inflate: browserInflate, passOver }),
  readDocument: async (bytes) => readingOf(bytes, { inflate: browserInflate }),
  decodeText,
  say: sayInReport,
};

const create = () => createSession({ template: builtInTemplate, tools });

const calls = Object.entries(withViews(savedSession({ create, openStore: indexedDbStore })));
const inParts = viewSender((part) => page.postMessage(part));

expose(
  Object.fromEntries(
    calls.map(([name, call]) => [
      name,
      async (...given: unknown[]) => inParts(await (call as (...given: unknown[]) => unknown)(...given)),
    ]),
  ),
);
