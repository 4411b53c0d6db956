import { builtInTemplate } from "../../src/template/builtin";
import { foldName, formsOf, indexTemplate, linesOf } from "../../src/template/template-index";

const index = indexTemplate(builtInTemplate);
const lines = builtInTemplate.forms.flatMap((form) => form.indicators);

describe("the built-in template", () => {
  it("has forms 关工00 to 关工10 and lists L1 to L7", () => {
    expect(builtInTemplate.forms.map((form) => form.id)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `关工${String(n).padStart(2, "0")}`),
    );
    expect(builtInTemplate.lists.map((list) => list.id)).toEqual(["L1", "L2", "L3", "L4", "L5", "L6", "L7"]);
  });

  it("numbers each form's lines without gap, beginning with the form's own code", () => {
    for (const form of builtInTemplate.forms) {
      const expected = form.indicators.map((_, i) => form.code + String(i + 1).padStart(2, "0"));
      expect(form.indicators.map((line) => line.code)).toEqual(expected);
    }
  });

  it("registers fifteen townships, six departments and the county itself", () => {
    const kinds = builtInTemplate.units.map((unit) => unit.kind);
    expect(["T", "D", "H"].map((kind) => kinds.filter((k) => k === kind).length)).toEqual([15, 6, 1]);
  });

  it("asks the county itself neither for 关工08 nor for 关工10", () => {
    expect(formsOf(builtInTemplate, "H").map((form) => form.id)).not.toEqual(
      expect.arrayContaining(["关工08"]),
    );
    expect(formsOf(builtInTemplate, "T")).toHaveLength(11);
  });

  it("asks only the county for 0905 to 0909, and only the others for 0901 to 0904", () => {
    const publicity = index.forms.get("关工09")!;
    expect(linesOf(publicity, "H").map((line) => line.code)).toEqual([
      "0905",
      "0906",
      "0907",
      "0908",
      "0909",
    ]);
    expect(linesOf(publicity, "D").map((line) => line.code)).toEqual(["0901", "0902", "0903", "0904"]);
  });

  it("holds every rule that is not built in, and no other", () => {
    const numbers = [...new Set(builtInTemplate.rules.map((rule) => rule.number))];
    const expected =
      "R01 R02 R04 R05 R06 R07 R08 R10 R11 R12 R13 R14 R15 R16 R17 R18 R24 R25 R26 R27 R28 R29 X01 X02 X03 X04 X05 X07 X08";
    expect(numbers).toEqual(expected.split(" "));
    expect(Object.keys(builtInTemplate.builtIn).filter((code) => numbers.includes(code))).toEqual([]);
  });

  it("gives every rule a message and advice, and every line to be filled a hint", () => {
    expect(builtInTemplate.rules.filter((rule) => !rule.message || !rule.advice)).toEqual([]);
    expect(lines.filter((line) => !line.guidance)).toEqual([]);
  });

  it("has a formula for every ratio and every computed line, and for no other", () => {
    for (const line of lines) {
      expect([line.code, line.formula !== undefined]).toEqual([
        line.code,
        line.aggregation === "ratio" || line.aggregation === "computed",
      ]);
    }
  });

  it("names only lines that exist as sessions and recipients", () => {
    const named = lines
      .flatMap((line) => [line.sessions, line.recipients])
      .filter((code) => code !== undefined);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((code) => !index.indicators.has(code))).toEqual([]);
  });

  it("is plain data, as the worker needs it", () => {
    expect(structuredClone(builtInTemplate)).toEqual(builtInTemplate);
  });
});

describe("looking a template up", () => {
  it("finds a unit by its name and by its aliases", () => {
    expect(index.unitsByName.get(foldName("凉水乡"))?.name).toBe("凉水朝鲜族乡");
    expect(index.unitsByName.get(foldName(" 台上镇 "))?.code).toBe("T10");
  });

  it("finds a line by its name, whatever the width of its signs", () => {
    expect(index.indicatorsByName.get(foldName("达到 '五好' 的组织数"))?.indicator.code).toBe("0112");
    expect(index.indicatorsByName.get(foldName("其中:老干部"))?.indicator.code).toBe("0202");
  });
});
