/**
 * `npm run check:forms -- FOLDER`: offices' own forms through the three commands. FOLDER holds a case, or cases, each with
 * blank.xlsx, units.txt, in/ (copies that units filled in), in-changed/ (the same with a change in each) and expected.json
 * (the totals, `sheet!address` of the blank). Prints how many totals are right, wrong and missed, with the
 * template of the blank and from the files alone; 1 where any is wrong.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readBytes } from "../files/package";
import { parseA1 } from "../../src/workbook/address";
import { cellAt } from "../../src/workbook/cells";
import type { Workbook } from "../../src/workbook/workbook";

type Expected = Readonly<Record<string, number>>;

/** What we read of the document of `consolidate`. */
interface Document {
  readonly error?: { readonly message: string };
  readonly findings?: readonly { readonly class: string; readonly code: string; readonly message: string }[];
  readonly sheets?: readonly {
    readonly sheet: string;
    readonly cells?: Readonly<Record<string, { readonly value: number | string | null }>>;
  }[];
}

const SHOWN = 8;
const FILES = ["blank.xlsx", "units.txt", "in", "in-changed", "expected.json"];

function main(folder: string | undefined): number {
  const cases = folder === undefined ? [] : casesIn(resolve(folder));
  if (cases.length === 0) {
    console.error(`check:forms needs a folder with cases, each with ${FILES.join(", ")}.`);
    return 2;
  }
  let wrong = 0;
  const scratch = mkdtempSync(join(tmpdir(), "check-forms-"));
  try {
    cases.forEach((each, i) => (wrong += checkCase(each, join(scratch, String(i)))));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return wrong > 0 ? 1 : 0;
}

function casesIn(folder: string): string[] {
  const isCase = (path: string): boolean => FILES.every((name) => existsSync(join(path, name)));
  if (!existsSync(folder)) return [];
  if (isCase(folder)) return [folder];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter(isCase);
}

/** Gives how much is wrong. */
function checkCase(folder: string, scratch: string): number {
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
  const name = folder.split(/[\\/]/).at(-1)!;
  const template = `${scratch}-T.xlsx`;
  const made = batch(
    "template",
    ...["--from", join(folder, "blank.xlsx"), "--units", join(folder, "units.txt"), "--out", template],
  );
  if (made.error) console.log(`${name}: no template: ${made.error.message}`);
  return ["in", "in-changed"].reduce((wrong, copies) => {
    const county = `${scratch}-${copies}.xlsx`;
    const document = batch("consolidate", join(folder, copies), "--template", template, "--out", county);
    const fromBlank = report(`${name} ${copies}`, expected, document, county, copies === "in");
    // Again without a template: it is made from the copies themselves.
    const alone = `${scratch}-${copies}-alone.xlsx`;
    const own = batch("consolidate", join(folder, copies), "--out", alone);
    return (
      wrong + fromBlank + report(`${name} ${copies}, from files alone`, expected, own, alone, copies === "in")
    );
  }, 0);
}

function batch(...words: string[]): Document {
  const main = join(__dirname, "../../src/cli/main.ts");
  const run = spawnSync(process.execPath, ["--import", "tsx", main, ...words, "--json"], {
    cwd: join(__dirname, "../.."),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  try {
    return JSON.parse(run.stdout) as Document;
  } catch {
    return { error: { message: run.stderr.trim().split("\n").at(-1) ?? `exit ${run.status}` } };
  }
}

function report(
  name: string,
  expected: Expected,
  document: Document,
  county: string,
  clean: boolean,
): number {
  const said = new Map<string, number | string | null>(
    (document.sheets ?? []).flatMap(({ sheet, cells = {} }) =>
      Object.entries(cells).map(([cell, { value }]) => [`${sheet}!${cell}`, value] as const),
    ),
  );
  const written = existsSync(county) ? readBytes(new Uint8Array(readFileSync(county))) : null;
  const wrong: string[] = [];
  let right = 0;
  let missed = 0;
  for (const [place, value] of Object.entries(expected)) {
    const theirs = said.get(place) ?? null;
    if (theirs === null) missed++;
    else if (!isSame(theirs, value)) wrong.push(`${place} is ${theirs}, should be ${value}`);
    else {
      right++;
      const cell = written && valueAt(written, place);
      if (!isSame(cell?.value, value))
        wrong.push(`${place} in the county workbook is ${String(cell?.value)}`);
      else if (!cell?.formula?.includes("单位数据"))
        wrong.push(`${place} in the county workbook is no formula`);
    }
  }
  const findings = (document.findings ?? []).filter((finding) => finding.class !== "note");
  if (clean) wrong.push(...findings.map(({ code, message }) => `${code} ${message}`));
  if (document.error) wrong.push(document.error.message);
  console.log(`${name}: ${right} right, ${wrong.length} wrong, ${missed} missed`);
  for (const line of wrong.slice(0, SHOWN)) console.log(`  ${line}`);
  return wrong.length;
}

function valueAt(workbook: Workbook, place: string) {
  const at = place.lastIndexOf("!");
  const sheet = workbook.sheets.find((each) => each.name === place.slice(0, at));
  const address = parseA1(place.slice(at + 1));
  return sheet && address ? cellAt(sheet, address.row, address.column) : undefined;
}

function isSame(theirs: unknown, value: number): boolean {
  return typeof theirs === "number" && Math.abs(theirs - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

process.exitCode = main(process.argv[2]);
