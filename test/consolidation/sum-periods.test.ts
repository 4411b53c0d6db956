import { consolidate } from "../../src/consolidation/consolidate";
import type { CountyRecord } from "../../src/consolidation/county-record";
import { sumPeriods, type PeriodPart } from "../../src/consolidation/sum-periods";
import type { Entry, Submission } from "../../src/intake/submission";
import { emptyTemplate } from "../../src/template/empty-template";
import type { Indicator, Template, Unit } from "../../src/template/template";

const UNITS: readonly Unit[] = ["头道镇", "榆林镇"].map((name, i) => ({
  code: `T0${i + 1}`,
  name,
  kind: "T",
  type: "镇",
  aliases: [],
}));

function item(code: string, more: Partial<Indicator>): Indicator {
  return {
    code,
    name: `指标${code}`,
    measure: "人",
    kind: "whole",
    fills: ["T"],
    aggregation: "sum",
    required: false,
    indent: 0,
    carried: false,
    ...more,
  };
}

const ITEMS = [
  item("0101", {}),
  item("0102", { aggregation: "stock" }),
  item("0103", { aggregation: "ratio", kind: "percent", measure: "%", formula: "0101/0102*100" }),
  item("0104", { aggregation: "text", kind: "text", measure: "" }),
  item("0105", { aggregation: "ratio", kind: "percent", measure: "%" }),
];

function template(items: readonly Indicator[] = ITEMS, more: Partial<Template> = {}): Template {
  return {
    ...emptyTemplate("月报"),
    id: "monthly",
    units: UNITS,
    forms: [
      { id: "表一", code: "01", title: "月报", fills: ["T"], layout: "table", indicators: items, notes: [] },
    ],
    ...more,
  };
}

type Values = Readonly<Record<string, number | string>>;

function part(
  period: string,
  units: Readonly<Record<string, Values>>,
  of = template(),
  more: Partial<CountyRecord> = {},
): PeriodPart {
  const submissions = Object.entries(units).map(([name, values]) =>
    submission(
      UNITS.find((unit) => unit.name === name)!,
      values,
    ),
  );
  const record = {
    period,
    template: of,
    templateId: of.id,
    templateVersion: of.version,
    submissions,
    reported: [],
    adjustments: [],
    ...more,
  } as unknown as CountyRecord;
  return { file: `${period}.xlsx`, period, record, cellOf: () => ({ sheet: "单位数据", cell: "D7" }) };
}

function submission(unit: Unit, values: Values): Submission {
  const lines = new Map(
    Object.entries(values).map(([code, value]) => {
      const place = { file: null, sheet: null, cell: null };
      const current: Entry = { raw: "", value, state: "filled", approximate: false, steps: [], place };
      return [code, { code, current, lastYear: null, reason: "" }];
    }),
  );
  return {
    unit,
    forms: new Map([["表一", { form: "表一", sheet: "表一", lines }]]),
    lists: new Map(),
  } as unknown as Submission;
}

function totalsOf(parts: readonly PeriodPart[], period: string | null = null) {
  const result = sumPeriods(parts, period);
  if (!result.ok) throw new Error(result.refusal.why);
  const { sum } = result;
  const { totals } = consolidate({ ...sum, findings: [], lastYear: null });
  return { sum, value: (code: string) => totals.get(code)?.value };
}

const A: Values = { "0101": 2, "0102": 10, "0103": 20, "0104": "修路", "0105": 5 };
const B: Values = { "0101": 3, "0102": 20, "0103": 15, "0104": "植树", "0105": 7 };

it("adds flows, takes stocks of the last period and computes ratios again", () => {
  const { sum, value } = totalsOf([
    part("2020-02", { 头道镇: B, 榆林镇: A }),
    part("2020-01", { 头道镇: A, 榆林镇: A }),
  ]);
  expect(sum.period).toBe("2020Q1");
  expect(sum.summed.missing).toEqual(["2020-03"]);
  expect([value("0101"), value("0102"), value("0103")]).toEqual([9, 30, 30]);
});

it("keeps words by period and gives no share that cannot be computed again", () => {
  const { sum } = totalsOf([part("2020-01", { 头道镇: A }), part("2020-02", { 头道镇: B })]);
  const lines = sum.submissions[0]!.forms.get("表一")!.lines;
  expect(lines.get("0104")!.current.value).toBe("2020-01：修路；2020-02：植树");
  expect(lines.has("0105")).toBe(false);
});

it("leads from a value to the cells of the periods", () => {
  const { sum } = totalsOf([part("2020-01", { 头道镇: A }), part("2020-02", { 头道镇: B })]);
  const lines = sum.submissions[0]!.forms.get("表一")!.lines;
  expect(lines.get("0101")!.current.raw).toBe("2（2020-01.xlsx 单位数据!D7）＋3（2020-02.xlsx 单位数据!D7）");
  expect(lines.get("0102")!.current.place).toEqual({ file: "2020-02.xlsx", sheet: "单位数据", cell: "D7" });
});

it("has no stock of a unit that is missing in the last period, and names it", () => {
  const { sum, value } = totalsOf([part("2020H1", { 头道镇: A, 榆林镇: A }), part("2020H2", { 头道镇: B })]);
  expect(sum.summed.parts.map(({ missing }) => missing)).toEqual([[], ["榆林镇"]]);
  expect([sum.period, value("0101"), value("0102")]).toEqual(["2020", 7, 20]);
});

it("adds what the county adjusted, of stocks only the last period's", () => {
  const adjustments = ["0101", "0102"].map((code) => ({ code, amount: -1, reason: "重复", about: "" }));
  const { value } = totalsOf([
    part("2020-01", { 头道镇: A }, template(), { adjustments }),
    part("2020-02", { 头道镇: B }, template(), { adjustments }),
  ]);
  expect([value("0101"), value("0102")]).toEqual([3, 19]);
});

it("says which items other versions of the template have not or measure otherwise", () => {
  const newer = template(
    [ITEMS[0]!, item("0102", { aggregation: "stock", measure: "户" }), item("0106", {})],
    { version: 2 },
  );
  const { sum, value } = totalsOf([
    part("2020-01", { 头道镇: A }),
    part("2020-02", { 头道镇: { "0101": 1, "0102": 2, "0106": 4 } }, newer),
  ]);
  expect(sum.summed.changed).toMatchObject([
    { code: "0102", how: "otherwise", periods: ["2020-01"] },
    { code: "0106", how: "lacking", periods: ["2020-01"] },
    { code: "0103", how: "lacking", periods: ["2020-02"] },
    { code: "0104", how: "lacking", periods: ["2020-02"] },
    { code: "0105", how: "lacking", periods: ["2020-02"] },
  ]);
  expect([value("0101"), value("0102"), value("0106")]).toEqual([3, null, 4]);
});

it.each([
  ["single", [part("2020-01", { 头道镇: A })], null],
  ["overlap", [part("2020-01", { 头道镇: A }), part("2020Q1", { 头道镇: A })], null],
  ["noPeriod", [part("2020-01", { 头道镇: A }), part("", { 头道镇: A })], null],
  [
    "otherOffice",
    [part("2020-01", { 头道镇: A }), part("2020-02", { 头道镇: A }, template(ITEMS, { id: "x" }))],
    null,
  ],
  ["noCommonPeriod", [part("2019-12", { 头道镇: A }), part("2020-01", { 头道镇: A })], null],
  ["noCommonPeriod", [part("2020-01", { 头道镇: A }), part("2020-02", { 头道镇: A })], "2020Q2"],
  [
    "damaged",
    [part("2020-01", { 头道镇: A }), part("2020-02", { 头道镇: A }, template(), { template: null })],
    null,
  ],
] as const)("refuses: %s", (why, parts, period) => {
  const result = sumPeriods(parts, period);
  expect(!result.ok && result.refusal.why).toBe(why);
});
