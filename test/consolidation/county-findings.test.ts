import type { Finding } from "../../src/findings/finding";
import { countyFindings } from "../../src/consolidation/county-findings";
import { court, county, elm, office, type Row, smallTemplate, stone, submission } from "./small-county";

const everyone = [stone, elm, court, office];
const found = (findings: readonly Finding[], code: string): Finding[] =>
  findings.filter((f) => f.code === code);

describe("C03, all expected units received", () => {
  it("says who is absent and how many are there", () => {
    const findings = countyFindings(county([submission(stone, {}), submission(office, {})]));
    expect(findings).toEqual([
      expect.objectContaining({
        code: "C03",
        class: "note",
        unit: null,
        params: { units: 2, expected: 4, missing: "榆林镇、市法院" },
      }),
    ]);
  });

  it("is silent when all are there, and when the office turned it off", () => {
    expect(countyFindings(county(everyone.map((unit) => submission(unit, {}))))).toEqual([]);
    const template = { ...smallTemplate, builtIn: { C03: "off" as const } };
    expect(countyFindings(county([], { template }))).toEqual([]);
  });
});

describe("C06, the bulletin prints no more articles than were sent", () => {
  const printed = submission(office, { "0906": 5 });
  const sentBy = (...numbers: number[]) =>
    [stone, elm, court].slice(0, numbers.length).map((unit, i) => submission(unit, { "0901": numbers[i]! }));

  it("stands at the cell that says how many it printed", () => {
    const findings = countyFindings(county([...sentBy(3, 1, 0), printed]));
    expect(found(findings, "C06")).toEqual([
      expect.objectContaining({
        class: "mustFix",
        unit: "市关工委本级",
        place: { file: "市关工委本级.xlsx", sheet: "关工09", cell: "E10" },
        indicator: "0906",
        values: { left: 5, right: 4 },
      }),
    ]);
  });

  it("is content with as many", () => {
    expect(found(countyFindings(county([...sentBy(5, 0, 0), printed])), "C06")).toEqual([]);
  });

  it("is not asked while units are missing that may have sent the others", () => {
    expect(found(countyFindings(county([...sentBy(3, 1), printed])), "C06")).toEqual([]);
  });
});

describe("C04, one thing reported by two units", () => {
  const twice = (list: string, first: Row, second: Row): Finding[] =>
    found(
      countyFindings(
        county([submission(stone, {}, { [list]: [first] }), submission(elm, {}, { [list]: [second] })]),
      ),
      "C04",
    );
  const gift: Row = { 日期: 44000, 捐方: "集安市爱心企业", 受方: "困难学生", 现金: 5000 };

  it("finds an event by day and name, although one wrote the name a little differently", () => {
    const name = "集安市五老志愿者走进校园讲述抗联故事";
    const findings = twice(
      "L1",
      { 名称: name, 日期: 44000 },
      { 名称: name.replace("讲述", "讲"), 日期: 44001 },
    );
    expect(findings).toEqual([
      expect.objectContaining({
        class: "explain",
        unit: "榆林镇",
        place: { file: "榆林镇.xlsx", sheet: "L1", cell: "A4" },
        params: expect.objectContaining({
          otherUnit: "青石镇",
          otherFile: "青石镇.xlsx",
          otherSheet: "L1",
          otherCell: "A4",
        }),
      }),
    ]);
  });

  it("finds a donation by day, both sides and sum, whether it is put down as cash or in kind", () => {
    expect(twice("L2", gift, gift)).toHaveLength(1);
    const { 现金, ...inKind } = gift;
    expect(twice("L2", gift, { ...inKind, 折价: 现金! })).toHaveLength(1);
    expect(twice("L2", gift, { ...gift, 现金: 6000 })).toEqual([]);
  });

  it("finds an article that two units sent", () => {
    const article: Row = { 标题: "老校长的第二个春天：记五老志愿者", 日期: 44000 };
    expect(twice("L4", article, article)).toHaveLength(1);
  });

  it("leaves alone what names different units, happened on other days, or has no date", () => {
    const talk = (unit: string): string => `${unit}关工委组织五老开展抗美援朝故事宣讲活动`;
    expect(twice("L1", { 名称: talk("青石镇"), 日期: 44000 }, { 名称: talk("榆林镇"), 日期: 44000 })).toEqual(
      [],
    );
    expect(twice("L2", gift, { ...gift, 日期: 44030 })).toEqual([]);
    const { 日期: _, ...undated } = gift;
    expect(twice("L2", gift, undated)).toEqual([]);
  });

  it("says nothing about two rows of one unit: they may be two of a kind", () => {
    const findings = countyFindings(county([submission(stone, {}, { L2: [gift, gift] })]));
    expect(found(findings, "C04")).toEqual([]);
  });
});
