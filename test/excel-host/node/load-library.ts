import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NativeBridge } from "../seams/bridge";
import { packageFolder } from "./packages";
import { runScript } from "./run-script";

/** What we touch of Microsoft's library beside `Excel` itself. */
export interface OfficeExtensionLibrary {
  readonly HostBridge: { init(bridge: NativeBridge): void };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  readonly Error: new (...args: never[]) => Error & { readonly code: string };
}

export interface ExcelLibrary {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: OfficeExtensionLibrary;
}

export type LibraryFile = "excel-win32-16.01" | "excel-web-16.00" | "excel-mac-16.00" | "excel-ios-16.00";

/** The folder of Microsoft's files; they are used as they are and never copied into our repository. */
export function libraryFolder(): string {
  return join(packageFolder("@microsoft/office-js"), "dist");
}

/** The text of one of Microsoft's files. */
export function libraryText(file: string): string {
  return readFileSync(join(libraryFolder(), file), "utf8");
}

/** Loads the client library of one platform into this realm, once; no DOM is needed. */
export function loadLibrary(file: LibraryFile = "excel-win32-16.01"): ExcelLibrary {
  const loaded = loadedLibrary();
  if (loaded) return loaded;
  defineBrowserGlobals();
  runScript(`${file}.debug.js`, libraryText(`${file}.debug.js`));
  const library = loadedLibrary();
  if (!library) throw new Error(`${file} defined no Excel.`);
  return library;
}

/** The library that a script of this realm has defined, if one has. */
export function loadedLibrary(): ExcelLibrary | undefined {
  const excel: unknown = Reflect.get(globalThis, "Excel");
  const extension: unknown = Reflect.get(globalThis, "OfficeExtension");
  if (excel === undefined || extension === undefined) return undefined;
  return { Excel: excel as typeof Excel, OfficeExtension: extension as OfficeExtensionLibrary };
}

/** The few things of a browser that the library touches while it loads; real ones are left alone. */
function defineBrowserGlobals(): void {
  const nothing = (): undefined => undefined;
  const self = globalThis;
  const location = { href: "http://localhost/", protocol: "http:", host: "localhost", hash: "", search: "" };
  const element = { style: {}, setAttribute: nothing, appendChild: nothing };
  const document = {
    readyState: "loading",
    addEventListener: nothing,
    getElementsByTagName: () => [],
    createElement: () => element,
    cookie: "",
    location,
  };
  const wanted = {
    window: self,
    self,
    top: self,
    parent: self,
    location,
    navigator: { userAgent: "node" },
    addEventListener: nothing,
    removeEventListener: nothing,
    sessionStorage: createStorage(),
    localStorage: createStorage(),
    document,
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (Reflect.get(self, name) === undefined) {
      Object.defineProperty(self, name, { value, writable: true, configurable: true });
    }
  }
}

function createStorage(): Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length"> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}
