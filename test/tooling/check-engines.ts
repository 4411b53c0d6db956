/**
 * `npm run check:engines`: runs README.md's lines about facts, by GNU parallel and DuckDB, over the sample county with a
 * copy and a second version of a report among it, and compares with `consolidate`. What is not installed is said and
 * left out. DuckDB is the module of the Python that PYTHON names, python3 if absent.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { sampleSubmissions } from "../../src/samples/sample-county";

const ROOT = join(__dirname, "../..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");
const PYTHON = process.env.PYTHON ?? "python3";

/** The block in this language under README's heading about facts. */
function block(language: "sh" | "sql"): string {
  const section = README.slice(README.indexOf("other programs: facts"));
  const found = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(section)?.[1];
  if (found === undefined) throw new Error(`README.md has no ${language} block about facts`);
  return found;
}

const isThere = (program: string, ...words: string[]): boolean =>
  spawnSync(program, words, { stdio: "ignore" }).status === 0;

function writeReports(folder: string): void {
  mkdirSync(folder);
  const samples = sampleSubmissions(2020);
  for (const { name, plan } of samples) writeFileSync(join(folder, name), writeXlsx(plan));
  const [first, second, third] = samples.map(({ name }) => name.replace(".xlsx", ""));
  copyFileSync(join(folder, `${first}.xlsx`), join(folder, `${first} - 副本.xlsx`));
  const changed = samples[1]!.plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      typeof cell.value === "number" ? { ...cell, value: cell.value + 1 } : cell,
    ),
  }));
  writeFileSync(join(folder, `${second}（再报）.xlsx`), writeXlsx({ ...samples[1]!.plan, sheets: changed }));
  writeFileSync(join(folder, `${third}（打不开）.xlsx`), "");
}

/** In several processes where there is GNU parallel, else in one. */
function writeFacts(folder: string): void {
  const npm = `npm --prefix '${ROOT}' run`;
  if (isThere("parallel", "--version")) {
    // So many reports to a file that there are several.
    const lines = block("sh").replace("npm run", npm).replace("-N 500", "-N 8");
    spawnSync("sh", ["-c", lines], { cwd: folder, stdio: ["ignore", "inherit", "ignore"] });
    console.log(`GNU parallel wrote ${readdirSync(join(folder, "facts")).length} files of facts`);
    return;
  }
  console.log("GNU parallel is not installed: facts are written by one process");
  mkdirSync(join(folder, "facts"));
  spawnSync("sh", ["-c", `${npm} -s batch -- facts reports --out facts/1.parquet`], {
    cwd: folder,
    stdio: "ignore",
  });
}

interface Answer {
  readonly several: readonly string[];
  readonly totals: Readonly<Record<string, number>>;
}

const ASK = `
import duckdb, json, sys
several, totals = [duckdb.sql(each) for each in sys.stdin.read().split(";") if each.strip()][2:]
print(json.dumps({"several": [unit for unit, in several.fetchall()], "totals": {row[0]: row[2] for row in totals.fetchall()}}))
`;

function askDuckDb(folder: string): Answer {
  const printed = execFileSync(PYTHON, ["-c", ASK], { cwd: folder, input: block("sql"), encoding: "utf8" });
  return JSON.parse(printed) as Answer;
}

interface Consolidated {
  readonly units: readonly { readonly unit: string | null; readonly status: string }[];
  readonly totals: Readonly<Record<string, { readonly value: unknown }>>;
}

function consolidate(folder: string): Consolidated {
  const words = [
    "--prefix",
    ROOT,
    "run",
    "-s",
    "batch",
    "--",
    "consolidate",
    "reports",
    "--out",
    "county.xlsx",
    "--json",
  ];
  const { stdout } = spawnSync("npm", words, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as Consolidated;
}

/** What differs, in words. */
function compare({ several, totals }: Answer, county: Consolidated): string[] {
  const duplicates = county.units.filter(({ status }) => status === "duplicate").map(({ unit }) => unit);
  const isSame = JSON.stringify([...new Set(duplicates)].sort()) === JSON.stringify([...several].sort());
  return [
    ...(isSame ? [] : [`several versions: ${several.join()}; consolidate: ${duplicates.join()}`]),
    ...Object.entries(totals)
      .filter(([item, total]) => county.totals[item]?.value !== total)
      .map(([item, total]) => `${item}: DuckDB ${total}, consolidate ${String(county.totals[item]?.value)}`),
  ];
}

function main(): void {
  if (!isThere(PYTHON, "-c", "import duckdb")) {
    console.log(
      "DuckDB is not installed (pip install duckdb; PYTHON names the Python): nothing was compared",
    );
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "engines-"));
  try {
    writeReports(join(folder, "reports"));
    writeFacts(folder);
    const answer = askDuckDb(folder);
    const different = compare(answer, consolidate(folder));
    for (const each of different) console.error(each);
    if (different.length > 0 || Object.keys(answer.totals).length === 0) process.exitCode = 1;
    else {
      const { length } = Object.keys(answer.totals);
      console.log(`DuckDB and consolidate agree on ${length} totals; left out: ${answer.several.join("、")}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
