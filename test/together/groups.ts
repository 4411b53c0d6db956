/** Which files of tests run together: so that what is dear to make is shared, and two workers have as much to do. */
import { inRooms, testFiles } from "./files";

const node = testFiles("node");
const jsdom = testFiles("jsdom");

const trust = inRooms(node, "cli", "trust");
const adapters = inRooms(node, "excel", "excel-host", "files");
/** Files right below `test/` come last, as one of them makes jest forget what it has loaded. */
const others = node.filter((file) => !file.includes("/"));
const taken = new Set([...trust, ...adapters, ...others]);

export const GROUPS = {
  trust,
  rooms: node.filter((file) => !taken.has(file)),
  adapters: [...adapters, ...others],
  pane: jsdom.filter((_, i) => i % 2 === 0),
  screens: jsdom.filter((_, i) => i % 2 === 1),
};
