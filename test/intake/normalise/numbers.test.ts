import { normalise, PLAIN_SETTINGS, type CellSpec } from "../../../src/intake/normalise";
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
    ["12人次", PEOPLE, 12],
    ["5000美元", YUAN, 5000],
    ["$5000", YUAN, 5000],
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
    ["5W", YUAN, 50000],
    ["1.2w元", YUAN, 12000],
    ["3k", YUAN, 3000],
    ["1万2千", YUAN, 12000],
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

  it.each(
    (
      "几十 若干 数百人 一些 十几 十几人 20几人 十数人 个把 千把人 千儿八百 百八十 百八十人 三五人 七八人 五六 八九 两三 一两人 三两人 " +
      "三四十 十七八 一百二三十 一二百 二三千 三五万 三百五百人 约三五人 叁伍人"
    ).split(" "),
  )("%s tells no number and is refused", (text) => {
    expect(outcome(read(text))).toEqual(["refused", "D37", "explain"]);
  });

  it.each([
    ["41?", 41, "unsure"],
    ["41人（待核）", 41, "unsure"],
    ["41（估）", 41, undefined],
    ["41(左右)", 41, undefined],
    ["≥12", 12, undefined],
    ["不少于12人", 12, undefined],
    ["约12①", 12, undefined],
  ])("%s is about %p", (text, value, variant) => {
    const reading = read(text);
    expect(outcome(reading)).toEqual([value, "D37", "explain"]);
    expect(reading).toMatchObject({ approximate: true, raw: text });
    expect(reading.defect?.variant).toBe(variant);
  });

  it.each([
    ["2③", 2],
    ["4²", 4],
    ["①174", 174],
    ["41①", 41],
    ["149⑴", 149],
    ["⒈12", 12],
    ["❶12", 12],
    ["12㈠", 12],
    ["12㊀", 12],
    ["12₃", 12],
    ["12⁽¹⁾", 12],
    ["12*", 12],
    ["12†", 12],
    ["12※", 12],
    ["12注1", 12],
    ["12（注①）", 12],
    ["12[1]", 12],
    ["12①人", 12],
    ["12人①", 12],
    ["1,200①", 1200],
    ["三十①", 30],
    ["②三", 3],
  ])("the footnote mark in %s is no digit: it is %p, and asked", (text, value) => {
    const reading = read(text);
    expect(outcome(reading)).toEqual([value, "D39", "explain"]);
    expect(reading.defect).toMatchObject({ variant: "mark", params: { raw: text } });
  });

  it.each(["1①2", "10⁴"])("%s may be one number or two and is refused", (text) => {
    expect(outcome(read(text))).toEqual(["refused", "D39", "explain"]);
  });

  it.each(["100㎡", "100m²", "100m2", "100平米", "100平方米"])(
    "the exponent in %s is no footnote mark",
    (text) => {
      const area: CellSpec = { kind: "decimal", measure: "平方米" };
      expect(outcome(read(text, area))).toEqual([100, "D32", "note"]);
      expect(outcome(read(`${text}③`, area))).toEqual([100, "D39", "explain"]);
    },
  );

  it.each(["△8", "▲8", "(8)", "（8人）", "( 8 )", "负8", "负八人", "8-", "↓8"])(
    "%s may be below zero: it is proposed, not taken",
    (text) => {
      const reading = read(text);
      expect(outcome(reading)).toEqual(["refused", "D42", "explain"]);
      expect(reading.defect?.proposal).toBe(-8);
    },
  );

  it.each(["'41", "＇41", "‘41", "’41", "`41", "\u200f41", "4\u00ad1", "٤١", "４１", "41\ufeff"])(
    "%j is 41, without a word",
    (text) => {
      expect(outcome(read(text))).toEqual([41]);
    },
  );

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
    ["二○二○", PEOPLE, 2020],
    ["三六七", PEOPLE, 367],
    ["一二三", PEOPLE, 123],
    ["四十一点五", CHARACTERS, 41.5],
    ["一点二万元", YUAN, 12000],
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
    ["三至五人", PEOPLE, "三、五人", undefined],
    ["三到五", PEOPLE, "三、五", undefined],
    ["3、5人", PEOPLE, "3、5人", undefined],
    ["3-5人", PEOPLE, "3、5人", undefined],
    ["七、八人", PEOPLE, "七、八人", undefined],
    ["10%-20%", PEOPLE, "10%、20%", undefined],
    ["12/13", PEOPLE, "12、13", undefined],
    ["1:2", PEOPLE, "1、2", undefined],
    ["1 200", PEOPLE, "1、200", 1200],
    ["1.200,5", PEOPLE, "1.200、5", undefined],
    ["5½", PEOPLE, "5½", 5.5],
    ["一个半", PEOPLE, "一个半", 1.5],
    ["41（含3人）", PEOPLE, "41、3人", 41],
    ["41（含小学）", PEOPLE, "41（含小学）", 41],
    ["41已核对", PEOPLE, "41已核对", 41],
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

  it.each([
    ["1O", 10],
    ["l2", 12],
    ["2О2О", 2020],
  ])("%s has letters for digits: what was meant is proposed", (text, proposal) => {
    expect(read(text)).toMatchObject({ state: "refused", defect: { code: "F21", proposal } });
  });

  it("may have more decimals than Excel keeps digits", () => {
    expect(outcome(read("32.33532934131736", RATE))).toEqual([32.3353293413174, "D31", "note"]);
    expect(outcome(read("32.33532934131736", RATE, { untyped: true }))).toEqual([32.3353293413174]);
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
    ["80.7%①", [80.7, "D39", "explain"]],
    ["八成五", [85, "D43", "note"]],
    ["百分之八十点七", [80.7, "D43", "note"]],
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
