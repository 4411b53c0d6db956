/** An office's own forms: what is asked of them, and their totals by the addresses of the blank. */
import { consolidate } from "../../src/consolidation/consolidate";
import { sheetsOf } from "../../src/consolidation/sheet-totals";
import { codeText } from "../../src/findings/finding-code";
import { readSubmissions } from "../../src/intake/read-submissions";
import { createValidator } from "../../src/validation/validator";
import { filled, ownTemplate, UNITS, workbookOf, type Blank, type Value } from "../fixtures/own-form";

const BLANK: Blank = {
  name: "收支表",
  rows: [
    ["项目", "代码", "人民币", "外币", "说明"],
    ["合计", "01", "=C3+C4", "=D3+D4", null],
    ["收入", "02", "?", "?", "文"],
    ["支出", "03", "?", "?", "文"],
  ],
  tables: [{ head: [1, 1], lines: [2, 4], labels: "AB", columns: "CDE", code: "B", roles: { E: "note" } }],
  formulas: { C2: "02+03", D2: "02[外币]+03[外币]" },
};
const SECOND: Blank = {
  name: "人数表",
  rows: [
    ["项目", "人数"],
    ["在职", "?"],
    ["退休", "?"],
  ],
  tables: [{ head: [1, 1], lines: [2, 3], labels: "A", columns: "B" }],
};
const template = ownTemplate(BLANK, SECOND);

type Fill = (address: string) => Value;
const EMPTY: Fill = () => null;

function sent(file: string, first: Fill, second: Fill | null = () => 1) {
  const sheets = [filled(BLANK, first), ...(second ? [filled(SECOND, second)] : [])];
  return readSubmissions(workbookOf(...sheets), { file }, template)[0]!;
}

const validator = createValidator(template);
const asked = (submission: ReturnType<typeof sent>): string[] =>
  validator
    .check(submission, { lastYear: null, period: null })
    .findings.filter(({ code }) => code !== "D17")
    .map(({ code, class: findingClass, params }) =>
      [findingClass, codeText(code), params.variant].filter((each) => each).join(" "),
    );

describe("of an office's own form", () => {
  it("nothing is asked that it never had", () => {
    expect(asked(sent("头道镇.xlsx", (address) => (address.startsWith("E") ? null : 5.5)))).toEqual([]);
  });

  it("it is said that it came back blank, without its unit or without another form", () => {
    expect(asked(sent("头道镇.xlsx", EMPTY, EMPTY))).toEqual([
      "explain P04 unfilled",
      "explain P04 unfilled",
    ]);
    expect(asked(sent("头道镇.xlsx", EMPTY))).toEqual(["note P04 unfilled"]);
    expect(asked(sent("报表.xlsx", () => 5))).toEqual(["mustFix S04 noCover"]);
    expect(asked(sent("头道镇.xlsx", () => 5, null))).toEqual(["explain S02"]);
  });
});

describe("the totals by address", () => {
  const totals = (fills: readonly Fill[]) => {
    const submissions = fills.map((fill, i) => sent(`${UNITS[i]!}.xlsx`, fill));
    const input = {
      template,
      period: null,
      submissions,
      reported: [],
      missing: [],
      findings: [],
      lastYear: null,
    };
    return sheetsOf(consolidate(input))[0]!.cells;
  };
  const numbers: Fill = (address) => (address.startsWith("E") ? "见附件" : Number(address.slice(1)));

  it("are every cell to be filled or computed, and no other", () => {
    expect(totals([numbers, numbers])).toEqual({
      C2: { item: "01", value: 14, units: 2 },
      D2: { item: "01[外币]", value: 14, units: 2 },
      C3: { item: "02", value: 6, units: 2 },
      D3: { item: "02[外币]", value: 6, units: 2 },
      E3: { item: "02[说明]", value: null, units: 2 },
      C4: { item: "03", value: 8, units: 2 },
      D4: { item: "03[外币]", value: 8, units: 2 },
      E4: { item: "03[说明]", value: null, units: 2 },
    });
  });

  it("are nothing where no unit filled the cell, and a sum counts that as 0", () => {
    const some: Fill = (address) => (address === "C3" ? 7 : null);
    expect(totals([some, EMPTY])).toMatchObject({
      C2: { value: 7, units: 1 },
      D2: { value: null, units: 0 },
      C3: { value: 7, units: 1 },
      C4: { value: null, units: 0 },
    });
  });
});
