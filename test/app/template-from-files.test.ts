import { unzipSync } from "fflate";
import { templateFromFiles, templateOfCopies } from "../../src/app/template-from-files";
import { officePackager } from "../../src/files/write/office/take-office";
import { xlsxWriter } from "../../src/files/write/write-xlsx";
import type { PlanCell } from "../../src/workbook/plan";
import { workbookFromPlan } from "../../src/workbook/from-plan";

const OPTIONS = { name: null, units: [], period: null, fallbackName: "报表" };
const packager = officePackager();

type Rows = readonly (readonly (string | number | null)[])[];

function file(name: string, rows: Rows) {
  const cells = rows.flatMap((values, row) =>
    values.flatMap((value, column): PlanCell[] => {
      if (value === null) return [];
      return typeof value === "string" && value.startsWith("=")
        ? [{ row, column, value: 4711, formula: value.slice(1) }]
        : [{ row, column, value }];
    }),
  );
  const plan = { sheets: [{ name: "农情", cells }], names: [] };
  return { name, bytes: async () => xlsxWriter.write(plan), workbook: workbookFromPlan(plan) };
}

const filled = (unit: string, i: number): Rows => [
  [`${unit}农业情况统计表`],
  [`填报单位：${unit}`, null, "报表日期：", `2020-0${i}-30`],
  ["项目", "计划", "完成", "主要品种"],
  ["水稻", 98765 + i, 12340 + i, `甲种${unit}`],
  ["玉米", 55555, 7 + i, `乙种${unit}`],
  ["合计", "=B4+B5", "=C4+C5", null],
  [`填表人：张${unit}`, null, "电话：13900001111", `本栏由${unit}另加`],
];
const blank: Rows = [
  ["农业情况统计表"],
  ["填报单位：", null, "报表日期："],
  ["项目", "计划", "完成", "主要品种"],
  ["水稻"],
  ["玉米"],
  ["合计", "=B4+B5", "=C4+C5"],
];
const UNITS = ["头道镇", "榆林镇", "花甸镇"];
const copies = UNITS.map((unit, i) => file(`${unit}.xlsx`, filled(unit, i + 1)));

function everythingIn(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join("\n");
}

it("takes nothing of what a unit wrote into the template and its package", async () => {
  const made = await templateFromFiles(copies, OPTIONS, packager);
  if (!made.ok) throw new Error(made.reason);
  const { office, units, ...template } = made.template;
  expect(units.map(({ name }) => name)).toEqual(UNITS);
  expect(made.template.name).toBe("农业情况统计表");
  for (const text of [everythingIn(office!.bytes), JSON.stringify(template)])
    expect(text).not.toMatch(/头道|榆林|花甸|9876|1234|55555|4711|甲种|乙种|另加|13900001111|2020-0|张/);
});

it("takes the blank where it is there, and the units of the copies", async () => {
  const made = await templateFromFiles([...copies, file("空表.xlsx", blank)], OPTIONS, packager);
  expect(made).toMatchObject({
    ok: true,
    from: "blank",
    norm: null,
    template: { units: [{ name: "头道镇" }, {}, {}] },
  });
});

it("makes a template of two copies, not of one", async () => {
  expect(await templateOfCopies(copies.slice(0, 2), OPTIONS, packager)).toMatchObject({
    ok: true,
    from: "copies",
  });
  expect(await templateOfCopies(copies.slice(0, 1), OPTIONS, packager)).toMatchObject({
    ok: false,
    reason: "single",
  });
});

it("counts copies in which nobody wrote a figure as copies", async () => {
  const empty = UNITS.map((unit) =>
    file(`${unit}.xlsx`, [["农业情况统计表"], [`填报单位：${unit}`], ...blank.slice(2)]),
  );
  const made = await templateOfCopies(empty, OPTIONS, packager);
  expect(made).toMatchObject({ ok: true, from: "copies", template: { units: [{}, {}, {}] } });
});
