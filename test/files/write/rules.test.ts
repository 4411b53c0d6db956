import type { ValidationPlan } from "../../../src/workbook/plan";
import { all, area, attributes, one, planOf, writeAndOpen, writtenSheet } from "./opened";

function written(plan: Omit<ValidationPlan, "area">): Element {
  return one(writtenSheet([], { validations: [{ area: area("C3:C9"), ...plan }] }), "dataValidation");
}

describe("validations", () => {
  test("a list offers its choices", () => {
    const validation = written({ type: "list", choices: ["是", "否", '"不适用"'] });
    expect(validation.getAttribute("sqref")).toBe("C3:C9");
    expect(one(validation, "formula1").textContent).toBe('"是,否,""不适用"""');
  });

  test("a list may take its choices from cells", () => {
    expect(one(written({ type: "list", formula1: "'单位'!$A$1:$A$40" }), "formula1").textContent).toBe(
      "'单位'!$A$1:$A$40",
    );
  });

  test("bounds, operator and severity are written", () => {
    const validation = written({
      type: "whole",
      operator: "greaterThanOrEqual",
      formula1: "0",
      severity: "warning",
    });
    expect(attributes(validation)).toMatchObject({
      type: "whole",
      operator: "greaterThanOrEqual",
      errorStyle: "warning",
      allowBlank: "1",
    });
  });

  test("a between has both bounds", () => {
    const validation = written({ type: "decimal", operator: "between", formula1: "0", formula2: "100" });
    expect([one(validation, "formula1").textContent, one(validation, "formula2").textContent]).toEqual([
      "0",
      "100",
    ]);
  });

  test("titles and messages are cut where Excel would refuse the file", () => {
    const long = "长".repeat(300);
    const validation = written({
      type: "whole",
      promptTitle: long,
      prompt: long,
      errorTitle: long,
      error: long,
    });
    const lengths = ["promptTitle", "prompt", "errorTitle", "error"].map(
      (name) => validation.getAttribute(name)?.length,
    );
    expect(lengths).toEqual([32, 255, 32, 225]);
    expect(validation.getAttribute("prompt")).toMatch(/长…$/);
  });

  test("a cut never leaves half a character", () => {
    expect(written({ type: "whole", promptTitle: "𠮷".repeat(20) }).getAttribute("promptTitle")).toBe(
      `${"𠮷".repeat(15)}…`,
    );
  });

  test("a message keeps its lines", () => {
    expect(written({ type: "whole", prompt: "第一行\n第二行" }).getAttribute("prompt")).toBe(
      "第一行\n第二行",
    );
  });
});

describe("conditional formats", () => {
  test("a condition lays its colours over the cells, the first rule before the second", () => {
    const opened = writeAndOpen(
      planOf([], {
        conditionalFormats: [
          { area: area("E3:E14"), formula: "E3<0.5", style: { fill: "FFC7CE", color: "9C0006", bold: true } },
          { area: area("E3:E14"), formula: "E3>1", style: { fill: "C6EFCE" } },
        ],
      }),
    );
    const rules = all(opened.part("xl/worksheets/sheet1.xml"), "cfRule");
    expect(rules.map((rule) => [rule.getAttribute("priority"), rule.textContent])).toEqual([
      ["1", "E3<0.5"],
      ["2", "E3>1"],
    ]);
    const formats = all(opened.part("xl/styles.xml"), "dxf");
    const fills = rules.map((rule) =>
      one(formats[Number(rule.getAttribute("dxfId"))]!, "bgColor").getAttribute("rgb"),
    );
    expect(fills).toEqual(["FFFFC7CE", "FFC6EFCE"]);
  });
});
