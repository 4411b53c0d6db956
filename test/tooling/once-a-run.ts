/** What many files of tests begin with and none changes: the first one makes it, the others read it. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @param make always makes the same, of what JSON can hold; it is asked once in a run of jest, elsewhere every time */
export function onceARun<T>(name: string, make: () => T): T {
  const folder = process.env["TEST_RUN_FOLDER"];
  if (folder === undefined) return make();
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) {
    // Another worker may be about to make it too: whoever comes second puts the same in its place.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(make()));
    renameSync(unfinished, file);
  }
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
