/** 说明: what the template is called, its limits, what each version changed. */
import type { SheetPlan } from "../../workbook/plan";
import type { Sheet } from "../../workbook/workbook";
import { emptyTemplate } from "../empty-template";
import type { Template, TemplateChange, TemplateSettings } from "../template";
import type { Problems } from "./problem";
import type { Say } from "./say";
import { periodMeant } from "../../workbook/period";
import { TEMPLATE_SHEETS } from "./sheet-names";
import { readTable, tableSheet, type PlannedRow, type Table } from "./table";
import type { TableRow } from "./table-row";
import { fold } from "../../workbook/fold";

const ITEM = "项目";
const CONTENT = "内容";
const HINT = "解释";

const TABLE: Table = {
  sheet: TEMPLATE_SHEETS.about,
  landscape: false,
  filter: false,
  columns: [
    { heading: ITEM, width: 26, essential: true },
    { heading: CONTENT, width: 34, essential: true },
    { heading: HINT, width: 60 },
  ],
};

const IDENTITY = {
  id: "模板编号",
  version: "版本",
  name: "模板名称",
  county: "县（市、区）",
  committee: "制表机关",
  period: "年度",
} as const;

const SETTINGS: Readonly<Record<keyof TemplateSettings, string>> = {
  reportFrom: "报出日期最早",
  reportTo: "报出日期最晚",
  changeLimit: "与上年相差超过（%）须说明",
  attendanceMin: "每场人次最少",
  attendanceMax: "每场人次最多",
  moneyPerHeadMin: "人均金额最少（元）",
  moneyPerHeadMax: "人均金额最多（元）",
  rateJump: "五好率变动超过（百分点）须说明",
  rateJumpFloor: "五好率变动只看组织数不少于",
  peerFactor: "最大值超过第二名的倍数须说明",
};

/** What a setting is called, by its key. */
export const SETTING_NAMES: Readonly<Record<string, string>> = { ...IDENTITY, ...SETTINGS };

const DAYS: ReadonlySet<string> = new Set(["reportFrom", "reportTo"]);
/** Of use to P08 alone, which is about lines of the built-in forms. */
const OF_OUR_FORMS: ReadonlySet<string> = new Set(["rateJump", "rateJumpFloor"]);

/** Does the template have what the limits of P08 are for? */
export function comparesRates({ builtIn, forms }: Pick<Template, "builtIn" | "forms">): boolean {
  return builtIn["P08"] !== "off" || forms.some(({ layout }) => layout !== "own");
}

export function aboutSheet(template: Template, say: Say): SheetPlan {
  const identity = (Object.keys(IDENTITY) as (keyof typeof IDENTITY)[]).map((key) =>
    row(IDENTITY[key], template[key] ?? null, say(`template.about.${key}`)),
  );
  const settings = (Object.keys(SETTINGS) as (keyof TemplateSettings)[])
    .filter((key) => !OF_OUR_FORMS.has(key) || comparesRates(template))
    .map((key) => row(SETTINGS[key], template.settings[key], say(`template.setting.${key}`)));
  const history = template.history.map(({ version, changes }) =>
    row(say("template.version", { version }), null, sayChanges(changes, say)),
  );
  const forms = template.forms.some(({ own }) => own) ? "ownForms" : "forms";
  const steps = ["sheets", "rows", forms, "check", "version"].map((step) => say(`template.howTo.${step}`));
  return tableSheet(TABLE, [...identity, ...settings, ...history], {
    title: say("template.about.title", { name: template.name }),
    notes: steps,
  });
}

function row(item: string, content: string | number | null, hint: string): PlannedRow {
  return { cells: { [ITEM]: item, [CONTENT]: content, [HINT]: hint } };
}

/** `新增指标 0121 …；取消规则 R05`. */
export function sayChanges(changes: readonly TemplateChange[], say: Say): string {
  return changes
    .map(({ what, of, code, name }) =>
      say(`template.change.${what}`, { of: say(`template.part.${of}`), code, name }),
    )
    .join(say("template.changeSeparator"));
}

type Identity = Pick<Template, "id" | "version" | "name" | "county" | "committee" | "period" | "settings">;

/**
 * Null where something that a template cannot do without is wrong; each problem is said.
 * @param named county and committee are printed on our forms, and needed where there are any
 * @param rates the limits of P08 are needed
 */
export function readAbout(
  sheet: Sheet,
  problems: Problems,
  { named, rates }: { readonly named: boolean; readonly rates: boolean },
): Identity | null {
  const rows = readTable(sheet, TABLE, problems);
  if (rows === null) return null;
  const find = (item: string): TableRow | undefined =>
    rows.find((each) => compared(each.text(ITEM)) === compared(item));
  const missing = (item: string): void =>
    problems.add({ code: "missingValue", sheet: sheet.name, cell: null, params: { heading: item } });
  const text = (key: Exclude<keyof typeof IDENTITY, "period" | "version">): string => {
    const found = find(IDENTITY[key]);
    if (!found) missing(IDENTITY[key]);
    return found?.needed(CONTENT) ?? "";
  };
  const period = readPeriod(find(IDENTITY.period));
  return {
    id: text("id"),
    version: find(IDENTITY.version)?.count(CONTENT) ?? 1,
    name: text("name"),
    county: named ? text("county") : (find(IDENTITY.county)?.text(CONTENT) ?? ""),
    committee: named ? text("committee") : (find(IDENTITY.committee)?.text(CONTENT) ?? ""),
    ...(period === undefined ? {} : { period }),
    settings: readSettings(find, missing, rates),
  };
}

/** Absent where nothing is there: the template serves any year. */
function readPeriod(row: TableRow | undefined): string | undefined {
  const text = row?.optional(CONTENT);
  if (text === undefined) return undefined;
  const period = periodMeant(text);
  if (period === null) row?.problem("badPeriod", CONTENT, { found: text });
  return period ?? undefined;
}

function readSettings(
  find: (item: string) => TableRow | undefined,
  missing: (item: string) => void,
  rates: boolean,
): TemplateSettings {
  const entries = (Object.keys(SETTINGS) as (keyof TemplateSettings)[]).map((key) => {
    const found = find(SETTINGS[key]);
    if (!found && OF_OUR_FORMS.has(key) && !rates) return [key, emptyTemplate("").settings[key]];
    if (!found) missing(SETTINGS[key]);
    if (DAYS.has(key)) return [key, found ? day(found) : ""];
    if (found && found.text(CONTENT) === "") found.needed(CONTENT);
    return [key, found?.amount(CONTENT) ?? 0];
  });
  return Object.fromEntries(entries) as unknown as TemplateSettings;
}

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** `11-01`, also `11月1日`. */
function day(row: TableRow): string {
  const text = row.needed(CONTENT);
  const [, month, date] = /^(\d{1,2})\s*[-./月]\s*(\d{1,2})日?$/.exec(fold(text)) ?? [];
  const longest = DAYS_OF_MONTH[Number(month) - 1] ?? 0;
  if (Number(date) >= 1 && Number(date) <= longest)
    return `${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`;
  if (text !== "") row.problem("badDay", CONTENT, { found: text });
  return "";
}

function compared(text: string): string {
  return fold(text).replace(/\s/g, "");
}
