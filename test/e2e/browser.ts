/** A real browser for the tests: the one that is installed, else the one that an npm package brings. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";
import { oneAtATime } from "../tooling/one-at-a-time";
import { oneLine } from "../tooling/within";

const { env } = process;

/** Where Chrome, Edge and Chromium are installed. */
const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]].flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, "Google/Chrome/Application/chrome.exe"),
          join(folder, "Microsoft/Edge/Application/msedge.exe"),
        ],
  ),
};

/** @throws with one line that says what is missing where there is no browser that starts. */
export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED[process.platform]?.find((path) => existsSync(path));
  if (installed !== undefined) return launch({ executablePath: installed, args: [] });
  try {
    return await launchShipped();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw oneLine(
      `No Chrome, Edge or Chromium is installed, and the one of npm does not start here: ${reason}`,
    );
  }
}

/** `@sparticuz/chromium` brings a Chromium for Linux, and the system libraries that it needs. */
async function launchShipped(): Promise<Browser> {
  if (process.platform !== "linux") throw new Error(`it is for Linux, this is ${process.platform}`);
  const home = await unpacked();
  return launch({
    executablePath: join(home, "chromium"),
    // Not the arguments of the package: they draw by a simulated graphics card, which takes as long as the pages do.
    args: ["--font-render-hinting=none", "--disable-dev-shm-usage"],
    env: {
      ...env,
      LD_LIBRARY_PATH: [join(home, "al2023/lib"), env["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(home, "fonts") }),
    },
  });
}

/** The folder with the unpacked Chromium; it is complete where it exists. */
async function unpacked(): Promise<string> {
  const { version } = require("@sparticuz/chromium/package.json") as { version: string };
  const home = join(__dirname, "../../node_modules/.cache/chromium", version);
  await oneAtATime(`${home}.lock`, async () => {
    if (existsSync(home)) return;
    const unfinished = `${home}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished);
    await promisify(execFile)(process.execPath, [join(__dirname, "unpack-chromium.cjs"), home], {
      env: { ...env, TMPDIR: unfinished },
      timeout: 240_000,
    });
    renameSync(unfinished, home);
  });
  return home;
}

function launch({ args = [], ...options }: LaunchOptions): Promise<Browser> {
  // Without its sandbox Chromium also starts in a container, as on a build server; it sees nothing but our own pages.
  return chromium.launch({
    ...options,
    args: [...args, "--no-sandbox", "--disable-gpu"],
    headless: true,
    timeout: 60_000,
  });
}
