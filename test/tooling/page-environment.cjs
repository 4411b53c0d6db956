/**
 * A page for tests: Node's environment with jsdom's window laid over its global object. jest-environment-jsdom makes
 * jsdom's window itself the global object; each look at `Symbol` or `Map` then asks jsdom's interceptors, which made up
 * most of the time of the pane's tests.
 */
const { installFastStyles } = require("./fast-styles.cjs");
const { JSDOM, VirtualConsole } = require("jsdom");
const NodeEnvironment = require("./node-environment.cjs");

/** What stays Node's, as jest and the sandbox rest on it. */
const NODES = new Set(
  "undefined NaN Infinity global globalThis process Buffer console structuredClone setTimeout clearTimeout setInterval clearInterval queueMicrotask performance crypto".split(
    " ",
  ),
);

module.exports = class extends NodeEnvironment {
  constructor(config, context) {
    super(config, context);
    const virtualConsole = new VirtualConsole().sendTo(context.console, { omitJSDOMErrors: true });
    virtualConsole.on("jsdomError", (error) => context.console.error(error));
    this.dom = new JSDOM("<!DOCTYPE html>", {
      pretendToBeVisual: true,
      url: "http://localhost/",
      virtualConsole,
    });
    const { window } = this.dom;
    installFastStyles(window);
    // jsdom has no layout, and so no such function. That of browsers returns a promise, whatever their types say.
    window.Element.prototype.scrollIntoView = async () => {};
    for (const name of namesOf(window)) lay(name, window, this.global);
    for (const name of ["window", "self", "top", "parent"]) this.global[name] = this.global;
    window.addEventListener("error", ({ error }) => error && process.emit("uncaughtException", error));
  }

  exportConditions() {
    return ["browser"];
  }

  async teardown() {
    this.dom.window.close();
    this.dom = null;
    await super.teardown();
  }
};

/** Names of the page, those of the language excepted. */
function namesOf(window) {
  const names = new Set();
  for (let each = window; each && each !== Object.prototype; each = Object.getPrototypeOf(each)) {
    for (const name of Object.getOwnPropertyNames(each)) names.add(name);
  }
  const language = new Set(
    Object.getOwnPropertyNames(globalThis).filter((name) => window[name] === globalThis[name]),
  );
  return [...names].filter((name) => name !== "constructor" && !NODES.has(name) && !language.has(name));
}

/** Reads and writes go to the page; its functions are called on it. */
function lay(name, window, global) {
  const bound =
    typeof window[name] === "function" && !/^[A-Z]/.test(name) ? window[name].bind(window) : undefined;
  let own = bound;
  Object.defineProperty(global, name, {
    configurable: true,
    enumerable: true,
    get: () => (own !== undefined ? own : window[name]),
    set: (value) => {
      own = typeof value === "function" ? value : undefined;
      window[name] = value;
    },
  });
}
