import { discoverForms } from "../../src/form-discovery/discover";
import { makeTemplate } from "../../src/form-discovery/make-template";
import { ruleQuestions, withProposedRules } from "../../src/form-discovery/propose/rules-from-notes";
import type { Template } from "../../src/template/template";
import { blankSheet, blankWorkbook } from "../fixtures/layouts/blank";

const HEAD = [
  ["项目", "行号", "合计", "城镇", "农村"],
  ["甲", "乙", 1, 2, 3],
  ["总计", "01", null, null, null],
  ["水稻", "02", null, null, null],
  ["玉米", "03", null, null, null],
];

function templateOf(...rows: readonly (readonly (string | number | null)[])[]): Template {
  const { forms } = discoverForms(blankWorkbook(blankSheet("表一", rows)));
  return makeTemplate({
    name: "表",
    forms,
    units: [],
    period: null,
    office: { bytes: new Uint8Array(), from: "grid" },
  });
}

const proposed = (note: string): readonly string[] =>
  templateOf(...HEAD, [note]).rules.map(({ relation }) => relation);

describe("a note below the table", () => {
  it.each([
    ["审核关系：1栏=2栏+3栏；01行≥02行+03行", ["1栏=2栏+3栏", "01行≥02行+03行"]],
    ["注：01=02+03，1=2+3", ["01=02+03", "1=2+3"]],
    ["1.本表行列关系如下：如，列关系：01=02+03，行关系：1=2+3；", ["01=02+03", "1=2+3"]],
    [
      "说明：（1）01行=02行+03行。（2）若01行>0，则02行+03行>0。",
      ["01行=02行+03行", "若01行>0，则02行+03行>0"],
    ],
    ["逻辑关系 1、(1)=(2)+(3)\n2、总计≥水稻", ["(1)=(2)+(3)", "总计≥水稻"]],
    ["※01行等于02行、03行之和", ["01行等于02行、03行之和"]],
    ["注：本表于每月5日前报送，联系电话=12345", []],
    ["注：应参加人数不大于实际人数", []],
    ["注：9=8+7；04行=05行", []],
  ])("%s", (note, relations) => {
    expect(proposed(note)).toEqual(relations);
  });

  it("gives proposals: with their cell, of the form, once each, and a question each", () => {
    const template = templateOf(...HEAD, ["注：01=02+03"], ["表内关系：01行=02行+03行"]);
    expect(template.rules).toEqual([
      expect.objectContaining({
        number: "建议1",
        forms: ["表一"],
        proposed: true,
        source: "表一!A6",
        missing: "allMissing",
      }),
    ]);
    expect(ruleQuestions(template)).toMatchObject([
      { sheet: "表一", cell: "A6", code: "rule", proposal: "hint" },
    ]);
  });
});

it("a heading that says what it is the sum of", () => {
  const [head, ...rows] = HEAD;
  const template = templateOf(["项目", "行号", "合计（1=2+3）", ...head!.slice(3)], ...rows);
  expect(template.rules.map(({ relation }) => relation)).toEqual(["1=2+3"]);
});

it("a relation that the template has already, however written, is not proposed again", () => {
  const template = templateOf(...HEAD, ["注：01=02+03"]);
  const again = withProposedRules(template, [{ ...template.rules[0]!, relation: "总计=水稻+玉米" }]);
  expect(again.rules).toHaveLength(1);
});
