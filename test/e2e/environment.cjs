/** For tests with a browser: in a sandbox of jest `process` is a copy, which nothing reaches that happens to the real one. */
const TestEnvironment = require("../tooling/node-environment.cjs");

// When jest is killed its workers would go on. The browser and the demo notice the end of the worker by their pipes.
const endToo = () => process.exit(1);

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    if (process.connected) process.once("disconnect", endToo);
  }

  async teardown() {
    // Whoever listens holds the channel to jest open: the worker would never end by itself.
    process.removeListener("disconnect", endToo);
    await super.teardown();
  }
};
