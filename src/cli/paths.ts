import { resolve } from "node:path";

/** npm runs a script in the project's folder; paths are meant from where the person stands. */
export function fromCaller(path: string): string {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  const startedByNpm = script === "batch" || script === "samples";
  return resolve(startedByNpm && INIT_CWD ? INIT_CWD : "", path);
}
