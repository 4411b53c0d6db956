import { compileRule, isRuleError } from "../../src/rules";
import { LINES, vocabulary } from "./a-template";

const LISTS: Readonly<Record<string, string>> = { L2: "L2 捐助", L3: "L3 结对" };

function reading(relation: string, precondition?: string) {
  const rule = { number: "1", forms: [], relation, class: "mustFix", missing: "anyMissing" } as const;
  const compiled = compileRule(precondition === undefined ? rule : { ...rule, precondition }, vocabulary);
  if (isRuleError(compiled)) throw new Error(compiled.code);
  return compiled.read({
    line: (code) => LINES[code] ?? code,
    home: (code) => (code.startsWith("02") ? "关工02" : null),
    list: (id) => LISTS[id] ?? id,
  });
}

const sides = (relation: string) => {
  const found = reading(relation).sides!;
  return [found.subject, found.compared, found.other];
};

describe("a relation read out by the names of its lines", () => {
  it.each([
    ["0112<=0102", '达到"五好"的组织数（0112）', "le", "已建关工委组织总数（0102）"],
    ["0101=0103+0107", "应建关工委组织数（0101）", "eq", "乡镇街道级（0103）和学校（0107）之和"],
    ["0101=0103+0104+0105", "应建关工委组织数（0101）", "eq", "乡镇街道级、市直部门和村（0103 至 0105）之和"],
    ["0102=SUM(0103~0108)", "已建关工委组织总数（0102）", "eq", "乡镇街道级、市直部门、村、社区、学校和企业及其他（0103 至 0108）之和"],
    ["1001=SUM(0101~0112)", "有人员（1001）", "eq", "应建关工委组织数（0101）至达到\"五好\"的组织数（0112）共 9 项之和"],
    ["0101=0216", "应建关工委组织数（0101）", "eq", "关工02 五老骨干（0216）"],
    ["0215=0201-上年(0201)", "关工02 净增（0215）", "eq", "关工02 五老志愿者总数（0201）减关工02 五老志愿者总数（0201）的上年数"],
    ["0112=(0103+0104)*2/1015", '达到"五好"的组织数（0112）', "eq", "（乡镇街道级（0103）和市直部门（0104）之和 × 2）÷ 年度经费（1015）"],
    ["1015=SUMIF(L2[来源],\"社会\",L2[现金])+1", "年度经费（1015）", "eq", "L2 捐助里“来源”为“社会”的“现金”之和，加 1"],
    ["1015=COUNTIF(L2[现金],\">0\")", "年度经费（1015）", "eq", "L2 捐助里“现金”大于 0 的行数"],
    ["1015=行数(L3)", "年度经费（1015）", "eq", "L3 结对的行数"],
    ["500<=0101", "应建关工委组织数（0101）", "ge", "500"],
    ["0118=是", "已设老干部党支部（0118）", "eq", "“是”"],
  ])("%s", (relation, ...said) => expect(sides(relation)).toEqual(said)); // prettier-ignore

  it.each([
    ["1001=是 且 1002=是", "有人员（1001）为“是”，并且有办公场所（1002）为“是”"],
    ["1001=是 或 (1002=是 且 1015>0)", "有人员（1001）为“是”，或者（有办公场所（1002）为“是”，并且年度经费（1015）大于 0）"],
    ["0103<=0102<=0101", "乡镇街道级（0103）不大于已建关工委组织总数（0102），并且已建关工委组织总数（0102）不大于应建关工委组织数（0101）"],
    ["NOT(ISBLANK(0101))", "应建关工委组织数（0101）填了"],
  ])("%s, which has more sides than two", (relation, whole) => {
    expect(reading(relation)).toMatchObject({ whole, sides: null });
  }); // prettier-ignore

  it("says where it is asked", () => {
    expect(reading("0117<>是", "0118<>是").when).toBe("已设老干部党支部（0118）不为“是”");
    expect(reading("0117<>是").when).toBeNull();
  });
});
