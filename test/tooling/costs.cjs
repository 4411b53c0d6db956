/**
 * What each test costs. `COSTS=/some/folder npm test` leaves one file per worker there, a line for each file of tests
 * (what it imports and makes while it is read), hook and test: seconds of CPU, seconds of the clock, what, where.
 * `sort -rn` ranks them. Others at work on the machine change the clock's, and waiting shows in them alone.
 */
const { appendFileSync } = require("node:fs");
const { join } = require("node:path");
const { performance } = require("node:perf_hooks");

const folder = process.env["COSTS"];

const now = () => {
  const { user, system } = process.cpuUsage();
  return [(user + system) / 1e6, performance.now() / 1e3];
};

/** @returns a handler of jest-circus' events, or nothing where costs were not asked for */
module.exports.costs = () => {
  if (folder === undefined) return undefined;
  const running = [];
  const begin = () => running.push(now());
  const end = (kind, ...names) => {
    const begun = running.pop();
    const seconds = now().map((each, i) => (each - begun[i]).toFixed(3));
    const line = [...seconds, kind, ...names].join("\t").replaceAll("\n", " ");
    appendFileSync(join(folder, `${process.pid}.tsv`), `${line}\n`);
  };
  return (event) => {
    switch (event.name) {
      case "start_describe_definition":
      case "hook_start":
      case "test_start":
        return void begin();
      case "finish_describe_definition":
        return void end("read", event.blockName);
      case "hook_success":
      case "hook_failure":
        return void end(event.hook.type, ...pathOf(event.hook.parent));
      case "test_done":
      case "test_skip":
      case "test_todo":
        return void end("test", ...pathOf(event.test.parent), event.test.name);
    }
  };
};

function pathOf(block) {
  const names = [];
  for (let each = block; each?.parent; each = each.parent) names.unshift(each.name);
  return names;
}
