import { normalise, PLAIN_SETTINGS } from "../../../src/intake/normalise";
import { CHARACTERS, LEVEL, PEOPLE, POINTS, RATE, SESSIONS, YUAN, cell, outcome, read } from "./cells";

describe("a number cell", () => {
  it.each([0, 12, -3, 12.5, 1234567])("that says %p is read as it stands, without a word", (value) => {
    expect(outcome(read(value))).toEqual([value]);
  });

  it("loses only what a calculation left behind the fifteenth digit", () => {
    expect(read(0.1 + 0.2, { kind: "decimal", measure: "万字" }).value).toBe(0.3);
    expect(read(12.0000000000004).value).toBe(12);
    expect(read(12.5).value).toBe(12.5);
  });

  it("that Excel turned into a day is refused, and says what was probably typed", () => {
    const reading = read(43895, PEOPLE, {}, 'm"月"d"日"');
    expect(outcome(reading)).toEqual(["refused", "D44", "explain"]);
    expect(reading.defect?.params).toMatchObject({ shown: "3月5日", typed: "3-5" });
  });

  it("that Excel turned into a time is refused, and says which", () => {
    const reading = read(9.5 / 24, PEOPLE, {}, "h:mm");
    expect(outcome(reading)).toEqual(["refused", "D44", "explain"]);
    expect(reading.defect).toMatchObject({ variant: "time", params: { shown: "9:30" } });
  });

  it.each([0, 12.5, 145])("that says %p and is only shown as a day is refused by what it says", (value) => {
    const reading = read(value, PEOPLE, {}, "yyyy/m/d");
    expect(outcome(reading)).toEqual(["refused", "D44", "explain"]);
    expect(reading.defect).toMatchObject({ variant: "dateFormat", params: { raw: String(value) } });
  });

  it("without anything in it is blank, which is not zero", () => {
    expect(normalise(undefined, PEOPLE, PLAIN_SETTINGS)).toMatchObject({ state: "blank", value: null });
    expect(read(" \u00a0\u200b")).toMatchObject({ state: "blank", value: null });
    expect(read(0)).toMatchObject({ state: "filled", value: 0 });
  });
});

describe("a number in a text cell", () => {
  it.each([
    ["plain digits are taken and logged", "120", [120, "D31", "note"]],
    ["full-width digits are silent", "１２０", [120]],
    ["full-width thousands separators are silent", "1，200", [1200]],
    ["thousands separators are silent", "1,234,567", [1234567]],
    ["spaces around are silent", " 120\u00a0", [120]],
    ["invisible characters are silent", "\u200b120\ufeff", [120]],
    ["a typed apostrophe is silent", "'120", [120]],
    ["a minus sign of any kind is kept", "−5", [-5]],
    ["a decimal is kept", "12.5", [12.5, "D31", "note"]],
  ])("%s", (_, text, expected) => {
    expect(outcome(read(text))).toEqual(expected);
  });

  it.each([
    ["12人", PEOPLE, [12, "D32", "note"]],
    ["12 名", PEOPLE, [12, "D32", "note"]],
    ["12(人)", PEOPLE, [12, "D32", "note"]],
    ["9场", SESSIONS, [9, "D32", "note"]],
    ["9场次", SESSIONS, [9, "D32", "note"]],
    ["￥5,200元", YUAN, [5200, "D32", "note"]],
    ["￥5,200", YUAN, [5200, "D32", "note"]],
    ["8个百分点", POINTS, [8, "D32", "note"]],
    ["共12人", PEOPLE, [12, "D32", "note"]],
    ["12人。", PEOPLE, [12, "D32", "note"]],
    ["5万字", CHARACTERS, [5, "D32", "note"]],
  ])("%s with the unit of measure that the line expects is taken and logged", (text, spec, expected) => {
    expect(outcome(read(text, spec))).toEqual(expected);
  });

  it.each([
    ["12场", PEOPLE, 12],
    ["8700人", { kind: "whole", measure: "人次" } as const, 8700],
    ["80%", PEOPLE, 80],
    ["8%", POINTS, 8],
    ["12吨", YUAN, 12],
  ])("%s with another unit of measure is refused, and the bare number proposed", (text, spec, proposal) => {
    const reading = read(text, spec);
    expect(outcome(reading)).toEqual(["refused", "D32", "mustFix"]);
    expect(reading.defect?.proposal).toBe(proposal);
  });

  it.each([
    ["5.2万", YUAN, 52000],
    ["2000万", YUAN, 20000000],
    ["1.13万", YUAN, 11300],
    ["5.2万元", YUAN, 52000],
    ["1.2亿", YUAN, 120000000],
    ["3万5千", YUAN, 35000],
    ["1.2万", PEOPLE, 12000],
    ["50000字", CHARACTERS, 5],
  ])("%s is multiplied out and must be confirmed", (text, spec, value) => {
    expect(outcome(read(text, spec))).toEqual([value, "D33", "explain"]);
    expect(outcome(read(text, spec, { confirmed: new Set(["D33"]) }))).toEqual([value, "D33", "note"]);
  });

  it.each([
    ["约120", 120],
    ["大约120人", 120],
    ["530余", 530],
    ["530余人", 530],
    ["近万", 10000],
    ["近百人", 100],
    ["上千", 1000],
    ["5万多", 50000],
    ["5万多人", 50000],
    ["200以上", 200],
    ["120人左右", 120],
    ["三千多人", 3000],
    ["500+", 500],
    ["超过300", 300],
  ])("%s is about %p, and says so", (text, value) => {
    const reading = read(text);
    expect(outcome(reading)).toEqual([value, "D37", "explain"]);
    expect(reading.approximate).toBe(true);
  });

  it.each(["几十", "若干", "数百人"])("%s tells no number and is refused", (text) => {
    expect(outcome(read(text))).toEqual(["refused", "D37", "explain"]);
  });

  it.each([
    ["三期", { kind: "whole", measure: "期" } as const, 3],
    ["一百二十", PEOPLE, 120],
    ["一百二", PEOPLE, 120],
    ["一百零二", PEOPLE, 102],
    ["两千零五名", PEOPLE, 2005],
    ["廿三人", PEOPLE, 23],
    ["十", PEOPLE, 10],
    ["二〇二〇", PEOPLE, 2020],
    ["三万五千", PEOPLE, 35000],
    ["壹佰贰拾元整", YUAN, 120],
    ["零", PEOPLE, 0],
  ])("the Chinese numeral %s is taken and logged", (text, spec, value) => {
    expect(outcome(read(text, spec))).toEqual([value, "D38", "note"]);
  });

  it.each([
    ["12+3", PEOPLE, "12、3", 15],
    ["=3×4", PEOPLE, "3、4", 12],
    ["35场/8700人", SESSIONS, "35场、8700人", 35],
    ["35场/8700人", PEOPLE, "35场、8700人", 8700],
    ["30(其中女12)", PEOPLE, "30、12", 30],
    ["30(其中女12人)", PEOPLE, "30、12人", 30],
    ["9（含线上3场）", SESSIONS, "9、3场", 9],
    ["9场（含线上）", SESSIONS, "9场（含线上）", 9],
    ["线上3场，线下6", SESSIONS, "3场、6", undefined],
    ["上年27场，今年少3人", SESSIONS, "27场、3人", undefined],
    ["3-5", PEOPLE, "3、5", undefined],
    ["12 30", PEOPLE, "12、30", undefined],
    ["1,2", PEOPLE, "1、2", undefined],
    ["3万5", PEOPLE, "3万、5", undefined],
  ])("%s in a line of %o is never worked out, only a repair proposed", (text, spec, parts, proposal) => {
    const reading = read(text, spec);
    expect(outcome(reading)).toEqual(["refused", "D39", "explain"]);
    expect(reading.defect?.params["parts"]).toBe(parts);
    expect(reading.defect?.proposal).toBe(proposal);
  });

  it.each([
    ["无", [0, "D40", "explain"]],
    ["没有", [0, "D40", "explain"]],
    ["/", ["notApplicable", "D40", "explain"]],
    ["—", ["notApplicable", "D40", "explain"]],
    ["——", ["notApplicable", "D40", "explain"]],
    ["N/A", ["notApplicable", "D40", "explain"]],
    ["同上", ["refused", "D40", "explain"]],
    ["见附件", ["refused", "D40", "explain"]],
    ["详见附表2", ["refused", "D40", "explain"]],
    ["不适用", ["notApplicable"]],
  ])("the word %s is zero, not applicable or refused", (text, expected) => {
    expect(outcome(read(text))).toEqual(expected);
  });

  it("says so where a compulsory line is called 不适用", () => {
    expect(outcome(read("不适用", { ...PEOPLE, required: true }))).toEqual([
      "notApplicable",
      "D40",
      "explain",
    ]);
  });

  it.each(["1.23E+10", "220582199001011234"])("%s has lost digits and is refused", (text) => {
    expect(outcome(read(text))).toEqual(["refused", "D44", "explain"]);
  });

  it.each(["张三", "很好", "是", "比去年多1份", "l2", ".92"])("%s is no number", (text) => {
    expect(outcome(read(text))).toEqual(["refused", "F21", "mustFix"]);
  });
});

describe("a per cent line", () => {
  it.each([
    ["80.7%", [80.7, "D43", "note"]],
    ["８０．７％", [80.7, "D43", "note"]],
    ["百分之八十", [80, "D43", "note"]],
    ["80.7", [80.7, "D31", "note"]],
    ["约80%", [80, "D37", "explain"]],
  ])("reads the text %s in percentage points", (text, expected) => {
    expect(outcome(read(text, RATE))).toEqual(expected);
  });

  it("reads 0.807 by its number format", () => {
    expect(outcome(read(0.807, RATE, {}, "0.0%"))).toEqual([80.7, "D43", "note"]);
    expect(outcome(read(80.7, RATE))).toEqual([80.7]);
    expect(outcome(read(80.7, RATE, {}, '0.0"%"'))).toEqual([80.7]);
  });
});

describe("errors and formulas", () => {
  it("refuses an error value and names the formula", () => {
    const reading = normalise(
      { ...cell(""), kind: "error", value: "#REF!", formula: "SUM(#REF!)" },
      PEOPLE,
      PLAIN_SETTINGS,
    );
    expect(outcome(reading)).toEqual(["refused", "D46", "mustFix"]);
    expect(reading.defect?.params["formula"]).toBe("=SUM(#REF!)");
  });

  it.each([PEOPLE, LEVEL])("refuses an error that was pasted as text", (spec) => {
    expect(outcome(read("#DIV/0!", spec))).toEqual(["refused", "D46", "mustFix"]);
  });

  it("refuses a formula that nobody calculated", () => {
    const reading = normalise(
      { ...cell(""), kind: "empty", value: null, formula: "A1+1" },
      PEOPLE,
      PLAIN_SETTINGS,
    );
    expect(outcome(reading)).toEqual(["refused", "D17", "explain"]);
  });
});
