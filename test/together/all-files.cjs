/** Every file of tests, below `test/`, with `/`. */
const { readdirSync, readFileSync } = require("node:fs");
const { join, sep } = require("node:path");

const TEST = join(__dirname, "..");

const files = readdirSync(TEST, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .sort();

const environmentOf = (file) =>
  /@jest-environment (\S+)/.exec(readFileSync(join(TEST, file), "utf8"))?.[1] ?? "node";

const isPage = (file) => environmentOf(file).endsWith("/page-environment.cjs");
const isNode = (file) => environmentOf(file) === "node";

module.exports = {
  /** With an environment of their own. */
  alone: files.filter((file) => !isNode(file) && !isPage(file)),
  page: files.filter(isPage),
  shareable: files.filter(isNode),
};
