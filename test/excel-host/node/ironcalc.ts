import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import type { Calculator } from "../book/calculator";
import { createIronCalculator, type IronCalc } from "../book/ironcalc";
import { packageFolder } from "./packages";

let library: IronCalc | undefined;

/** IronCalc from node_modules, loaded synchronously, also inside jest. Each call yields a fresh engine. */
export function loadCalculator(): Calculator {
  library ??= loadLibrary();
  return createIronCalculator(library);
}

interface WasmModule extends IronCalc {
  initSync(options: { module: Uint8Array }): unknown;
}

/**
 * The package is an ES module, which jest's CommonJS cannot require and Node 20 cannot load synchronously.
 * wasm-bindgen prints it in a fixed form, so turning its few import and export lines into CommonJS is safe;
 * whatever does not fit that form is refused.
 */
function loadLibrary(): IronCalc {
  const folder = packageFolder("@ironcalc/wasm");
  const source = readFileSync(join(folder, "wasm.js"), "utf8");
  const snippet = /from '\.\/(snippets\/[\w./-]+\.js)'/.exec(source)?.[1];
  if (snippet === undefined) throw new Error("@ironcalc/wasm has changed its layout.");
  const inline = evaluateModule(readFileSync(join(folder, snippet), "utf8"), {});
  const wasm = evaluateModule(source, inline) as unknown as WasmModule;
  wasm.initSync({ module: readFileSync(join(folder, "wasm_bg.wasm")) });
  return wasm;
}

function evaluateModule(source: string, imported: Record<string, unknown>): Record<string, unknown> {
  const names = [...source.matchAll(/^\s*export (?:async )?(?:class|function|const) (\w+)/gm)].map(
    (match) => match[1]!,
  );
  const body = source
    .replace(/^import \{([^}]*)\} from .*$/gm, "const {$1} = imported;")
    .replace(/^import \* as (\w+) from .*$/gm, "const $1 = imported;")
    .replace(/^export \{ initSync, .*\};$/gm, "")
    .replace(/^\s*export /gm, "")
    .replace(/import\.meta\.url/g, '"file:///"');
  if (source.includes("function initSync(")) names.push("initSync");
  // jsdom has no text coders of its own.
  const run = new Function(
    "imported",
    "TextDecoder",
    "TextEncoder",
    `${body}\nreturn { ${names.join(", ")} };`,
  ) as (...values: unknown[]) => Record<string, unknown>;
  return run(imported, TextDecoder, TextEncoder);
}
