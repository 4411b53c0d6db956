/** The worker in which the round lives. It reads files in workers of its own. */
import { expose } from "comlink";
import { createBrowserReader } from "../../files/browser-reader";
import "../../locales/every-language";
import { builtInTemplate } from "../../template/builtin";
import { RoundService } from "./round-service";

const reader = createBrowserReader(
  () => new Worker(new URL("../../files/browser-worker.ts", import.meta.url)),
);

expose(new RoundService(builtInTemplate, reader));
