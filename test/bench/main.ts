/**
 * How fast it is, beside others, in one run: `npm run bench`, or `npm run bench -- browser write` for some of it.
 * `BENCH_UNITS=40000 npm run bench -- facts` for a country's. Ratios hold on other machines, milliseconds do not. Exits 1 where a gate is missed.
 */
import { cpus, totalmem } from "node:os";
import { benchBrowser, benchBrowserMillion } from "./browser";
import { benchCounty } from "./county";
import { benchDisk } from "./disk";
import { benchHostile } from "./hostile";
import { benchFacts } from "./facts";
import { benchMany } from "./many";
import { holds, markdown, type Report } from "./measure";
import { benchCopies } from "./copies";
import { benchOwnForms } from "./own-forms";
import { benchPane } from "./pane";
import { benchPaneMany } from "./pane-many";
import { benchMillionCells, benchSubmissions } from "./read";
import { benchRules } from "./rules";
import { benchWrite } from "./write";

const BENCHES: Readonly<Record<string, () => Promise<Report>>> = {
  submissions: benchSubmissions,
  million: benchMillionCells,
  disk: benchDisk,
  browser: benchBrowser,
  browserMillion: benchBrowserMillion,
  write: benchWrite,
  hostile: benchHostile,
  rules: benchRules,
  county: benchCounty,
  pane: benchPane,
  paneMany: benchPaneMany,
  ownForms: benchOwnForms,
  copies: benchCopies,
  facts: benchFacts,
  many: benchMany,
};

function machine(): string {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() || "processor"}, ${gigabytes} GB, Node ${process.version}, ${process.platform}`;
}

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(", ")}; there are ${Object.keys(BENCHES).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  console.log(`${machine()}\n`);
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const report = await bench();
    console.log(markdown(report));
    if (!(report.gates ?? []).every(holds)) process.exitCode = 1;
  }
}

void main(process.argv.slice(2));
