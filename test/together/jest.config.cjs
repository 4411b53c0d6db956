/**
 * `npm test`: many files of tests as one, so that what they import is evaluated, compiled and made once for all of them.
 * `npx jest test/rules` runs each file by itself, as jest does. Files with an environment of their own (a browser's,
 * jsdom's) are run by themselves here too.
 */
const { jest } = require("../../package.json");
const { alone } = require("./all-files.cjs");

module.exports = {
  ...jest,
  rootDir: "../..",
  testSequencer: "<rootDir>/test/together/sequencer.cjs",
  testMatch: ["together/*.together.{ts,tsx}", ...alone].map((file) => `<rootDir>/test/${file}`),
};
