/** Long ones first, so that no worker is left with one at the end: groups from the longest on, walks, then single files. */
const { default: Sequencer } = require("@jest/test-sequencer");

const FIRST = [
  ...["pane", "rooms", "command-line", "adapters", "inner"].map((group) => `/together/${group}.`),
  "/e2e/check-and-return.",
  "/e2e/",
];

const rank = ({ path }) => {
  const found = FIRST.findIndex((part) => path.replaceAll("\\", "/").includes(part));
  return found < 0 ? FIRST.length : found;
};

module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
