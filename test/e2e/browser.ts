/** A real browser for the tests: the one that is installed, else the one that an npm package brings. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

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
  if (installed !== undefined) return launch(installed, []);
  try {
    return await launchShipped();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Error(
      `No Chrome, Edge or Chromium is installed, and the one of npm does not start here: ${reason}`,
    );
  }
}

/** `@sparticuz/chromium` unpacks a Chromium for Linux, with the system libraries that it needs where told so. */
async function launchShipped(): Promise<Browser> {
  if (process.platform !== "linux") throw new Error(`it is for Linux, this is ${process.platform}`);
  // Read when the package is loaded: unpacks its own copies of the libraries of Amazon Linux 2023 beside the browser.
  env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs20.x";
  const { default: shipped } = await import("@sparticuz/chromium");
  return launch(await shipped.executablePath(), shipped.args);
}

function launch(executablePath: string, args: readonly string[]): Promise<Browser> {
  // Without its sandbox Chromium also starts in a container, as on a build server; it sees nothing but our own pages.
  return chromium.launch({ executablePath, args: [...args, "--no-sandbox"], headless: true });
}
