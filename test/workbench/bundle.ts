/** Bundles by esbuild, in a tenth of webpack's time: the demo's page, and for `npm run demo` the pane beside it. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";

const ROOT = join(__dirname, "../..");
/** How webpack is told of a script that runs as a worker. */
const WORKER = /new URL\("([^"]+)\.ts", import\.meta\.url\)/g;

/**
 * Writes one script per entry, `<name>.js`, and one per worker that files in `src/` start, beside it.
 * @param entries source files by the name of their script
 */
export async function bundle(entries: Readonly<Record<string, string>>, folder: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: { ...entries },
    outdir: folder,
    bundle: true,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    // React as it ships: its development build renders everything twice.
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
    plugins: [workersBeside],
  });
}

/** The workers that files in `src/` start, by the name of their script. */
export function workers(): Record<string, string> {
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  const started = files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(ROOT, "src", file))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(WORKER)].map(([, path]) => join(dirname(file), `${path}.ts`)),
    );
  return Object.fromEntries(started.map((file) => [basename(file, ".ts"), file]));
}

/** A worker's script is beside the page or the worker that starts it. */
const workersBeside: Plugin = {
  name: "workers beside",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/](taskpane|files)[\\/].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!source.includes("import.meta.url")) return undefined;
      const contents = source.replace(
        WORKER,
        (_, worker: string) => `new URL("${basename(worker)}.js", location.href)`,
      );
      return { contents, loader: "ts" };
    });
  },
};
