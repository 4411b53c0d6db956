/** Before all tests: a folder for what is made once in a run (`once-a-run.ts`); it goes when they are over. */
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

module.exports = async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "test-run-"));
  process.env.TEST_RUN_FOLDER = folder;
  process.once("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
};
