/** The demo as a person meets it: what they do, and what they see. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { oneLine, within } from "../tooling/within";
import { builtWorkbench, type Mode } from "../workbench/build";
import { startServer } from "../workbench/server";

const ROOT = join(__dirname, "../..");

export interface GivenFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface RunningDemo {
  readonly url: string;
  /** Ends once its process is gone. */
  stop(): Promise<void>;
}

/** The demo that is built already, else `npm run demo -- --no-open`, as far as its printed address. */
export async function startDemo(pane: Mode): Promise<RunningDemo> {
  const folder = builtWorkbench(pane);
  if (folder !== undefined) {
    const { url, close } = await startServer(folder);
    return { url, stop: close };
  }
  const words = ["--import", "tsx", "test/workbench/serve.ts", "--no-open"];
  if (pane === "production") words.push("--production");
  // By the channel the demo notices when this process is gone, however it ended.
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const stop = (): Promise<void> => ended(child);
  try {
    return { url: await within(600, "the start of the demo", printedAddress(child)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const listen = (data: Buffer): void => {
      printed += data.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (address) resolve(address);
    };
    child.stdout!.on("data", listen);
    child.stderr!.on("data", listen);
    child.once("exit", () => reject(oneLine(`The demo ended before it was ready: ${printed}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill();
  await within(10, "the end of the demo", exit).catch(() => child.kill("SIGKILL"));
}

/** The page with the simulated workbook and the pane beside it. */
export class Demo {
  readonly pane: FrameLocator;

  constructor(readonly page: Page) {
    this.pane = page.frameLocator("iframe.pane");
  }

  async click(button: string | RegExp): Promise<void> {
    await this.pane.getByRole("button", { name: button }).first().click();
  }

  async showSheet(name: string): Promise<void> {
    await this.page.getByRole("tab", { name, exact: true }).click();
  }

  /** Types an address into the name box; yields what the grid shows there. */
  async cell(address: string): Promise<string> {
    const box = this.page.getByRole("textbox", { name: "单元格" });
    await box.fill(address);
    await box.press("Enter");
    await this.page.locator(`input[aria-label="单元格"][value="${address}"]`).waitFor();
    return this.page.getByLabel("显示为").innerText();
  }

  /**
   * This year's total of a line, found on its county form by its code in column C. Lines begin at row 7 and are numbered
   * through, so that a person looks first where the number says.
   */
  async total(sheet: string, code: string): Promise<string> {
    await this.showSheet(sheet);
    const rows = [6 + Number(code.slice(2)), ...Array.from({ length: 53 }, (_, i) => 7 + i)];
    for (const row of rows) {
      if ((await this.cell(`C${row}`)) === code) return this.cell(`E${row}`);
    }
    throw new Error(`There is no line ${code} on ${sheet}.`);
  }

  /** Titles of the charts on the sheet in view. */
  async chartTitles(): Promise<string[]> {
    const figures = await this.page.getByRole("figure").all();
    return Promise.all(figures.map(async (figure) => (await figure.getAttribute("aria-label")) ?? ""));
  }

  /** The charts as pictures: one that shows something else is another picture. */
  async chartPictures(): Promise<string[]> {
    const pictures = this.page.locator('.grid img[src^="data:image/png"]');
    return pictures.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src));
  }
}

/** Chooses them in the dialogue of an input. */
export async function giveFiles(input: Locator, files: readonly GivenFile[]): Promise<void> {
  await input.setInputFiles(
    files.map(({ name, content }) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content),
    })),
  );
}
