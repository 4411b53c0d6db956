import { join } from "node:path";

const LONGEST_TEST_MS = 240_000;

/** Runs files of tests, named below `test/`, in the file of tests that calls it. */
export function together(files: readonly string[]): void {
  for (const file of files) describe(file, () => void require(join(__dirname, "..", file)));
  // The last one to ask for a limit sets it for all.
  jest.setTimeout(LONGEST_TEST_MS);
}
