import type { SimulatedExcel } from "../person/simulated-excel";
import { createExternal, installExternal, type ExternalOptions } from "../seams/external";
import { libraryText } from "./load-library";
import { runScript } from "./run-script";

/** Where office.js believes that it was loaded from. */
const BASE = "http://localhost/officejs/";

/**
 * Boots the unmodified office.js completely in jsdom (`@jest-environment jsdom`), connected to the simulated Excel
 * through `window.external`. Scripts that office.js loads are taken from the npm package; nothing goes over a network.
 * Once per test file: office.js cannot be loaded twice into one page.
 */
export async function bootOffice(
  excel: SimulatedExcel,
  options: ExternalOptions = {},
): Promise<{ host: Office.HostType | null; platform: Office.PlatformType | null }> {
  installExternal(window, createExternal(excel, options));
  serveScripts();
  addScriptTag("office.debug.js");
  // office.js takes the page's history functions away: a router of our tests would fail as it does in Excel.
  runScript("office.debug.js", libraryText("office.debug.js"));
  return Office.onReady();
}

/** Runs what office.js appends as `<script>`, and tells it when that is done. */
function serveScripts(): void {
  const { head } = document;
  const append = head.appendChild.bind(head);
  head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof HTMLScriptElement) || !node.src.startsWith(BASE)) return append(node);
    const file = node.src.slice(BASE.length).split("?")[0]!;
    setTimeout(() => {
      runScript(file, libraryText(file));
      node.dispatchEvent(new Event("load"));
    }, 0);
    return node;
  };
}

/** office.js finds its folder by the tag that loaded it. */
function addScriptTag(file: string): void {
  const tag = document.createElement("script");
  Object.defineProperty(tag, "src", { value: BASE + file });
  // No `src` attribute, so that jsdom does not fetch it; and before serveScripts' rule applies to it.
  Node.prototype.appendChild.call(document.head, tag);
}
