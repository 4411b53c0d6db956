/** `node test/tooling/side-by-side.cjs typecheck lint:quick`: npm scripts at once; fails where one of them does. */
const { spawn } = require("node:child_process");

const run = (script) =>
  new Promise((resolve) => {
    // By a shell, as npm is a script of its own on Windows.
    const child = spawn(`npm run -s ${script}`, { shell: true, stdio: "inherit" });
    child.once("exit", (code) => resolve(code ?? 1));
  });

void Promise.all(process.argv.slice(2).map(run)).then((codes) => {
  process.exitCode = Math.max(...codes);
});
