/** A page as small as can be with what the pane has: a package whose modules webpack joins, and a worker. */
import { strToU8 } from "fflate";

export const worker = new Worker(new URL("./worker.ts", import.meta.url));
worker.postMessage(strToU8("sheet"));
