/** Slips of whole workbooks: D01, D02, D12, D54, D55, D63. */
import { identityText, parseIdentity, type Identity } from "../../template/identity";
import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { pick } from "../random";
import { eachText, typeOver } from "./edit";
import { figures } from "./cells-numbers";
import type { Planter, PlantContext } from "./planter";
import { recalculate } from "./recalculate";
import { a1, coverSites, lineSites, listSites } from "./sites";

const onWorkbook = (defect: string, plant: Planter["plant"]): Planter => ({
  defect,
  reach: "workbook",
  plant,
});

/** Another office's form: the same shape, none of our lines. */
function otherOffice(): WorkbookPlan {
  const lines = [
    "行政村数",
    "自来水普及率",
    "集中供水工程",
    "分散供水工程",
    "受益人口",
    "水质达标率",
    "管网长度",
    "年供水量",
  ];
  const cells = [
    { row: 0, column: 0, value: "农村饮水安全工程统计表" },
    { row: 1, column: 0, value: "填报单位：市水利局" },
    ...["序号", "指标名称", "代码", "计量单位", "本年", "上年"].map((value, column) => ({
      row: 2,
      column,
      value,
    })),
    ...lines.flatMap((name, i) => [
      { row: 3 + i, column: 0, value: i + 1 },
      { row: 3 + i, column: 1, value: name },
      { row: 3 + i, column: 2, value: String(i + 1).padStart(2, "0") },
      { row: 3 + i, column: 4, value: 10 + i * 7 },
    ]),
  ];
  return { sheets: [{ name: "水利01", cells }], names: [] };
}

function withIdentity(plan: WorkbookPlan, change: (identity: Identity) => Identity): WorkbookPlan {
  return eachText(plan, (text) => {
    const identity = text.startsWith("#") ? parseIdentity(text) : null;
    return identity ? identityText(change(identity)) : text;
  });
}

function coverCell(plan: WorkbookPlan, { template }: PlantContext, name: RegExp) {
  return coverSites(plan, template).find(({ indicator }) => name.test(indicator.name));
}

const wrongWorkbook = (_: WorkbookPlan, { random }: PlantContext) => ({
  plan: otherOffice(),
  expected: { code: "D01", sheet: null, cell: null },
  fileName: pick(random, ["报表.xlsx", "附件1.xlsx"]),
});

const oldVersion = (plan: WorkbookPlan, { random }: PlantContext) => ({
  plan: withIdentity(plan, (identity) => ({
    ...identity,
    version: identity.version + pick(random, [1, 2, 7]),
  })),
  expected: { code: "S01", sheet: null, cell: null },
});

function otherName(plan: WorkbookPlan, { template, unit, random }: PlantContext) {
  const other = pick(
    random,
    template.units.filter((each) => each !== unit && each.kind !== "H"),
  );
  return {
    plan,
    expected: { code: "D12", sheet: null, cell: null },
    fileName: `${other.name}2020年报表.xlsx`,
  };
}

function otherYear(plan: WorkbookPlan, context: PlantContext) {
  const year = coverCell(plan, context, /年度/);
  if (!year) return null;
  const wrong = String(Number(year.cell?.value) - 1);
  const relabelled = withIdentity(typeOver(plan, year, { value: wrong }), (identity) => ({
    ...identity,
    period: wrong,
  }));
  return { plan: relabelled, expected: { code: "S05", sheet: year.sheet, cell: a1(year) } };
}

/** Last year's figures typed into this year's forms, and its lists copied. */
function sameFigures(plan: WorkbookPlan, context: PlantContext) {
  const { template, lastYear } = context;
  if (!lastYear) return null;
  const lists = new Set(listSites(lastYear, template).map(({ sheet }) => sheet));
  const kept = plan.sheets.filter(
    ({ name }) => !listSites(plan, template).some(({ sheet }) => sheet === name),
  );
  let same: WorkbookPlan = {
    ...plan,
    sheets: [...kept, ...lastYear.sheets.filter(({ name }) => lists.has(name))],
  };
  for (const { site } of figures(plan, context)) {
    const before = site.lastYear?.cell?.value;
    if (typeof before === "number") same = typeOver(same, site, { value: before });
  }
  return { plan: recalculate(same, template), expected: { code: "D54", sheet: null, cell: null } };
}

/** Last year's workbook with this year's date on it. */
function sentAgain(plan: WorkbookPlan, context: PlantContext) {
  const { lastYear } = context;
  const date = coverCell(plan, context, /报出日期/);
  const year = coverCell(plan, context, /年度/);
  if (!lastYear || !date || !year) return null;
  const period = String(year.cell?.value);
  const dated = typeOver(typeOver(lastYear, date, { value: date.cell!.value }), year, { value: period });
  return {
    plan: withIdentity(dated, (identity) => ({ ...identity, period })),
    expected: { code: "D54", sheet: null, cell: null },
  };
}

/** Nothing done all year, and 五好 claimed all the same. */
function emptyShell(plan: WorkbookPlan, context: PlantContext) {
  const first = lineSites(plan, context.template).find(
    ({ indicator }) => indicator.key === true && indicator.fills.includes(context.unit.kind),
  );
  if (!first) return null;
  let empty = withoutRecords(plan, context);
  for (const { site, indicator } of figures(plan, context)) {
    // Organisations, people and rules are there, and nothing was done.
    if (!/^(?:01|02|10)/.test(indicator.code)) empty = typeOver(empty, site, { value: 0 });
  }
  return {
    plan: recalculate(empty, context.template),
    expected: { code: "P04", sheet: first.sheet, cell: a1(first) },
  };
}

/** Lists without records, and no roster at all. */
function withoutRecords(plan: WorkbookPlan, { template }: PlantContext): WorkbookPlan {
  const lists = new Map(listSites(plan, template).map((list) => [list.sheet, list]));
  const sheets = plan.sheets.flatMap((sheet): SheetPlan[] => {
    const list = lists.get(sheet.name);
    if (!list) return [sheet];
    const cells = sheet.cells.map((cell) =>
      cell.row > list.headRow && cell.column > 0 ? { ...cell, value: null } : cell,
    );
    return list.list.optional ? [] : [{ ...sheet, cells }];
  });
  const without = { ...plan, sheets };
  const roster = lineSites(without, template).find(({ indicator }) => indicator.code === "1010");
  return roster ? typeOver(without, roster, { value: "否" }) : without;
}

export const workbookPlanters: readonly Planter[] = [
  onWorkbook("D01", wrongWorkbook),
  onWorkbook("D02", oldVersion),
  onWorkbook("D12", otherName),
  onWorkbook("D54", sameFigures),
  onWorkbook("D54", sentAgain),
  onWorkbook("D55", otherYear),
  onWorkbook("D63", emptyShell),
];
