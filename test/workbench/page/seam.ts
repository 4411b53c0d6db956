/**
 * Runs in the pane's frame before office.js does, and puts our Excel where desktop Excel puts itself. Bundled on its
 * own, so that everything office.js is handed belongs to the frame's realm.
 */
import type { SimulatedExcel } from "../../excel-host/person/simulated-excel";
import { createExternal, installExternal } from "../../excel-host/seams/external";

const excel: unknown = Reflect.get(window.parent, "simulatedExcel");
if (excel) installExternal(window, createExternal(excel as SimulatedExcel));
