/** Builds the pane, with office.js beside it, and the demo's page; only when something has changed. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Configuration } from "webpack";
import { packageFolder } from "../excel-host/node/packages";
import { metadataJson } from "../excel-host/node/metadata";
import { oneAtATime } from "../tooling/one-at-a-time";

export const ROOT = join(__dirname, "../..");
const CACHE = join(ROOT, "node_modules/.cache/workbench");
/** What the build is made from. */
const SOURCES = [
  "src",
  "test/excel-host",
  "test/workbench",
  "assets",
  "webpack.config.js",
  "test/tooling/esbuild.cjs",
  "package-lock.json",
];

type Configure = (
  env: object,
  options: { mode: Mode },
) => Promise<Omit<Configuration, "entry"> & { readonly entry: Readonly<Record<string, string>> }>;

/** `production`: the pane as it ships. `development`: the same pane, bundled by esbuild, in a fifth of the time. */
export type Mode = "production" | "development";

/** The folder with the page, and in `pane/` the pane. */
export async function buildWorkbench(mode: Mode): Promise<string> {
  const folder = join(CACHE, mode);
  // Several files of tests start the demo at once.
  await oneAtATime(`${folder}.lock`, () => buildInto(folder, mode));
  return folder;
}

/** The folder, if nothing has changed since it was built. */
export function builtWorkbench(mode: Mode): string | undefined {
  const folder = join(CACHE, mode);
  return isStamped(folder, fingerprint()) ? folder : undefined;
}

function isStamped(folder: string, wanted: string): boolean {
  const stamp = `${folder}.stamp`;
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

async function buildInto(folder: string, mode: Mode): Promise<void> {
  const stamp = `${folder}.stamp`;
  const wanted = fingerprint();
  if (isStamped(folder, wanted)) return;
  rmSync(stamp, { force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await Promise.all([buildPage(folder), buildPane(join(folder, "pane"), mode)]);
  writeFileSync(stamp, wanted);
}

async function buildPage(folder: string): Promise<void> {
  const { bundle } = await import("./bundle");
  const page = "test/workbench/page";
  copyPage(folder);
  await bundle({ workbench: `${page}/index.tsx`, seam: `${page}/seam.ts` }, folder);
}

async function buildPane(path: string, mode: Mode): Promise<void> {
  process.env["OFFICE_JS"] = "local";
  // Each is fetched when something is built: most starts find everything as it was.
  const { compile } = await import("../tooling/compile");
  const configure = require(join(ROOT, "webpack.config.js")) as Configure;
  const { entry, ...config } = await configure({}, { mode });
  if (mode === "production") {
    await compile([{ ...config, entry, output: { ...config.output, path } }]);
    return;
  }
  // Everything but the scripts is made as for the pane that ships.
  const { bundle, workers } = await import("./bundle");
  const output = { ...config.output, path, clean: false };
  const scripts = { ...entry, ...workers() };
  await Promise.all([bundle(scripts, path), compile([{ ...config, entry: {}, output }])]);
  addScript(join(path, "taskpane.html"), "taskpane.js");
}

function addScript(page: string, script: string): void {
  const html = readFileSync(page, "utf8");
  writeFileSync(page, html.replace("</body>", `<script src="${script}"></script></body>`));
}

function copyPage(folder: string): void {
  const page = join(ROOT, "test/workbench/page");
  for (const file of ["index.html", "workbench.css"]) copyFileSync(join(page, file), join(folder, file));
  copyFileSync(join(packageFolder("@fortune-sheet/react"), "dist/index.css"), join(folder, "grid.css"));
  copyFileSync(join(packageFolder("@ironcalc/wasm"), "wasm_bg.wasm"), join(folder, "ironcalc.wasm"));
  mkdirSync(join(folder, "assets"), { recursive: true });
  copyFileSync(join(ROOT, "assets/icon-32.png"), join(folder, "assets/icon-32.png"));
  writeFileSync(join(folder, "metadata.json"), metadataJson());
}

/** Names, sizes and times of all sources. */
function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  for (const source of SOURCES) for (const file of filesIn(join(ROOT, source))) hash.update(file);
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  const stat = statSync(path);
  if (!stat.isDirectory()) return [`${path} ${stat.size} ${stat.mtimeMs}`];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
