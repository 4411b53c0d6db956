import { checkText } from "../../src/fact-check/check-text";
import { corrected, correctionOf } from "../../src/fact-check/correction";
import { builtInTemplate } from "../../src/template/builtin";

const check = (text: string) => checkText(text, builtInTemplate, null);

describe("a wrong number put right", () => {
  it.each([
    ["全乡劳动力7400人，已转移4900人，占劳动力总数的76.2%。", "66.2%"],
    ["户籍由200户增加到250户，增加60户。", "50户"],
    ["发放资料1.2万份、手册0.6万份，共发放2.8万余份。", "1.8万份"],
    ["党员1640人，其中男党员430人，女党员930人。", "1360人"],
    ["资金由200万元增加到250万元，增长百分之二十。", "25%"],
  ])("has the unit and the decimals that it had: %s", (text, words) => {
    const claims = check(text);
    expect(claims.flatMap((each) => correctionOf(each) ?? [])).toEqual([words]);
    expect(check(corrected(text, claims)).filter(({ verdict }) => verdict === "disagrees")).toEqual([]);
  });

  it.each([
    "全县党员8800人，其中女党员4100人，占比过半。",
    "三次产业结构为12:38:60。",
    "学生300人，其中女生360人。",
  ])("is left to a person where words must change: %s", (text) => {
    const claims = check(text);
    expect(claims.some(({ verdict }) => verdict === "disagrees")).toBe(true);
    expect(corrected(text, claims)).toBe(text);
  });
});
