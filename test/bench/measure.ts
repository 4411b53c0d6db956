/** Times things beside each other in one process, so that their ratios hold on any machine. */

export interface Contender {
  readonly name: string;
  /** One pass over all the work; what it gives keeps the work from being left out, and must be alike for all that read. */
  readonly run: () => unknown | Promise<unknown>;
}

/** Passes that do not count: until then the machine's compiler is at work. */
const WARM_UP = 3;

/** Median milliseconds of a pass by contender, after some to warm up; all take turns in every round. */
export async function medians(
  contenders: readonly Contender[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const { name, run } of contenders) {
      const start = milliseconds();
      await run();
      if (round >= 0) times.get(name)!.push(milliseconds() - start);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

/** In Node the processor's own time, so that what else the machine does hardly counts; a browser does not tell it. */
export function milliseconds(): number {
  if (typeof process === "undefined") return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** What a ratio must not be above, or below. */
export interface Gate {
  readonly what: string;
  readonly ratio: number;
  readonly most?: number;
  readonly least?: number;
}

export function holds({ ratio, most = Infinity, least = 0 }: Gate): boolean {
  return ratio <= most && ratio >= least;
}

/** What a module of the benchmark has to say. */
export interface Report {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly gates?: readonly Gate[];
}

export function markdown({ title, columns, rows, gates = [] }: Report): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  const table = [line(columns), line(columns.map(() => "---")), ...rows.map(line)];
  const judged = gates.map((gate) => {
    const limit = gate.most === undefined ? `at least ${gate.least}` : `at most ${gate.most}`;
    return `- ${holds(gate) ? "holds" : "**MISSED**"}: ${gate.what}: ${gate.ratio.toFixed(2)} (${limit})`;
  });
  return [`### ${title}`, "", ...table, ...(judged.length > 0 ? ["", ...judged] : []), ""].join("\n");
}
