/** County workbooks that were met where reports were looked for: the user says what they are for. */
import { readCountyWorkbook } from "../county-workbook/read-county";
import type { ReadResult } from "../ports/ports";
import type { Template } from "../template/template";
import { levelUpOf, type CountyFile } from "./next-level";
import type { CountyView, LevelUpView } from "./view";
import { followingPeriod } from "../workbook/period";
import type { Workbook } from "../workbook/workbook";

interface Met {
  readonly workbook: Workbook;
  readonly view: CountyView;
  /** Of which level its own units are; null where it cannot be read. */
  readonly step: number | null;
}

const NOTHING_OFFERED: { readonly of: string; readonly view: LevelUpView | null } = { of: "", view: null };

export class MetCounties {
  private readonly met = new Map<string | null, Met>();
  private offered = NOTHING_OFFERED;

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
    const step = read.ok ? (read.template?.level?.step ?? 0) : null;
    this.met.set(file, { workbook, view, step });
    this.offered = NOTHING_OFFERED;
    return true;
  }

  /** Takes it out, for something to be done with it. */
  take(file: string | null): Workbook | null {
    const { workbook } = this.met.get(file) ?? { workbook: null };
    this.met.delete(file);
    return workbook;
  }

  /** Those of files, without the open workbook. */
  ofFiles(): CountyFile[] {
    return [...this.met].flatMap(([file, { workbook }]) => (file === null ? [] : [{ file, workbook }]));
  }

  /** Takes out those of files that are one level below the template, and those that cannot be read. */
  takeBelow({ level }: Pick<Template, "level">): CountyFile[] {
    const below = (level?.step ?? 0) - 1;
    return this.ofFiles().filter(({ file }) => {
      const { step } = this.met.get(file)!;
      return (step === null || step === below) && this.met.delete(file);
    });
  }

  /** What can be consolidated one level up; worked out again when other county workbooks are here. */
  levelUp(): LevelUpView | null {
    const files = this.ofFiles();
    const of = files.map(({ file }) => file).join("\n");
    if (this.offered.of !== of) this.offered = { of, view: levelUpOf(files) };
    return this.offered.view;
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
