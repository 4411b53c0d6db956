/** Habits of typing figures: D31 to D40, D42, D44, D49. Most of them leave the figure what it was. */
import type { Indicator } from "../../template/template";
import { between, pick, type Random } from "../random";
import { typeOver, type Typed } from "./edit";
import type { Planted, Planter, PlantContext } from "./planter";
import { recalculate } from "./recalculate";
import { a1, lineSites, type LineSite } from "./sites";
import { inChinese } from "./chinese";
import type { WorkbookPlan } from "../../workbook/plan";

interface Figure {
  readonly site: LineSite;
  readonly value: number;
  readonly indicator: Indicator;
}

/** The lines whose figure a person typed. */
export function figures(plan: WorkbookPlan, { template, unit, line }: PlantContext): Figure[] {
  return lineSites(plan, template).flatMap((site) => {
    const { indicator, cell } = site;
    if (indicator.formula !== undefined || !indicator.fills.includes(unit.kind)) return [];
    if (line !== undefined && indicator.code !== line) return [];
    return typeof cell?.value === "number" ? [{ site, value: cell.value, indicator }] : [];
  });
}

/** One figure is typed another way. `fits` says for which figures; `code` is the catalogue's own unless said. */
export function typedOtherwise(
  defect: string,
  type: (figure: Figure, random: Random) => Typed,
  fits: (figure: Figure) => boolean = () => true,
  code: string | null = defect,
): Planter {
  return {
    defect,
    reach: "cell",
    plant(plan, context): Planted | null {
      const places = figures(plan, context).filter(fits);
      if (places.length === 0) return null;
      const figure = pick(context.random, places);
      const { site } = figure;
      return {
        plan: recalculate(typeOver(plan, site, type(figure, context.random)), context.template),
        expected: code === null ? null : { code, sheet: site.sheet, cell: a1(site) },
      };
    },
  };
}

const text = (value: string): Typed => ({ value, format: "@" });
const isCount = ({ indicator }: Figure): boolean => indicator.kind === "whole";
const isAmount = ({ indicator }: Figure): boolean => indicator.kind === "amount";
const atLeast =
  (least: number) =>
  ({ value }: Figure): boolean =>
    value >= least;
const isPlain = ({ value }: Figure): boolean => Number.isInteger(value) && value >= 0;
/** 期·部, 对·人: a unit with two names bears either. */
const measureOf = ({ measure }: Indicator): string => measure.split("·")[0]!;
const hasMeasure = ({ indicator }: Figure): boolean =>
  indicator.measure !== "" && indicator.measure !== "万字";

const FULL_WIDTH = (digits: string): string =>
  digits.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

export const numberPlanters: readonly Planter[] = [
  typedOtherwise("D31", ({ value }) => text(String(value)), isPlain),
  typedOtherwise("D32", ({ value, indicator }) => text(`${value}${measureOf(indicator)}`), hasMeasure),
  typedOtherwise(
    "D32",
    ({ value, indicator }, random) =>
      text(
        `${value}${pick(
          random,
          ["箱", "本", "公里", "人次"].filter((m) => m !== indicator.measure),
        )}`,
      ),
    (figure) => hasMeasure(figure) && !figure.indicator.measure.includes("·"),
  ),
  typedOtherwise(
    "D33",
    ({ value }, random) => text(`${value / 10_000}万${random() < 0.5 ? "元" : ""}`),
    (figure) => isAmount(figure) && figure.value >= 1000,
  ),
  // Silent: full-width digits and separators, surrounding blanks, a quotation mark before the number.
  typedOtherwise("D35", ({ value }) => text(FULL_WIDTH(String(value))), isPlain, null),
  typedOtherwise(
    "D35",
    ({ value }) => text(value.toLocaleString("en-US").replace(",", "，")),
    atLeast(1000),
    null,
  ),
  typedOtherwise(
    "D36",
    ({ value }, random) =>
      text(pick(random, [` ${value} `, `\u00a0${value}`, `${value}\u200b`, `　${value}`])),
    isPlain,
    null,
  ),
  typedOtherwise(
    "D37",
    ({ value }, random) =>
      text(pick(random, [`约${value}`, `近${value}`, `${value}余`, `${value}多`, `${value}左右`])),
    atLeast(10),
  ),
  typedOtherwise(
    "D38",
    ({ value, indicator }, random) => text(inChinese(value) + (random() < 0.5 ? measureOf(indicator) : "")),
    (figure) => isCount(figure) && figure.value > 0 && hasMeasure(figure),
  ),
  typedOtherwise(
    "D39",
    ({ value, indicator }, random) => {
      const part = between(random, 1, value - 1);
      const measure = measureOf(indicator);
      return text(
        pick(random, [
          `${value - part}+${part}`,
          `${value}（其中女${part}）`,
          `${value}${measure}/${value * 40}人次`,
          `${part}${measure}，另${value - part}${measure}`,
        ]),
      );
    },
    (figure) =>
      isCount(figure) && figure.value >= 2 && hasMeasure(figure) && figure.indicator.measure !== "人次",
  ),
  typedOtherwise(
    "D40",
    (_, random) => text(pick(random, ["无", "没有", "暂无"])),
    ({ value }) => value === 0,
  ),
  typedOtherwise("D40", (_, random) => text(pick(random, ["/", "—", "－", "N/A"]))),
  typedOtherwise("D40", (_, random) => text(pick(random, ["同上", "见附件", "详见附表", "同去年"]))),
  typedOtherwise("D42", ({ value }) => ({ value: -value }), atLeast(1), "R20"),
  typedOtherwise(
    "D42",
    ({ value }) => ({ value: value + 0.5, format: "General" }),
    ({ indicator }) => indicator.kind !== "decimal",
    "R20",
  ),
  // 3-5 typed where Excel expects dates: a serial of the year with a date's format.
  typedOtherwise("D44", (_, random) => ({ value: 43_831 + between(random, 0, 365), format: 'm"月"d"日"' })),
  typedOtherwise("D44", () => text("1.23E+10")),
  typedOtherwise("D49", ({ value }) => ({ value: value + value * 2 ** -50 }), atLeast(1), null),
];

/** Numbers that look like others: by their format, by a mark beside them, or by neighbouring numerals. */
export const lookalikePlanters: readonly Planter[] = [
  // The unit or the magnitude is in the number format, as 单元格格式 puts it.
  typedOtherwise(
    "D32",
    ({ value }, random) => ({ value, format: `0"${pick(random, ["箱", "公里", "吨"])}"` }),
    (figure) => hasMeasure(figure) && isPlain(figure),
  ),
  typedOtherwise(
    "D33",
    ({ value }) => ({ value: value / 10_000, format: '0.0###"万元"' }),
    (figure) => isAmount(figure) && figure.value >= 1000,
  ),
  typedOtherwise(
    "D37",
    (_, random) => text(pick(random, ["三五", "七八", "十几", "三四十", "百八十", "若干"])),
    isCount,
  ),
  typedOtherwise(
    "D39",
    ({ value }, random) =>
      text(pick(random, [`${value}③`, `${value}²`, `①${value}`, `${value}注1`, `${value}*`])),
    isPlain,
  ),
  typedOtherwise("D39", (_, random) => text(pick(random, ["三至五", "3-5", "七、八", "2到3"])), isCount),
];
