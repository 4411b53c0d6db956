/**
 * Reads every file of a folder and compares the cells with two independent readers, `@e965/xlsx` and,
 * where Debian's Python has it, openpyxl. Run by hand: `npm run test:corpus -- FOLDER`.
 * Exits 1 where a file differs for no reason listed here, or fails without a typed error.
 */
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createNodeReader } from "../../src/files/node-reader";
import type { ReadResult } from "../../src/ports/ports";
import { compareGrids, type Difference } from "./compare-grids";
import { gridByLibrary, gridByOpenpyxl, gridOf, type OtherReading } from "./other-readers";

const WORKBOOK = /\.(xlsx|xlsm|xls|et|ods|fods|xml|html?|csv)$/i;

async function main(folder: string): Promise<void> {
  const names = (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => WORKBOOK.test(name))
    .sort();
  const reader = createNodeReader();
  const results = await reader.read(
    names.map((name) => ({ name, bytes: () => readFile(join(folder, name)) })),
  );
  await reader.close();
  const tally = new Map<string, number>();
  for (const result of results) {
    const verdict = judge(result, join(folder, result.file));
    tally.set(verdict, (tally.get(verdict) ?? 0) + 1);
  }
  console.log(
    `\n${results.length} files: ${[...tally].map(([verdict, count]) => `${count} ${verdict}`).join(", ")}`,
  );
  if (tally.has("different")) process.exitCode = 1;
}

function judge(result: ReadResult, path: string): string {
  if (!result.ok) {
    console.log(`${result.file}: ${result.error.code} ${JSON.stringify(result.error.params)}`);
    return "refused with a typed error";
  }
  const ours = gridOf(result.workbook);
  const others = [gridByLibrary(path), ...(result.workbook.format === "xlsx" ? [gridByOpenpyxl(path)] : [])];
  const verdicts = others.map((other) => compareWith(other, result.file, ours));
  if (verdicts.includes("different")) return "different";
  if (verdicts.includes("explained")) return "different for a listed reason";
  return verdicts.includes("equal") ? "equal" : "read by us alone";
}

function compareWith(
  other: OtherReading,
  file: string,
  ours: ReturnType<typeof gridOf>,
): "equal" | "explained" | "different" | "unread" {
  if (!other.grid) {
    console.log(`${file}: ${other.reader} cannot read it: ${other.problem}`);
    return "unread";
  }
  const differences = compareGrids(ours, other.grid, other.reader);
  report(file, other.reader, differences);
  if (differences.some(({ reason }) => reason === null)) return "different";
  return differences.length > 0 ? "explained" : "equal";
}

function report(file: string, reader: string, differences: readonly Difference[]): void {
  for (const reason of new Set(differences.map((each) => each.reason))) {
    const group = differences.filter((each) => each.reason === reason);
    const { at, ours, theirs } = group[0]!;
    const what = `${group.length} × ${reason ?? "DIFFERENT"}`;
    console.log(`${file}: ${reader}: ${what}, such as ${at}: ours ${ours}, theirs ${theirs}`);
  }
}

const folder = process.argv[2];
if (folder) void main(resolve(folder));
else {
  console.error("npm run test:corpus -- FOLDER");
  process.exitCode = 2;
}
