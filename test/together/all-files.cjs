/** Every file of tests, below `test/`, with `/`. */
const { readdirSync, readFileSync } = require("node:fs");
const { join, sep } = require("node:path");

const TEST = join(__dirname, "..");

const files = readdirSync(TEST, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .sort();

/** The command line's write to the disk and to the environment of the process. */
const ON_DISK = /^(cli|trust)\//;

/** It names an environment of its own in its first comment, or is of those. */
const isAlone = (file) =>
  ON_DISK.test(file) || readFileSync(join(TEST, file), "utf8").includes("@jest-environment ");

module.exports = { alone: files.filter(isAlone), shareable: files.filter((file) => !isAlone(file)) };
