/** No number of units, no length of their names and no number of findings makes a plan that cannot be written. */
import { checkPlan } from "../../src/files/write/check-plan";
import type { Finding } from "../../src/findings/finding";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { findingsPlan } from "../../src/county-workbook/findings-workbook";
import { returnFormPlan } from "../../src/returns/return-form";
import { issueBlank } from "../../src/template/issue";
import type { Template, Unit } from "../../src/template/template";
import { templatePlan } from "../../src/template/workbook/template-plan";
import type { LastYear } from "../../src/validation/last-year";
import { toA1 } from "../../src/workbook/address";
import { LIMITS } from "../../src/workbook/limits";
import { county, smallTemplate, submission } from "../consolidation/small-county";
import fc, { tries } from "../tooling/properties";
import { en, template as builtIn, valuesOf, zh } from "./full-county";

const KINDS = [
  ["T", "镇"],
  ["D", "部门"],
  ["H", "本级"],
] as const;

/** Units with names of 1 to 60 characters, no two alike. */
const register = (most: number) =>
  fc
    .uniqueArray(
      fc.string({
        unit: fc.constantFrom(..."吉林省集安市镇街道办事处（新）·A1"),
        minLength: 1,
        maxLength: 56,
      }),
      { minLength: 1, maxLength: most, size: "max" },
    )
    .map((names) =>
      names.map((name, i): Unit => {
        const [kind, type] = KINDS[i % 20 === 0 ? 2 : i % 2]!;
        return { code: `${kind}${i}`, name: `${name}${i}`, kind, type, aliases: [] };
      }),
    );

/** Who has sent something is counted; of the others last year is known, or not. */
function countyOf(units: readonly Unit[], base: Template, sent: (i: number) => boolean, findings: Finding[]) {
  const template = { ...base, units };
  const values = (unit: Unit, i: number) =>
    base === builtIn ? valuesOf(unit, i, 2020) : { "0103": i, "0104": 1, "0112": 1, "0901": i, "0118": true };
  const lastYear: LastYear = {
    period: "2019",
    units: new Map(units.filter((_, i) => i % 3 > 0).map(({ name }) => [name, new Map([["0103", 2]])])),
    totals: new Map([["0103", 2 * units.length]]),
  };
  const submissions = units
    .filter((_, i) => sent(i))
    .map((unit, i) => submission(unit, values(unit, i), {}, template));
  return county(submissions, { template, findings, lastYear });
}

function findingsOf(units: readonly Unit[], count: number, text: string): Finding[] {
  return Array.from({ length: count }, (_, i): Finding => ({
    class: (["mustFix", "explain", "note"] as const)[i % 3]!,
    code: "D37",
    unit: units[i % units.length]!.name,
    place: { file: `${units[i % units.length]!.name}.xlsx`, sheet: "关工02", cell: `E${7 + i}` },
    indicator: "0103",
    values: { value: text },
    params: { code: "0103", name: text, raw: text, value: text },
    causes: [],
  }));
}

/** What a unit typed into a cell. */
const TEXTS = { short: "二十来个", long: "长".repeat(32_000), quotes: '"'.repeat(9000) };

const REPORT = [
  { role: "title", text: "{县}{年}年总结" },
  { role: "text", text: "{0103}个乡镇，其中{0103 单位}；最多的是{0103 前 400}。" },
] as const;

it("writes county, findings, 退回单, template and blank of up to 400 units", () => {
  fc.assert(
    fc.property(
      register(400),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 1500 }),
      fc.constantFrom(...(Object.keys(TEXTS) as (keyof typeof TEXTS)[])),
      fc.boolean(),
      (units, every, count, kind, english) => {
        const [text, say] = [TEXTS[kind], english ? en : zh];
        const template = { ...smallTemplate, units, report: [...REPORT] };
        const findings = findingsOf(units, kind === "short" ? count : Math.min(count, 30), text);
        const consolidation = countyOf(units, template, (i) => i % every === 0, findings);
        checkPlan(countyWorkbookPlan(consolidation, say));
        checkPlan(findingsPlan(findings, say));
        const [unit] = units;
        const own = findings.map((finding) => ({ ...finding, raw: text, weight: finding.class, causes: [] }));
        const back = {
          unit: unit!.name,
          committee: "市关工委",
          period: "2020",
          findings: own,
          files: [],
          handled: [],
        };
        checkPlan(returnFormPlan(back as Parameters<typeof returnFormPlan>[0], [], say));
        checkPlan(templatePlan(template, say));
        checkPlan(issueBlank(template, unit!, "2020", null));
      },
    ),
    { numRuns: 6 },
  );
});

/** A form of so many lines, in the likeness of the small one's. */
function templateOf(units: readonly Unit[], lines: number): Template {
  const [form] = smallTemplate.forms;
  const more = Array.from({ length: lines }, (_, i) => ({
    ...form!.indicators[1]!,
    code: `9${String(i).padStart(3, "0")}`,
    name: `第${i}行${"很长的名称".repeat(i % 12)}`.slice(0, 60),
  }));
  const long = { ...form!, indicators: [...form!.indicators, ...more] };
  return { ...smallTemplate, units, forms: [long, ...smallTemplate.forms.slice(1)], report: [...REPORT] };
}

const isThorough = tries(1) > 1;
const MOST = isThorough
  ? { units: 3000, lines: 400, findings: 30_000 }
  : { units: 120, lines: 40, findings: 1000 };

it(`writes the county of ${MOST.units} units, ${MOST.lines} lines and ${MOST.findings} findings`, () => {
  fc.assert(
    fc.property(
      register(MOST.units),
      fc.integer({ min: 1, max: MOST.lines }),
      fc.integer({ min: 0, max: MOST.findings }),
      fc.integer({ min: 1, max: 5 }),
      (units, lines, count, every) => {
        const findings = findingsOf(units, count, TEXTS.short);
        const template = templateOf(units, lines);
        checkPlan(
          countyWorkbookPlan(
            countyOf(units, template, (i) => i % every === 0, findings),
            zh,
          ),
        );
      },
    ),
    { numRuns: tries(2) },
  );
});

it("says how many rows a sheet has no room for, and where they are", () => {
  const { units } = smallTemplate;
  const findings = findingsOf(units, 40, TEXTS.short);
  const room = jest.replaceProperty(LIMITS as { rows: number }, "rows", 12);
  const plan = countyWorkbookPlan(
    countyOf(units, smallTemplate, () => true, findings),
    zh,
  );
  room.restore();
  for (const [name, rest] of [
    ["审核结果", 31],
    ["数据来源", null],
  ] as const) {
    const { cells } = plan.sheets.find((sheet) => sheet.name === name)!;
    expect(Math.max(...cells.map(({ row }) => row))).toBe(11);
    const note = String(cells.find(({ row }) => row === 1)!.value);
    expect(note).toMatch(rest === null ? /另有 \d+ 行没有写出。.*facts/ : `另有 ${rest} 行没有写出`);
  }
});

it("leads from every unit of 上报情况 to its figures, and says how many units of its own a county has counted", () => {
  const consolidation = countyOf(smallTemplate.units, smallTemplate, () => true, []);
  const [first, ...others] = consolidation.reported;
  const reported = [{ ...first!, of: { units: 21, expected: 22 } }, ...others];
  const plan = countyWorkbookPlan({ ...consolidation, reported }, zh);
  const status = plan.sheets.find(({ name }) => name === "上报情况")!;
  const data = plan.sheets.find(({ name }) => name === "单位数据")!;
  const rows = status.cells.filter(({ link }) => link !== undefined);
  expect(rows.map(({ value }) => value)).toEqual(smallTemplate.units.map(({ name }) => name));
  for (const { value, link } of rows) {
    const cell = data.cells.find((each) => link === `'单位数据'!${toA1(each.row, each.column)}`);
    expect(cell?.value).toBe(value);
  }
  expect(status.autoFilter?.bottom).toBe(3 + smallTemplate.units.length);
  const counted = status.cells.filter(({ column, row }) => column === 7 && row > 3);
  expect(counted.map(({ value }) => value)).toEqual(["是（下属 21/22）", ...others.map(() => "是")]);
});

it("writes the built-in report of 400 units, counted or missing", () => {
  const units = Array.from({ length: 400 }, (_, i): Unit => {
    const [kind, type] = KINDS[i === 0 ? 2 : i % 2]!;
    return { code: `${kind}${i}`, name: `第${i}个${"名字很长的".repeat(10)}镇`, kind, type, aliases: [] };
  });
  for (const sent of [() => true, (i: number) => i % 7 === 0]) {
    checkPlan(countyWorkbookPlan(countyOf(units, builtIn, sent, []), zh));
  }
});

it("names some of many units in a sentence, and says how many there are", () => {
  const units = Array.from({ length: 80 }, (_, i): Unit => ({
    ...smallTemplate.units[0]!,
    code: `T${i}`,
    name: `第${i}镇`,
  }));
  const template = { ...smallTemplate, units, report: [...REPORT] };
  const plan = countyWorkbookPlan(
    countyOf(units, template, (i) => i === 0, []),
    zh,
  );
  const texts = plan.sheets.flatMap(({ cells }) => cells.map(({ value }) => String(value)));
  const warning = texts.find((text) => text.includes("尚未计入："))!;
  expect(warning).toMatch(/尚未计入：第1镇、第2镇、.*等 79 个。/);
  // The same units are named once more by the reason.
  for (const sentence of warning.split("\u3000")) expect(sentence.length).toBeLessThan(400);
});
