/** Long ones first, so that no worker is left with one at the end: groups, walks, then single files by their size. */
const { default: Sequencer } = require("@jest/test-sequencer");

const FIRST = ["/together/", "/e2e/"];

const rank = ({ path }) => {
  const found = FIRST.findIndex((folder) => path.replaceAll("\\", "/").includes(folder));
  return found < 0 ? FIRST.length : found;
};

module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
