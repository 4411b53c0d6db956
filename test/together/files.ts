/**
 * Many files of tests as one: what they import is evaluated, compiled and made once for all of them. `npm test` runs them
 * so (`jest.config.cjs`), in two thirds of the time; `npx jest test/rules` runs each by itself, as jest does.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

const TEST = join(__dirname, "..");

export type Environment = "node" | "jsdom";

/** Every file of tests that can share a process with others, below `test/`, with `/`. */
export function testFiles(environment: Environment): readonly string[] {
  return readdirSync(TEST, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => environmentOf(file) === environment)
    .sort();
}

/** What the file itself asks for in its first comment. */
function environmentOf(file: string): string {
  const head = readFileSync(join(TEST, file), "utf8").slice(0, 400);
  return /@jest-environment (\S+)/.exec(head)?.[1] ?? "node";
}

/** Runs the files in the file of tests that calls it. */
export function together(files: readonly string[]): void {
  for (const file of files) describe(file, () => void require(join(TEST, file)));
  // The last one to ask for a limit sets it for all.
  jest.setTimeout(LONGEST_TEST_MS);
}

const LONGEST_TEST_MS = 240_000;

export const inRooms = (files: readonly string[], ...rooms: readonly string[]): readonly string[] =>
  files.filter((file) => rooms.some((room) => file.startsWith(`${room}/`)));
