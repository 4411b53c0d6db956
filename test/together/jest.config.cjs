/** `npm test`: as jest runs single files, but those that can in a few processes (`files.ts`). */
const { jest } = require("../../package.json");

module.exports = {
  ...jest,
  rootDir: "../..",
  testMatch: ["<rootDir>/test/together/*.together.ts", "<rootDir>/test/e2e/*.test.ts"],
};
