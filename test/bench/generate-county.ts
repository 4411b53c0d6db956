/**
 * Submissions of any number of units, written as fast as files can be: one is made for each sample unit, and the others
 * are that one with another unit's name, code and figures in its XML. No two have the same figures.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { nodeDeflate } from "../../src/files/write/node-deflate";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { zipArchive, zipEntry } from "../../src/files/write/zip";
import { sayInReport } from "../../src/locales/report-words";
import { sampleCounty } from "../../src/samples/sample-county";
import { builtInTemplate } from "../../src/template/builtin";
import { submissionPlan } from "../../src/template/submission-plan";
import type { Template, Unit } from "../../src/template/template";
import { templatePlan } from "../../src/template/workbook/template-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";

export const TEMPLATE = "template.xlsx";
/** The folder of the submissions, within the one that is written to. */
export const SUBMISSIONS = "in";

/** Lines that no rule of the built-in template is about, with a figure by which each unit's file is known. */
const FREE_LINES: Readonly<Record<string, number>> = { "0308": 700_123, "0413": 700_124, "0506": 700_125 };

interface Pattern {
  readonly unit: Unit;
  readonly parts: readonly { readonly name: string; readonly text: string }[];
  /** What the figures look like in the XML, and how a unit's number becomes one. */
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * A template in the hands of so many units, and their files: `template.xlsx` and `in/*.xlsx`.
 * @param faulty every ninth figure is three times what it should be, so that each file has several findings
 */
export function writeBuiltInCounty(count: number, folder: string, { faulty = false } = {}): void {
  const { units: samples } = sampleCounty();
  const patterns = samples.map((sample): Pattern => {
    const figures = [...sample.values].map(
      ([code, value], i) =>
        [code, faulty && i % 9 === 0 && typeof value === "number" ? 3 * value + 1 : value] as const,
    );
    const values = new Map([...figures, ...Object.entries(FREE_LINES)]);
    return patternOf(sample.unit, submissionPlan(builtInTemplate, { ...sample, values }), FREE_LINES);
  });
  const units = unitsLike(
    samples.map(({ unit }) => unit),
    count,
  );
  writeCounty({ ...builtInTemplate, units, history: [] }, patterns, units, folder);
}

/** So many units in the likeness of these, each with a name and code of its own. */
function unitsLike(samples: readonly Unit[], count: number): Unit[] {
  return Array.from({ length: count }, (_, i) => {
    const sample = samples[i % samples.length]!;
    const place = Math.floor(i / samples.length) + 1;
    const code = `${sample.kind}${String(i + 1).padStart(5, "0")}`;
    return {
      ...sample,
      code,
      name: `${numberName(place)}${sample.name}`,
      aliases: [],
    };
  });
}

const DIGITS = [..."甲乙丙丁戊己庚辛壬癸"];

/** `甲乙`: another word for each number. */
function numberName(place: number): string {
  return [...String(place)].map((digit) => DIGITS[Number(digit)]!).join("");
}

function patternOf(unit: Unit, plan: WorkbookPlan, figures: Readonly<Record<string, number>>): Pattern {
  const parts = Object.entries(unzipSync(writeXlsx(plan))).map(([name, bytes]) => ({
    name,
    text: strFromU8(bytes),
  }));
  return { unit, parts, figures };
}

function writeCounty(
  template: Template,
  patterns: readonly Pattern[],
  units: readonly Unit[],
  folder: string,
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, TEMPLATE), writeXlsx(templatePlan(template, sayInReport("zh-CN"))));
  writeFiles(patterns, units, folder);
}

function writeFiles(patterns: readonly Pattern[], units: readonly Unit[], folder: string): void {
  const into = join(folder, SUBMISSIONS);
  mkdirSync(into, { recursive: true });
  units.forEach((unit, i) =>
    writeFileSync(join(into, `${unit.name}.xlsx`), bytesFor(unit, i, patterns[i % patterns.length]!)),
  );
}

/** Digits of the unit's number, so that no two units have all figures alike. */
function bytesFor(unit: Unit, number: number, pattern: Pattern): Uint8Array {
  const figures = Object.values(pattern.figures).map((shown, k) => ({
    shown: `<v>${shown}</v>`,
    own: `<v>${30 + ((number * (k + 1) + (k === 0 ? 0 : k * 7)) % (k === 0 ? 100_000 : 41))}</v>`,
  }));
  const entries = pattern.parts.map(({ name, text }) => {
    let own = text
      .replaceAll(pattern.unit.name, unit.name)
      .replaceAll(`|${pattern.unit.code}|`, `|${unit.code}|`)
      .replaceAll(`>${pattern.unit.code}<`, `>${unit.code}<`);
    if (name.startsWith("xl/worksheets/"))
      for (const figure of figures) own = own.replaceAll(figure.shown, figure.own);
    return zipEntry(name, strToU8(own), nodeDeflate);
  });
  return zipArchive(entries);
}
