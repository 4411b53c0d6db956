import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A second or two; more on a busy machine. */
jest.setTimeout(60_000);

const FILE = JSON.stringify(join(__dirname, "end-with-npm.ts"));
/** Says its number, and waits. */
const DEMO = `require(${FILE}).endWithNpm(() => { console.log("ended"); process.exit(); }); console.log(process.pid); setTimeout(() => undefined, 60000);`;
/** What npm does: starts a shell with the command, and passes on the signal to end. */
const NPM = `
  const shell = require("node:child_process").spawn("sh", ["-c", RUN], { stdio: "inherit" });
  process.on("SIGTERM", () => { shell.kill("SIGTERM"); process.exit(1); });`;

const onUnix = process.platform === "win32" ? it.skip : it;
const onLinux = process.platform === "linux" ? it : it.skip;

async function endsAfter(signal: NodeJS.Signals): Promise<string> {
  const run = `'${process.execPath}' --import tsx -e '${DEMO}'`;
  const npm = spawn(process.execPath, ["-e", NPM.replace("RUN", JSON.stringify(`${run}; true`))], {
    env: { ...process.env, npm_lifecycle_event: "demo" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: npm.stdout });
  await once(lines, "line");
  npm.kill(signal);
  const [said] = (await once(lines, "line")) as [string];
  return said;
}

describe("the demo", () => {
  onUnix("ends when npm is asked to end", async () => {
    expect(await endsAfter("SIGTERM")).toBe("ended");
  });

  onLinux("ends when npm is killed and its shell lives on", async () => {
    expect(await endsAfter("SIGKILL")).toBe("ended");
  });
});
