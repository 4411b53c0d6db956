/** For tests with a browser: in a sandbox of jest `process` is a copy, which nothing reaches that happens to the real one. */
const TestEnvironment = require("../tooling/node-environment.cjs");

// When jest is killed its workers would go on. The browser and the demo notice the end of the worker by their pipes.
if (process.connected) process.once("disconnect", () => process.exit(1));

module.exports = TestEnvironment;
