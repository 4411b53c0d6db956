/**
 * `consolidate` for a county, an education bureau and a prefecture: time and memory by unit, each in a process of its own
 * as `npm run batch` starts it. Beside it pandas or openpyxl over the same files, where PYTHON, else python3, has them.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepHeapSmall } from "../../src/cli/keep-heap-small";
import { runCall } from "../../src/cli/run";
import { SUBMISSIONS, TEMPLATE, writeBuiltInCounty } from "./generate-county";
import type { Report } from "./measure";
import { peakMegabytes } from "./peak-memory";

const UNITS = [22, 300, 1500] as const;
/** Python reads so many: all of them would take a quarter of an hour. */
const FOR_PYTHON = 300;
/** Megabytes, for any of these. */
const MOST = 700;
/** Kilobytes for one more unit. */
const MOST_PER_UNIT = 300;
/** How much longer a unit of 1500 may take than one of 300: where time is linear, 1. */
const MOST_GROWTH = 1.3;

interface Measured {
  readonly exit: number;
  readonly peak: number;
  readonly cpu: number;
  readonly clock: number;
}

interface Python {
  readonly with: string;
  readonly seconds: number;
}

export async function benchMany(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    let python: Python | null = null;
    const counties = UNITS.map((units) => {
      const county = join(folder, String(units));
      writeBuiltInCounty(units, county);
      if (units === FOR_PYTHON) python = withPython(join(county, SUBMISSIONS));
      const run = measured(county);
      const size = statSync(join(county, "county.xlsx")).size / 1e6;
      rmSync(county, { recursive: true });
      return { units, size, ...run };
    });
    const [few, some, many] = [counties[0]!, counties[1]!, counties[2]!];
    const perUnit = (a: County, b: County): number => ((b.cpu - a.cpu) / (b.units - a.units)) * 1000;
    const kilobytes = ((many.peak - few.peak) / (many.units - few.units)) * 1000;
    return {
      title: "consolidate: checks, totals, lineage and the county workbook",
      columns: ["units", "s by the clock", "s of the processor", "most memory, MB", "county workbook, MB"],
      rows: [
        ...counties.map(({ units, clock, cpu, peak, size }) => [
          units,
          clock.toFixed(1),
          cpu.toFixed(1),
          peak.toFixed(0),
          size.toFixed(1),
        ]),
        ...pythonRows(python, some),
      ],
      gates: [
        { what: `megabytes for ${many.units} units, beside ${MOST}`, ratio: many.peak / MOST, most: 1 },
        {
          what: `kilobytes for one more unit, beside ${MOST_PER_UNIT}`,
          ratio: kilobytes / MOST_PER_UNIT,
          most: 1,
        },
        {
          what: "processor's time for one more unit of 1500, beside one of 300",
          ratio: perUnit(some, many) / perUnit(few, some),
          most: MOST_GROWTH,
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type County = Measured & { readonly units: number };

function pythonRows(python: Python | null, ours: County): (string | number)[][] {
  if (!python) return [["pandas and openpyxl are not installed", "", "", "", ""]];
  const ratio = (python.seconds / ours.cpu).toFixed(1);
  const what = `${python.with}, ${FOR_PYTHON} units, reads and adds up only (${ratio} × the time of ours)`;
  return [[what, "", python.seconds.toFixed(1), "", ""]];
}

function withPython(folder: string): Python | null {
  const { status, stdout } = spawnSync(
    process.env.PYTHON ?? "python3",
    [join(__dirname, "many-openpyxl.py"), folder],
    {
      encoding: "utf8",
    },
  );
  return status === 0 ? (JSON.parse(stdout) as Python) : null;
}

function measured(county: string): Measured {
  const words = ["--import", "tsx", __filename, county];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  const result = JSON.parse(stdout || "{}") as Partial<Measured>;
  if (result.exit !== 0) throw new Error(`consolidate ended with ${result.exit}: ${stderr}`);
  return result as Measured;
}

async function measure(county: string): Promise<Measured> {
  keepHeapSmall();
  const { Writable } = await import("node:stream");
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const submissions = join(county, SUBMISSIONS);
  if (readdirSync(submissions).length === 0) throw new Error("no submissions");
  const start = performance.now();
  const words = [
    "--template",
    join(county, TEMPLATE),
    "--period",
    "2020",
    "--out",
    join(county, "county.xlsx"),
  ];
  const exit = await runCall(["consolidate", submissions, ...words], { out: nowhere, err: nowhere });
  const { user, system } = process.cpuUsage();
  return {
    exit,
    peak: peakMegabytes(),
    cpu: (user + system) / 1e6,
    clock: (performance.now() - start) / 1000,
  };
}

if (require.main === module)
  void measure(process.argv[2]!).then((result) => console.log(JSON.stringify(result)));
