/**
 * That time grows with a text's length and not with its square. Processor time is measured, not the clock, so that a
 * busy machine changes nothing; a square would take four times as long for twice the text, and seconds at this length.
 */

/** What made patterns and loops go back and forth: each repeated for as long as a cell, or a report, may be. */
export const HOSTILE_UNITS: readonly string[] = [
  "1～", "((((", "（", "）", "[", "“", "《", "    ", "\u00a0", " \n", "1", "1.", "1,", "1 ", "年", "1年", "一", "万", "1万", "+1",
  "，", "：", "。", "1人", "1人，", "占1%，", "关工委", "2020年度", "度单位：", "其中", "分别", "0435-", "138 ", "台上镇1人、",
]; // prettier-ignore

/** A cell of Excel, and twice that. */
const CELL = 32_767;
/** Milliseconds that a text of a cell's length may take whatever it says, so that noise is not taken for growth. */
const SLACK = 250;

/** Throws for the first text that takes more than in proportion. */
export function assertLinear(read: (text: string) => unknown, length = CELL, units = HOSTILE_UNITS): void {
  for (const unit of units) {
    read(repeated(unit, 200));
    // The collector may run in one and not in the other; a square is one both times.
    if (isSquare(measured(read, unit, length))) {
      const { once, twice } = measured(read, unit, length);
      if (isSquare({ once, twice })) {
        throw new Error(`${JSON.stringify(unit)} takes ${once} ms, and ${twice} ms for twice the length`);
      }
    }
  }
}

interface Times {
  readonly once: number;
  readonly twice: number;
}

/** The longer text first: where that is quick, the shorter one has nothing to show. */
function measured(read: (text: string) => unknown, unit: string, length: number): Times {
  const twice = processorTime(() => read(repeated(unit, 2 * length)));
  return { once: twice > SLACK ? processorTime(() => read(repeated(unit, length))) : 0, twice };
}

function isSquare({ once, twice }: Times): boolean {
  return twice > 3 * once + SLACK;
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}
