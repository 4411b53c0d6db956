/** Slips in figures' meaning and in other cells: D22, D34, D41, D43, D45 to D48, D50 to D53, D56, D60. */
import { HEADINGS } from "../../template/words";
import { fromSerial } from "../../workbook/dates";
import type { WorkbookPlan } from "../../workbook/plan";
import { between, pick, type Random } from "../random";
import { figures, typedOtherwise } from "./cells-numbers";
import { typeOver, type Typed } from "./edit";
import type { Planted, Planter, PlantContext } from "./planter";
import { recalculate } from "./recalculate";
import { a1, coverSites, lineSites, recordSites, type LineSite, type Site } from "./sites";

const text = (value: string): Typed => ({ value, format: "@" });

/** One of the sites is typed over. */
export function typedAt<S extends Site>(
  defect: string,
  sites: (plan: WorkbookPlan, context: PlantContext) => readonly S[],
  type: (site: S, random: Random) => Typed,
  code: string | null | ((site: S) => string) = defect,
): Planter {
  return {
    defect,
    reach: "cell",
    plant(plan, context): Planted | null {
      const places = sites(plan, context);
      if (places.length === 0) return null;
      const site = pick(context.random, places);
      const expected = typeof code === "function" ? code(site) : code;
      return {
        plan: recalculate(typeOver(plan, site, type(site, context.random)), context.template),
        expected: expected === null ? null : { code: expected, sheet: site.sheet, cell: a1(site) },
      };
    },
  };
}

/** Lines of the unit's own that hold something. */
function filled(plan: WorkbookPlan, { template, unit, line }: PlantContext): LineSite[] {
  return lineSites(plan, template).filter(
    ({ indicator, cell }) =>
      indicator.fills.includes(unit.kind) &&
      (line === undefined || indicator.code === line) &&
      cell !== undefined &&
      cell.value !== null,
  );
}

const required = (plan: WorkbookPlan, context: PlantContext): LineSite[] =>
  filled(plan, context).filter(({ indicator }) => indicator.required);
const computed = (plan: WorkbookPlan, context: PlantContext): LineSite[] =>
  filled(plan, context).filter(({ cell }) => cell?.formula !== undefined);
const rates = (plan: WorkbookPlan, context: PlantContext): LineSite[] =>
  computed(plan, context).filter(
    ({ indicator, cell }) =>
      indicator.kind === "percent" && typeof cell?.value === "number" && cell.value > 1,
  );
const answers = (plan: WorkbookPlan, context: PlantContext): LineSite[] =>
  filled(plan, context).filter(({ indicator }) => indicator.kind === "yesNo");
const dates = (plan: WorkbookPlan, { template }: PlantContext): Site[] => [
  ...recordSites(plan, template).filter(
    ({ field, cell }) => field.kind === "date" && typeof cell?.value === "number",
  ),
  ...coverSites(plan, template).filter(({ indicator }) => indicator.kind === "date"),
];
const carried = (plan: WorkbookPlan, context: PlantContext): Site[] =>
  filled(plan, context).flatMap(({ indicator, lastYear }) =>
    indicator.carried && typeof lastYear?.cell?.value === "number" ? [lastYear] : [],
  );

/** The rule that a computed line breaks once it is wrong; without one its own formula speaks. */
const RULE_OF: Readonly<Record<string, string>> = {
  "0102": "R01", "0109": "R03", "0113": "R03", "0215": "R08", "0217": "R03", "0701": "R14", "0903": "R03",
}; // prettier-ignore

/** 六年累计, said beside a flow. */
const sumOfYears: Planter = {
  defect: "D56",
  reach: "cell",
  plant(plan, context): Planted | null {
    const flows = filled(plan, context).filter(
      ({ indicator, cell }) => indicator.aggregation === "sum" && Number(cell?.value) > 0,
    );
    if (flows.length === 0) return null;
    const site = pick(context.random, flows);
    const years = pick(context.random, ["三年", "五年", "六年"]);
    const said = pick(context.random, [`${years}累计数`, `历年合计`, `${years}来共计`]);
    return {
      plan: typeOver(plan, site.reason, text(said)),
      expected: { code: "D56", sheet: site.sheet, cell: a1(site) },
    };
  },
};

export const otherCellPlanters: readonly Planter[] = [
  // 元 and 万元: last year's figure tells.
  typedOtherwise(
    "D34",
    ({ value }) => ({ value: value / 10_000, format: "General" }),
    ({ indicator, value, site }) =>
      indicator.kind === "amount" &&
      value >= 10_000 &&
      value % 100 === 0 &&
      Number(site.lastYear?.cell?.value) > 0,
    "P06",
  ),
  sumOfYears,
  typedAt("D41", required, () => ({ value: null })),
  typedAt("D43", rates, ({ cell }, random) => {
    const value = Number(cell?.value);
    return pick(random, [
      text(`${value.toFixed(2)}%`),
      { value: value / 100, format: "General" },
      { value: value / 100, format: "0.00%" },
    ]);
  }),
  typedAt("D45", dates, ({ cell }, random) => {
    const { year, month, day } = fromSerial(Number(cell?.value))!;
    const two = (n: number): string => String(n).padStart(2, "0");
    return text(
      pick(random, [
        `${year}.${month}.${day}`,
        `${year}${two(month)}${two(day)}`,
        `${month}月${day}日`,
        `${month}.${day}`,
      ]),
    );
  }),
  typedAt("D45", dates, ({ cell }) => text(`${fromSerial(Number(cell?.value))!.month}月底`)),
  typedAt("D46", filled, (_, random) => {
    const [value, formula] = pick(random, [
      ["#REF!", "#REF!+1"],
      ["#VALUE!", 'SUM(E8:E9)+"人"'],
      ["#NAME?", "合计(E8:E9)"],
    ] as const);
    return { value, formula };
  }),
  typedAt(
    "D47",
    (plan, context) => computed(plan, context).filter(({ cell }) => typeof cell?.value === "number"),
    ({ cell }, random) => ({ value: Math.round(Number(cell?.value)) + between(random, 3, 20) }),
    ({ indicator }) => RULE_OF[indicator.code] ?? "D47",
  ),
  typedAt(
    "D47",
    (plan, context) => computed(plan, context).filter(({ cell }) => typeof cell?.value === "number"),
    () => ({ value: null }),
    ({ indicator }) =>
      indicator.code === "0102" || indicator.code === "0701" ? RULE_OF[indicator.code]! : "D47",
  ),
  typedAt(
    "D48",
    (plan, context) => filled(plan, context).filter(({ indicator }) => indicator.code === "0201"),
    ({ cell }, random) => ({ value: Number(cell?.value) + between(random, 1, 3) }),
    "R05",
  ),
  typedAt(
    "D48",
    (plan, context) => filled(plan, context).filter(({ indicator }) => indicator.code === "0401"),
    ({ cell }, random) => ({ value: Number(cell?.value) + between(random, 1, 3) }),
    "R25",
  ),
  {
    defect: "D50",
    reach: "cell",
    plant(plan, context) {
      const all = figures(plan, context);
      const people = all.find(({ indicator }) => indicator.code === "0307");
      const total = all.find(({ indicator }) => indicator.code === "0201");
      if (!people || !total) return null;
      const value = total.value + between(context.random, 1, 400);
      return {
        plan: typeOver(plan, people.site, { value }),
        expected: { code: "R10", sheet: people.site.sheet, cell: a1(people.site) },
      };
    },
  },
  typedAt("D51", answers, ({ cell }, random) =>
    text(pick(random, cell?.value === "是" ? ["√", "Y", "有", "1"] : ["×", "N", "没有", "0"])),
  ),
  typedAt(
    "D52",
    (plan, { template }) =>
      recordSites(plan, template).filter(({ field }) =>
        ["协办单位", "受方", "采用媒体"].includes(field.name),
      ),
    ({ cell }, random) =>
      text(`${String(cell?.value)}${pick(random, ["、", ";", "；", " AND ", "/"])}市教育局`),
    null,
  ),
  typedAt(
    "D53",
    carried,
    ({ cell }, random) => ({ value: Number(cell?.value) + between(random, 1, 9) }),
    "R09",
  ),
  typedAt(
    "D60",
    (plan, { template }) => recordSites(plan, template).filter(({ field }) => field.name === "折价"),
    (_, random) => text(pick(random, ["10箱", "30件", "5袋"])),
    "D32",
  ),
];

/** D22: what a label or heading becomes without changing what it says. */
export const labelPlanters: readonly Planter[] = [
  typedAt(
    "D22",
    (plan, { template }) =>
      lineSites(plan, template).map((line) => ({ ...line.name, measure: line.indicator.measure })),
    ({ cell, measure }, random) => {
      const label = String(cell?.value);
      return {
        value: pick(random, [
          `${label.slice(0, 2)} ${label.slice(2)}`,
          `${label.slice(0, 2)}\n${label.slice(2)}`,
          measure === "" ? `${label.slice(0, 3)}　${label.slice(3)}` : `${label}（${measure}）`,
          `1. ${label.replace(/^[^：]*：/, "")}`,
        ]),
      };
    },
  ),
  typedAt(
    "D22",
    (plan) =>
      plan.sheets.flatMap((sheet) =>
        sheet.cells
          .filter(({ value }) => value === HEADINGS.current || value === HEADINGS.lastYear)
          .map((cell) => ({ sheet: sheet.name, row: cell.row, column: cell.column, cell })),
      ),
    ({ cell }, random) => ({
      value:
        cell?.value === HEADINGS.current
          ? pick(random, ["本年数", "本年实际", "今年"])
          : pick(random, ["上年数", "去年", "上年同期"]),
    }),
  ),
];
