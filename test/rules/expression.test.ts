import { compileExpression, Failure, isRuleError, type Operand } from "../../src/rules";
import { facts, vocabulary, type StatedFacts } from "./a-template";

function value(text: string, stated: StatedFacts = {}): Operand | string {
  const compiled = compileExpression(text, vocabulary);
  if (isRuleError(compiled)) return `${compiled.code}@${compiled.position}`;
  const result = compiled.evaluate(facts(stated));
  return result instanceof Failure ? result.code : result;
}

describe("a word of an expression", () => {
  const stated = {
    current: { "0102": 10, "0112": 8, "1015": 2000, "0118": true, NG1310: 5 },
    lastYear: { "0102": 9 },
  };

  it("is a code of the template before it is a number or a cell", () => {
    expect(value("1015", stated)).toBe(2000);
    expect(value("NG1310+1", stated)).toBe(6);
  });

  it("is the number itself within 数( )", () => {
    expect(value("数(1015)+1", stated)).toBe(1016);
  });

  it("may be a line's name, bare or in brackets", () => {
    expect(value("年度经费/2", stated)).toBe(1000);
    expect(value('[达到"五好"的组织数]', stated)).toBe(8);
    expect(value("[达到“五好”的组织数]", stated)).toBe(8);
    expect(value("[ 0102 ]", stated)).toBe(10);
  });

  it("speaks of last year within 上年( ), or behind 上年", () => {
    expect(value("0102-上年(0102)", stated)).toBe(1);
    expect(value("0102-上年0102", stated)).toBe(1);
    expect(value("0102-上年（已建关工委组织总数）", stated)).toBe(1);
    expect(value("0102-上年[已建关工委组织总数]", stated)).toBe(1);
  });

  it("may be 是 or 否, with or without quotation marks", () => {
    expect(value("0118=是", stated)).toBe(true);
    expect(value('0118="是"', stated)).toBe(true);
    expect(value("0118＝否", stated)).toBe(false);
  });

  it("is never a cell, an unknown code or a name that two lines bear", () => {
    expect(value("A1+1")).toBe("cellReference@0");
    expect(value("0102+0299")).toBe("unknownCode@5");
    expect(value("0102+同名")).toBe("unknownName@5");
    expect(value("0102+[没有]")).toBe("unknownName@5");
    expect(value("L3+1")).toBe("listAlone@0");
  });
});

describe("signs as offices write them", () => {
  const stated = { current: { "0102": 10, "0112": 8 } };

  it.each([
    ["０１１２／０１０２＊１００", 80],
    ["0112÷0102×100", 80],
    [" 0112 / 0102 * 100 ", 80],
    ["=0112/0102*100", 80],
    ["（0112＋0102）－１", 17],
    ["0112≤0102", true],
    ["0112<=0102", true],
    ["0112=<0102", true],
    ["0112≥0102", false],
    ["0112≠0102", true],
    ["0112＜＞0102", true],
    ["0112!=0102", true],
    ["0102%", 0.1],
    ["-0102^2", 100],
  ])("%s is %s", (text, expected) => {
    expect(value(text, stated)).toBe(expected);
  });
});

describe("conditions", () => {
  const stated = { current: { "0102": 10, "0112": 8, "0117": false, "0118": true } };

  it.each([
    ["0118=是 且 0102>0", true],
    ["0118=是且0117=是", false],
    ["0118=否 或 0102>0 且 0112>0", true],
    ["(0118=否 or 0102>0) and 0112>9", false],
    ["且(0118=是,或(0102=1,0102=10))", true],
    ["非(0118=是)", false],
    ["0112<=0102<=10", true],
    ["0112<=0102<10", false],
    ["如果(0118=是, 0102, 0112)", 10],
    ["IF(0118=否，1，2)", 2],
  ])("%s is %s", (text, expected) => {
    expect(value(text, stated)).toBe(expected);
  });
});

describe("functions", () => {
  const stated = {
    current: {
      "0103": 1,
      "0104": 2,
      "0105": 3.5,
      "0106": null,
      "0107": null,
      "0108": -4,
      "1001": true,
      "1002": false,
    },
    lastYear: { "0103": 10, "0104": 20 },
  };

  it.each([
    ["SUM(0103~0108)", 2.5],
    ["求和（０１０３～０１０８，10）", 12.5],
    ["sum(上年(0103~0104))", 30],
    ["MAX(0103~0108)", 3.5],
    ["最小(0103~0108)", -4],
    ["COUNT(0103~0108)", 4],
    ["AVERAGE(0103:0104)", 1.5],
    ["绝对值(0108)", 4],
    ["ROUND(2.5)", 3],
    ["ROUND(-2.5,0)", -3],
    ["四舍五入(1.005,2)", 1.01],
    ["ROUND(1234,-2)", 1200],
    ["取整(-1.5)", -2],
    ["MOD(-3,2)", 1],
    ['LEN("五老志愿者")', 5],
    ['LEFT("台上镇",2)&RIGHT("台上镇")', "台上镇"],
    ['MID("台上镇",2,1)', "上"],
    ["COUNTIF(1001~1002,是)", 1],
    ["AND(1001~1002)", false],
    ["为空(0106)", true],
    ["IFERROR(1/(1-1),7)", 7],
    ["IF(1=2,3)", null],
  ])("%s is %s", (text, expected) => {
    expect(value(text, stated)).toBe(expected);
  });
});

describe("a detail list", () => {
  const rows = {
    L2: [
      { 来源: "社会", 捐方: "甲公司", 现金: 100, 折价: null },
      { 来源: "五老", 捐方: "123456789012345678", 现金: 50, 折价: 5 },
      { 来源: "社会", 捐方: "123456789012345679", 现金: null, 折价: 20 },
    ],
  };

  it.each([
    ["SUM(L2[现金])", 150],
    ['SUMIF(L2[来源],"社会",L2[现金])+SUMIF(L2[来源],"社会",L2[折价])', 120],
    ["条件求和(捐助[来源]，“五老”，捐助[现金])", 50],
    ['COUNTIF(L2[来源],"社会")', 2],
    ['SUMIFS(L2[现金],L2[来源],"社会",L2[现金],">=100")', 100],
    ['COUNTIFS(L2[来源],"社会",L2[折价],"<>")', 1],
    ['COUNTIF(L2[捐方],"123456789012345678")', 1],
    ["COUNTIF(L2[捐方],123456789012345678)", 1],
    ['COUNTIF(L2[捐方],"*公?")', 1],
    ["ROWS(L2)", 3],
    ["行数（捐助）", 3],
  ])("%s is %s", (text, expected) => {
    expect(value(text, { rows })).toBe(expected);
  });

  it("that is not there makes the result missing", () => {
    expect(value("SUM(L2[现金])")).toBeNull();
    expect(value("ROWS(L3)")).toBeNull();
    expect(value('COUNTIF(L2[来源],"社会")')).toBeNull();
  });

  it("that has no rows sums to nothing", () => {
    expect(value("SUM(L2[现金])", { rows: { L2: [] } })).toBe(0);
  });
});

describe("what is missing", () => {
  it("makes what rests on it missing", () => {
    expect(value("0102+1")).toBeNull();
    expect(value("0102=0")).toBeNull();
    expect(value("SUM(0103~0108)")).toBeNull();
  });

  it("is left out of sums of which something is known", () => {
    expect(value("SUM(0103~0108)", { current: { "0103": 4 } })).toBe(4);
  });

  it("is the result of a division by zero, never infinity", () => {
    expect(value("0112/0102*100", { current: { "0112": 3, "0102": 0 } })).toBeNull();
    expect(value("MOD(3,0)")).toBeNull();
  });

  it("counts as 0 where that is asked for, as in Excel", () => {
    const compiled = compileExpression("SUM(0103~0108)+0102", vocabulary);
    expect(isRuleError(compiled) || compiled.evaluate(facts({}), { missingAsZero: true })).toBe(0);
  });
});

describe("numbers", () => {
  it("are compared with 15 digits, as Excel does", () => {
    expect(value("0.1+0.2=0.3")).toBe(true);
    expect(value("0.3-0.1-0.2=0")).toBe(true);
    expect(value("999999999999999=999999999999998")).toBe(false);
    expect(value("1.0000001=1")).toBe(false);
  });

  it("of more than 15 digits are text and are compared digit by digit", () => {
    expect(value("123456789012345678=123456789012345679")).toBe(false);
    expect(value('"123456789012345678"=123456789012345678')).toBe(true);
  });

  it("are not made of text, nor without bounds", () => {
    expect(value('"甲"+1')).toBe("notANumber");
    expect(value("9^9^9^9")).toBe("outOfRange");
    expect(value('LEFT("a",-1)')).toBe("outOfRange");
  });
});

describe("a wrong expression is refused with the place of the fault", () => {
  it.each([
    ["", "empty", 0],
    ["  ", "empty", 0],
    ["0102=", "missingOperand", 5],
    ["0102+*0103", "missingOperand", 5],
    ["0102 0103", "missingOperator", 5],
    ["SUM(0102 0103)", "missingOperator", 9],
    ["(0102+0103", "unclosedParenthesis", 0],
    ["0102+0103)", "unopenedParenthesis", 9],
    ["()", "missingOperand", 1],
    ["(0102,0103)", "misplacedComma", 5],
    ["SUM(0102,)", "missingOperand", 9],
    ["SUM(0102,,0103)", "missingOperand", 9],
    ["0102=#", "unknownCharacter", 5],
    ['0102="甲', "unclosedText", 5],
    ["[已建", "unclosedBracket", 0],
    ["求积(0102)", "unknownFunction", 0],
    ["ABS(0102,0103)", "argumentCount", 0],
    ["0102=0103~0108", "manyValues", 5],
    ["SUM(0108~0103)", "badRange", 4],
    ["SUM(L2[金额])", "unknownColumn", 7],
    ["L2[现金]=1", "manyValues", 0],
    ["COUNTIF(0102,1)", "columnExpected", 8],
    ['SUMIF(L2[来源],"社会",L3[五老])', "columnsDiffer", 0],
    ["ROWS(0102)", "listExpected", 5],
    ["数(甲)", "numberExpected", 2],
    ["上年(5)", "codeExpected", 3],
  ])("%s", (text, code, position) => {
    expect(value(text)).toBe(`${code}@${position}`);
  });

  it("also where it is deeper or longer than a person writes", () => {
    expect(value(`${"(".repeat(65)}1${")".repeat(65)}`)).toBe("tooDeep@64");
    expect(value(`1${"+1".repeat(5000)}`)).toBe("tooLong@8192");
    expect(value(`1${"+1".repeat(1000)}`)).toBe("tooLong@2000");
    expect(value(`${"-".repeat(1900)}1`)).toBe(1);
  });
});

it("an expression knows what it looks at", () => {
  const compiled = compileExpression(
    "0102+上年(0201)+SUM(0103~0105)+ROWS(L3)+SUM(L2[现金])-0102",
    vocabulary,
  );
  expect(compiled).toMatchObject({
    codes: ["0102", "0103", "0104", "0105"],
    lastYearCodes: ["0201"],
    lists: ["L3", "L2"],
  });
});

it("a rule over too many rows ends with an error instead of going on", () => {
  const rows = Array.from({ length: 200_000 }, () => new Map<string, Operand>([["现金", 1]]));
  const text = Array.from({ length: 30 }, () => "SUM(L2[现金])").join("+");
  const compiled = compileExpression(text, vocabulary);
  const result = isRuleError(compiled) ? compiled : compiled.evaluate({ ...facts({}), rows: () => rows });
  expect(result).toMatchObject({ code: "tooMuchWork" });
});
