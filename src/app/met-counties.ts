/** County workbooks that were met where reports were looked for: the user says what they are for. */
import { readCountyWorkbook } from "../county-workbook/read-county";
import type { ReadResult } from "../ports/ports";
import type { Template } from "../template/template";
import type { CountyView } from "./view";
import { followingPeriod } from "../workbook/period";
import type { Workbook } from "../workbook/workbook";

export class MetCounties {
  private readonly met = new Map<string | null, { readonly workbook: Workbook; readonly view: CountyView }>();

  /** Keeps the county workbooks among what was read; gives the rest, one level up the counties' among it. */
  sort(results: readonly ReadResult[], { level }: Pick<Template, "level">): readonly ReadResult[] {
    return results.filter((result) => {
      if (!result.ok || (level && isBelow(result.workbook, level.step))) return true;
      return !this.meet(result.file, result.workbook);
    });
  }

  /** False where nothing marks it as a county workbook. */
  meet(file: string | null, workbook: Workbook): boolean {
    const read = readCountyWorkbook(workbook);
    if (!read.ok && read.problem.code === "notCountyWorkbook") return false;
    const isOwn = read.ok && read.template?.forms.some(({ layout }) => layout === "own");
    const next = isOwn ? followingPeriod(read.period) : null;
    const view = read.ok
      ? { file, period: read.period, next, counted: read.counted, expected: read.expected, problem: null }
      : { file, period: null, next: null, counted: 0, expected: 0, problem: read.problem };
    this.met.set(file, { workbook, view });
    return true;
  }

  /** Takes it out, for something to be done with it. */
  take(file: string | null): Workbook | null {
    const { workbook } = this.met.get(file) ?? { workbook: null };
    this.met.delete(file);
    return workbook;
  }

  /** Takes those of files out, for something to be done with them; the open workbook stays. */
  takeAll(): { readonly file: string; readonly workbook: Workbook }[] {
    const files = [...this.met.keys()].filter((file) => file !== null);
    return files.map((file) => ({ file, workbook: this.take(file)! }));
  }

  clear(): void {
    this.met.clear();
  }

  views(): readonly CountyView[] {
    return [...this.met.values()].map(({ view }) => view);
  }
}

function isBelow(workbook: Workbook, step: number): boolean {
  const read = readCountyWorkbook(workbook);
  return read.ok && (read.template?.level?.step ?? 0) === step - 1;
}
