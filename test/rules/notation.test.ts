import { expandRule, isRuleError } from "../../src/rules";
import { asked, gridForm, MATRIX, ruleOf, words } from "./own-forms";

const matrix = words(gridForm(MATRIX));
const LINES = ["01=02+03", "[01[2]]=[02[2]]+[03[2]]", "[01[3]]=[02[3]]+[03[3]]"];
const COLUMNS = ["01=[01[2]]+[01[3]]", "02=[02[2]]+[02[3]]", "03=[03[2]]+[03[3]]"];

describe("a relation between lines", () => {
  it.each([
    "01=02+03",
    "01行=02行+03行",
    "第01行=第02行+第03行",
    "1行=2行+3行",
    "总计=本科院校+专科院校（含职业技术学院）",
    "总计行=合计·本科院校行+专科院校行",
    "《党组织建设》01行=02行+03行",
    "党组织建设:01行=02行+03行",
  ])("%s is asked in every column", (relation) => {
    expect(asked(relation, matrix)).toEqual(LINES);
  });

  it.each([
    "01行=∑(02行:03行)",
    "01=SUM(02~03)",
    "01行=02至03行之和",
    "01行=02-03行之和",
    "01行等于02行、03行之和",
    "01行应等于02行与03行之和",
    "01=02+…+03",
  ])("%s adds up in every column", (relation) => {
    const sums = asked(relation, matrix);
    expect(sums).toHaveLength(3);
    expect(sums[1]).toMatch(/01\[2\]\]\s*(?:=|等于|应等于)\s*(?:SUM|∑)\(\[02\[2\]\][~,]\[03\[2\]\]\)/);
  });
});

describe("a relation between columns", () => {
  it.each([
    "1=2+3",
    "1栏=2栏+3栏",
    "1列=2列+3列",
    "第一栏=第二栏+第三栏",
    "1栏=2+3",
    "1=2+3栏",
    "①=②+③",
    "D列=E列+F列",
    "１栏＝２栏＋３栏",
    "高校总数=建立党委+未建立",
  ])("%s is asked in every line", (relation) => {
    expect((asked(relation, matrix) as string[]).map((text) => text.normalize("NFKC"))).toEqual(COLUMNS);
  });

  it("may put each number in parentheses", () => {
    expect(asked("（1）=（2）+（3）", matrix)).toHaveLength(3);
  });
});

describe("a relation between items", () => {
  it.each([
    "[01,1]>=[02,1]",
    "【01，1】≥【02，1】",
    "[01][1]>=[02][1]",
    "01行1栏>=02行1栏",
    "1栏01行>=1栏02行",
    "第01行第1列不小于第02行第1列",
    "01[1]≥02[1]",
    "D6>=D7",
    "$D$6>=$D$7",
    "党组织建设!D6>=D7",
    "总计·高校总数>=本科院校·高校总数",
  ])("%s is asked once", (relation) => {
    expect(
      (asked(relation, matrix) as string[]).map((text) => text.replace(/ ?(?:≥|不小于) ?/, ">=")),
    ).toEqual(["01>=02"]);
  });
});

describe("conditions", () => {
  it.each([
    ["若01[1]>0，则01[2]>0", ["01>0 → [01[2]]>0"]],
    ["如果01[1]>0，那么01[2]>0", ["01>0 → [01[2]]>0"]],
    ["IF 01[1]>0 THEN 01[2]>0 ELSE 01[2]=0", ["01>0 → [01[2]]>0", "NOT(01>0) → [01[2]]=0"]],
    ["当01[1]>0时，01[2]>0", ["01>0 → [01[2]]>0"]],
    ["若01[1]=0，则01[2]=0；01[3]=0", ["01=0 → [01[2]]=0", "01=0 → [01[3]]=0"]],
  ])("%s", (relation, expected) => {
    expect(asked(relation, matrix)).toEqual(expected);
  });

  it("the precondition goes along over columns and lines", () => {
    expect(asked("1栏>=2栏", matrix, { precondition: "3栏>0" })[1]).toBe("[02[3]]>0 → 02>=[02[2]]");
  });

  it("several relations in one line are all asked, each in its own direction", () => {
    expect(asked("1栏=2栏+3栏；01行≥02行，01行≥03行", matrix)).toHaveLength(9);
    expect(asked("1栏≥2栏、3栏", matrix)[0]).toBe("01≥[01[2]] 且 01≥[01[3]]");
  });
});

describe("what cannot be known is refused, with what to write", () => {
  const both = words(gridForm({ ...MATRIX, lines: [["1", "甲"], ["2", "乙"], ["3", "丙"]] })); // prettier-ignore

  it("numbers that lines and columns have: both readings are offered", () => {
    const refused = expandRule(ruleOf("1=2+3"), both);
    expect(isRuleError(refused) && [refused.code, refused.params]).toEqual([
      "lineOrColumn",
      { byLine: "1行=2行+3行", byColumn: "1栏=2栏+3栏" },
    ]);
    expect(asked("1行=2行+3行", both)).toHaveLength(3);
    expect(asked("1栏=2栏+3栏", both)).toHaveLength(3);
  });

  it.each([
    ["1栏>=2", "lineOrNumber"],
    ["1栏=2-3栏", "dashRange"],
    ["01行=1栏", "mixedAxes"],
    ["05行=01行", "unknownLine"],
    ["1栏=9栏", "unknownColumnNumber"],
    ["1=2+99", "strangeNumber"],
    ["D5=D6", "notAnItem"],
    ["表9:01行=02行", "unknownForm"],
    ["99=98+97", "noIndicator"],
    ["总数=本科院校", "unknownName"],
    ["01行", "notARelation"],
    ["01行=", "missingOperand"],
  ])("%s: %s", (relation, code) => {
    expect(asked(relation, matrix)).toBe(code);
  });

  it("a number is a number where it can be nothing else", () => {
    for (const relation of ["1栏>=0", "1栏>=1", "1栏/2栏*100<=50", "01行>=5", "1栏>=数(2)"])
      expect(asked(relation, matrix)).toHaveLength(3);
  });

  it("columns that the form does not number", () => {
    const unnumbered = words(gridForm({ ...MATRIX, columns: [["", "本期"], ["", "累计"]] })); // prettier-ignore
    expect(asked("1栏=2栏", unnumbered)).toBe("noColumnNumbers");
    expect(asked("本期<=累计", unnumbered)).toHaveLength(3);
  });
});

describe("several forms", () => {
  const lines: typeof MATRIX.lines = [["01", "总计"], ["02", "其中：女"]]; // prettier-ignore
  const one = gridForm({ id: "表1", lead: "表1:", lines, columns: MATRIX.columns });
  const two = gridForm({ id: "表2", lead: "表2:", lines, columns: MATRIX.columns });
  const forms = words(one, two);

  it("a rule speaks of its own form", () => {
    expect(asked("01=02", forms, { forms: ["表2"] })[1]).toBe("[表2:01[2]]=[表2:02[2]]");
    expect(asked("01=02", forms)).toBe("manyForms");
  });

  it("relations across forms name them", () => {
    expect(asked("表1:01行2栏=表2:02行1栏", forms)).toEqual(["[表1:01[2]]=[表2:02]"]);
    expect(asked("《表1》01行=《表2》01行", forms)).toHaveLength(3);
    expect(asked("表1!D6>=表2!E7", forms)).toEqual(["[表1:01]>=[表2:02[2]]"]);
  });

  it("whole lines of forms with other columns are not compared", () => {
    const other = gridForm({ id: "表3", lead: "表3:", lines, columns: [["1", "收入"], ["2", "支出"]] }); // prettier-ignore
    expect(asked("表1:01行=表3:01行", words(one, other))).toBe("headsDiffer");
  });
});

it("rates and words are not added up with figures", () => {
  const form = gridForm({ ...MATRIX, columns: [...MATRIX.columns, ["4", "完成率"], ["5", "备注"]] });
  const indicators = form.indicators.map((item) => {
    if (item.code.endsWith("[4]")) return { ...item, aggregation: "text", measure: "%" };
    return item.code.endsWith("[5]") ? { ...item, kind: "text", aggregation: "text" } : item;
  });
  const vocabulary = words({ ...form, indicators });
  expect(asked("01行=02行+03行", vocabulary)).toEqual(LINES);
  expect(asked("4栏<=100", vocabulary)).toHaveLength(3);
});

it("is read out once, however many columns it is asked in", () => {
  const expanded = expandRule(ruleOf("01行=02行+03行"), matrix);
  const reading = isRuleError(expanded)
    ? expanded.code
    : expanded.read({ line: (code) => code, list: (id) => id });
  expect(reading).toBe(
    "每一栏（共 3 栏）：总计（01行）等于本科院校（02行）和专科院校（含职业技术学院）（03行）之和",
  );
});
