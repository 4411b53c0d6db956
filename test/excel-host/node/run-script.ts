/**
 * Runs a text as a script of this realm.
 *
 * The realm matters: Microsoft's library compares `Object.getPrototypeOf(x)` with that of `{}`, and its errors must be
 * `instanceof Error`. jest runs tests in a vm context of its own; `vm.runInThisContext` would land in the context
 * outside of it, but `Function` belongs to the context that names it. Inside, only an indirect `eval` makes the
 * script's top-level variables globals as a `<script>` does, and the library reads them as such while it loads.
 * @param name Shown in stack traces.
 */
export function runScript(name: string, source: string): void {
  const run = new Function("source", "(0, eval)(source);");
  run(`${source}\n//# sourceURL=${name}`);
}
