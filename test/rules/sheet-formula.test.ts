import { isRuleError, toSheetFormula } from "../../src/rules";
import { vocabulary } from "./a-template";

const refer = {
  current: (code: string) => `C${Number(code)}`,
  lastYear: (code: string) => `D${Number(code)}`,
};

function formula(text: string): string {
  const result = toSheetFormula(text, vocabulary, refer);
  return typeof result === "string" ? result : `${result.code}@${result.position}`;
}

describe("an expression as a formula over cells", () => {
  it.each([
    ["0112/0102*100", "C112/C102*100"],
    ["0102－上年（0102）", "C102-D102"],
    ["(0103+0104)*0105", "(C103+C104)*C105"],
    ["0103-(0104-0105)", "C103-(C104-C105)"],
    ["0103/(0104*0105)", "C103/(C104*C105)"],
    ["(0103/0104)*0105", "C103/C104*C105"],
    ["-(0103+1)%", "-(C103+1)%"],
    ["求和(0103~0105)", "SUM(C103,C104,C105)"],
    ["四舍五入(0112/0102)", "ROUND(C112/C102,0)"],
    ["如果(0118=是且0102>0,0112,0)", 'IF(AND(C118="是",C102>0),C112,0)'],
    ["0112<=0102<=10", "AND(C112<=C102,C102<=10)"],
    ['0118="说""话"', 'C118="说""话"'],
    ["数(1015)+1015", "1015+C1015"],
  ])("%s is written %s", (text, expected) => {
    expect(formula(text)).toBe(expected);
  });

  it.each([
    ["SUM(L2[现金])", "notInSheet@4"],
    ["0102+ROWS(L3)", "notInSheet@5"],
    ["COUNTIF(1001~1002,是)", "notInSheet@0"],
    ["0102+", "missingOperand@5"],
    ["ABS(0102,1)", "argumentCount@0"],
  ])("%s is refused: %s", (text, expected) => {
    expect(formula(text)).toBe(expected);
  });

  it("tells a refusal from a formula", () => {
    const refused = toSheetFormula("0102+", vocabulary, refer);
    expect(typeof refused !== "string" && isRuleError(refused)).toBe(true);
  });
});
