import { codeText } from "../../src/findings/finding-code";
import type { Finding } from "../../src/findings/finding";
import { formatNumber, LOCALES } from "../../src/locales";
import { sayFinding, sayFindingParts } from "../../src/locales/finding-text";
import { parseRuleLines } from "../../src/template/workbook/rule-lines";
import { createValidator } from "../../src/validation/validator";
import { CHECK_CASES } from "./check-cases";
import { RULE_CASES } from "./rule-cases";
import { findings, KNOWN, submission, TEMPLATE, validator, withCauses } from "./sample";

const broken = [
  ...RULE_CASES.map(({ rule, what, unit = "台上镇", breaks }) => ({ code: rule, what, found: findings(unit, breaks) })),
  ...CHECK_CASES.map(({ check, what, unit = "台上镇", fails, known }) => ({ code: check, what, found: findings(unit, fails, known) })),
]; // prettier-ignore

const session: readonly Finding[] = validator.checkAcrossUnits(
  [
    ...TEMPLATE.units.map(({ name }) =>
      submission(name, name === "台上镇" ? { set: { "0303": 90_000 } } : {}),
    ),
    submission("清河镇", { file: "清河镇2.xlsx" }),
    submission("青石镇", { file: "榆林镇2.xlsx" }),
  ],
  KNOWN,
);

const FAULTY = /\||undefined|null|NaN|Infinity|\{|\}|\[object|。。|，。| {2}/;

describe.each(LOCALES)("in %s", (locale) => {
  it.each(broken)("$code is said whole, $what", ({ found }) => {
    for (const finding of found.flatMap(withCauses)) {
      const text = sayFinding(locale, finding);
      expect(text).not.toMatch(FAULTY);
      expect(text).toMatch(/[。.]$/);
    }
  });

  it.each(broken)("$code parts the problem from what to do, and loses no word of it, $what", ({ found }) => {
    for (const finding of found.flatMap(withCauses)) {
      const { what, mend } = sayFindingParts(locale, finding);
      const whole = sayFinding(locale, finding).replace(/ /g, "");
      const said = new Set([`${what}${mend}`, what].map((text) => text.replace(/ /g, "")));
      expect(said).toContain(whole);
      if (finding.class !== "note") expect(mend).not.toBe("");
    }
  });

  it("of what staff wrote as one text nothing is cut off, whatever stops are in it", () => {
    const message = "甲；乙。请改：丙；丁。A. B; C: D.";
    const [finding] = broken[0]!.found;
    const said = { ...finding!, message, advice: undefined } as unknown as Finding;
    expect(sayFindingParts(locale, said)).toEqual({
      what: expect.stringContaining(message),
      mend: sayFindingParts(locale, { ...said, message: "" } as Finding).mend,
    });
    expect(sayFindingParts(locale, { ...said, advice: "请改成；丙。" } as Finding).mend).toBe("请改成；丙。");
  });

  it("what is between quotation marks never moves into the remedy", () => {
    const place = { file: "a.xlsx", sheet: "关工02", cell: "E7" };
    const raw = "约120。请看背面；另附. Check it; then";
    const params = { name: "五老", raw, value: 120 };
    const finding: Finding = {
      class: "mustFix",
      code: "D37",
      unit: "台上镇",
      place,
      indicator: "0201",
      values: null,
      params,
      causes: [],
    };
    const { what, mend } = sayFindingParts(locale, finding);
    expect(what).toContain(`“${raw}”`);
    expect(mend).toBe(locale === "zh-CN" ? "请改填准确的数。" : "Write the exact number.");
  });

  it("what units show together is said whole", () => {
    expect(new Set(session.map(({ code }) => code))).toEqual(new Set(["D10", "D11", "P10"]));
    for (const finding of session) expect(sayFinding(locale, finding)).not.toMatch(FAULTY);
  });

  it("the county's findings are said whole", () => {
    const place = { file: null, sheet: null, cell: null };
    const common = { class: "note", unit: null, place, indicator: null, causes: [] } as const;
    const county: Finding[] = [
      { ...common, code: "C01", values: { left: 1, right: 2 }, params: { name: "上报稿件" } },
      { ...common, code: "C03", values: { left: 21, right: 22 }, params: { units: 21, expected: 22, missing: "台上镇" } },
      { ...common, code: "C04", values: null, params: { list: "L1", text: "清明祭扫", otherUnit: "市教育局", otherText: "清明祭扫活动", otherSheet: "L1活动", otherCell: "C5" } },
      { ...common, code: "C06", values: { left: 200, right: 171 }, params: { relation: "0906<=0901" } },
    ]; // prettier-ignore
    for (const finding of county) expect(sayFinding(locale, finding)).not.toMatch(FAULTY);
  });

  it("a rule without words of its own is said by the names of its lines, by its class", () => {
    const rules = TEMPLATE.rules.map(({ message: _, advice: __, ...rule }) => rule);
    const mute = createValidator({ ...TEMPLATE, rules });
    for (const { breaks, unit = "台上镇" } of RULE_CASES) {
      const found = mute.check(submission(unit, breaks), KNOWN).findings.flatMap(withCauses);
      for (const finding of found) expect(sayFinding(locale, finding)).not.toMatch(FAULTY);
    }
  });
});

describe("in Chinese", () => {
  it.each(broken)("$code names both values, $what", ({ found }) => {
    const [finding] = found;
    const text = sayFinding("zh-CN", finding!);
    for (const value of Object.values(finding!.values ?? {})) {
      if (value === null) continue;
      expect(text).toContain(typeof value === "number" ? formatNumber("zh-CN", value) : value);
    }
  });

  it("a relation says what stands on both sides, and what to do", () => {
    const [finding] = findings("台上镇", { set: { "0201": 208 } });
    expect(sayFinding("zh-CN", finding!)).toBe(
      "老干部、老战士、老专家、老教师、老模范和其他（0202 至 0207）之和是 167，五老志愿者总数（0201）填 208，相差 41。每名志愿者只归入一类，请逐项核对后改正。",
    );
  });

  it("a sum that a usual slip explains names the line, and what it should say", () => {
    const said = (set: Readonly<Record<string, number>>) =>
      sayFinding("zh-CN", findings("台上镇", { set })[0]!);
    expect(said({ "0202": 76 })).toContain("可能是老干部（0202）填错了：现在是 76，若是 67 就对上了。");
    expect(said({ "0203": 100 })).toContain("可能是老战士（0203）填错了：现在是 100，若是 10 就对上了。");
    expect(said({ "0201": 208 })).not.toContain("可能是");
  });

  const imported = (line: string) => {
    const { rules } = parseRuleLines(line, TEMPLATE);
    const found = createValidator({ ...TEMPLATE, rules }).check(submission("台上镇", {}), KNOWN).findings;
    return found.filter(({ code }) => codeText(code) === "7").map((finding) => sayFinding("zh-CN", finding));
  };

  it.each([
    ["7 | 关工01 | 0102=0103+0104", "已建关工委组织总数（0102）是 16，乡镇街道级（0103）和市直部门（0104）之和是 1，两者应当相等，现在相差 15。请核对各项，把填错的改正。"],
    ["7 | 关工02 | 0216>=0201", "五老骨干（0216）是 54，五老志愿者总数（0201）是 167，前者不应当小于后者，现在少了 113。请核对各项，把填错的改正。"],
    ["7 | 关工03 | 0307<0201-100", "参加学习的五老（0307）是 92，关工02 五老志愿者总数（0201）减 100 是 67，前者应当小于后者。请核对各项，把填错的改正。"],
    ["7 | 关工01 | 500<=0102", "已建关工委组织总数（0102）是 16，不应当小于 500。请核对各项，把填错的改正。"],
    ["7 | 关工10 | 1001=否", "有人员（1001）是“是”，应当是“否”。请核对各项，把填错的改正。"],
    ["7 | 关工10 | 1001=否 或 1015>90000", "这一条要求没有满足：有人员（1001，现在是“是”）为“否”，或者年度经费（1015，现在是 4800）大于 90000。请核对各项，把填错的改正。"],
  ])("a rule that came without words is told by the names of its lines: %s", (line, said) => {
    expect(imported(line)).toEqual([said]);
  }); // prettier-ignore

  it("what may be true is asked, and the reason wanted first", () => {
    const [finding] = findings("台上镇", { set: { "0119": 0 } });
    expect(sayFinding("zh-CN", finding!)).toBe(
      "少儿假日学校（校外阵地）（0119）上年有 1 所，本年是 0。可能属实，请核实：属实的，在“说明”栏写明原因；填错的，请改正。",
    );
  });

  it("an amount in 万元 is told with the amount that it probably stands for", () => {
    const [finding] = findings("台上镇", { set: { "0703": 1.315 } });
    expect(sayFinding("zh-CN", finding!)).toMatch(
      /^五老（含干部）捐款捐物（0703）本年 1.32 元，上年 12860 元，.*应填 13150 元。/,
    );
  });
});
