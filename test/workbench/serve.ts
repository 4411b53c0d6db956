/**
 * `npm run demo`: the add-in's pane beside a simulated Excel, in a browser. `-- --no-open` only prints the address,
 * `-- --production` takes the pane as it ships.
 */
import { buildWorkbench } from "./build";
import { endWithNpm } from "./end-with-npm";
import { openBrowser } from "./open-browser";
import { startServer } from "./server";

async function serve(): Promise<void> {
  console.log("正在准备演示，第一次约需十几秒……  Preparing the demo…");
  const mode = process.argv.includes("--production") ? "production" : "development";
  const { url } = await startServer(await buildWorkbench(mode));
  console.log(`演示已就绪 Demo ready: ${url}\n按 Ctrl+C 结束 Press Ctrl+C to stop`);
  if (!process.argv.includes("--no-open")) openBrowser(url);
}

// Started by a test: ends with it, also where it was killed.
if (process.connected) process.once("disconnect", () => process.exit());

endWithNpm(() => process.exit());

serve().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
