/** The worker in which the session lives. It reads files in workers of its own, or in such as the page lends it. */
import { expose } from "comlink";
import { createBrowserReader } from "../../files/browser-reader";
import { borrowWorker } from "../../files/lent-worker";
import "../../locales/every-language";
import { builtInTemplate } from "../../template/builtin";
import { SessionService } from "../../app/session-service";

/** The compiler knows the pane's scope only. */
const page = globalThis as unknown as Pick<Worker, "postMessage">;
const reader = createBrowserReader(() =>
  typeof Worker === "undefined"
    ? borrowWorker(page)
    : new Worker(new URL("../../files/browser-worker.ts", import.meta.url)),
);

expose(new SessionService(builtInTemplate, reader));
