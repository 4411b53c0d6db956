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

const environmentOf = (file) =>
  /@jest-environment (\S+)/.exec(readFileSync(join(TEST, file), "utf8"))?.[1] ?? "node";

const isPage = (file) => environmentOf(file).endsWith("/page-environment.cjs");
const isAlone = (file) => ON_DISK.test(file) || !(environmentOf(file) === "node" || isPage(file));

module.exports = {
  alone: files.filter(isAlone),
  page: files.filter(isPage),
  shareable: files.filter((file) => !isAlone(file) && !isPage(file)),
};
