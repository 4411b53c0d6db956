import { fromSerial, isoDay, toSerial } from "../../../src/workbook/dates";
import type { CellSpec } from "../../../src/intake/normalise";
import { DAY, LEVEL, TEXT, YES_NO, outcome, read } from "./cells";

const day = (year: number, month: number, date: number): number => toSerial({ year, month, day: date })!;

/** The day that a reading means, `2020-12-22`, or its state. */
function dayOf(value: string | number, format?: string, year: number | null = 2020): string {
  const reading = read(value, DAY, { year }, format);
  return typeof reading.value === "number" ? isoDay(fromSerial(reading.value)!) : reading.state;
}

describe("a date", () => {
  it("that Excel knows as one is silent, in either date system", () => {
    const serial = day(2020, 12, 22);
    expect(outcome(read(serial, DAY, {}, "yyyy-mm-dd"))).toEqual([serial]);
    expect(outcome(read(serial - 1462, DAY, { date1904: true }, "yyyy/m/d"))).toEqual([serial]);
  });

  it.each([
    ["2020.12.22", "2020-12-22"],
    ["2020年12月22日", "2020-12-22"],
    ["2020-12-22", "2020-12-22"],
    ["2020/1/2", "2020-01-02"],
    ["２０２０．１２．２２", "2020-12-22"],
    ["20201222", "2020-12-22"],
    ["20.12.22", "2020-12-22"],
    ["12月22日", "2020-12-22"],
    ["12.22", "2020-12-22"],
    ["二〇二〇年十二月二十二日", "2020-12-22"],
    ["2020-12-22 00:00:00", "2020-12-22"],
    ["2020年12月22日（星期二）", "2020-12-22"],
    ["2020年12月22日星期二", "2020-12-22"],
    ["2020-12-22 09:30", "2020-12-22"],
    ["2020-12-22T09:30:00", "2020-12-22"],
    ["2020/12/22 上午", "2020-12-22"],
    ["12月22日上午9点", "2020-12-22"],
    ["2020年12月22日14时30分", "2020-12-22"],
    ["2020年12月22日 周二 上午9:00-11:00", "2020-12-22"],
    ["12月22日晚7点半", "2020-12-22"],
    ["2020.12.22.", "2020-12-22"],
    ["2020，12，22", "2020-12-22"],
    ["2020 12 22", "2020-12-22"],
    ["2020·12·22", "2020-12-22"],
    ["二○二○年十二月廿二日", "2020-12-22"],
    ["2020年⼗⼆⽉22⽇", "2020-12-22"],
    ["Dec 22, 2020", "2020-12-22"],
    ["22-Dec-2020", "2020-12-22"],
    ["44187", "2020-12-22"],
    ["2020年12月22日①", "2020-12-22"],
    ["12月22日（线上）", "2020-12-22"],
  ])("written as %s is read and logged", (text, expected) => {
    expect(dayOf(text)).toBe(expected);
    expect(read(text, DAY).defect).toMatchObject({ code: "D45", class: "note" });
    expect(read(text, DAY).approximate).toBe(false);
  });

  it.each([
    ["12月底", "2020-12-31"],
    ["2020年12月", "2020-12-31"],
    ["2020.11", "2020-11-30"],
    ["12月中旬", "2020-12-15"],
    ["2月底", "2020-02-29"],
    ["11月1日-3日", "2020-11-01"],
    ["2020.11.1—2020.11.3", "2020-11-01"],
    ["2020-11-01至2020-11-03", "2020-11-01"],
    ["2020.11.1-11.3", "2020-11-01"],
    ["2020年11月1日、3日", "2020-11-01"],
    ["11月1日前后", "2020-11-01"],
  ])("written as %s is read as about that day", (text, expected) => {
    expect(dayOf(text)).toBe(expected);
    expect(read(text, DAY)).toMatchObject({ approximate: true, defect: { code: "D45", class: "note" } });
  });

  it("typed as a number of eight digits, or as a bare serial, is read and logged", () => {
    expect(dayOf(20201222)).toBe("2020-12-22");
    expect(dayOf(day(2020, 12, 22))).toBe("2020-12-22");
    expect(read(20201222, DAY).defect?.code).toBe("D45");
  });

  it.each(["2020-02-30", "2020.13.1", "年底", "12", "待补", "1/2/2020", "农历11月1日"])(
    "that no calendar has (%s) is refused",
    (text) => {
      expect(read(text, DAY)).toMatchObject({ state: "refused", value: null });
      expect(read(text, DAY).defect).toBeDefined();
    },
  );

  it("without a year is refused where the period is unknown", () => {
    expect(dayOf("12月22日", undefined, null)).toBe("refused");
    expect(dayOf("12月底", undefined, null)).toBe("refused");
  });
});

describe("yes or no", () => {
  it.each([
    ["是", [true]],
    [" 否 ", [false]],
    ["√", [true, "D51", "note"]],
    ["Y", [true, "D51", "note"]],
    ["Ｙ", [true, "D51", "note"]],
    ["有", [true, "D51", "note"]],
    ["1", [true, "D51", "note"]],
    ["对", [true, "D51", "note"]],
    ["已建立", [true, "D51", "note"]],
    ["×", [false, "D51", "note"]],
    ["无", [false, "D51", "note"]],
    ["未建立", [false, "D51", "note"]],
    ["是。", [true, "D51", "note"]],
    ["√是 □否", [true, "D51", "note"]],
    ["是 ☑　否 ☐", [true, "D51", "note"]],
    ["是（√）  否（ ）", [true, "D51", "note"]],
    ["□是 ■否", [false, "D51", "note"]],
    ["是（）否（√）", [false, "D51", "note"]],
    ["□是 □否", ["refused", "R22", "mustFix"]],
    ["√是 √否", ["refused", "R22", "mustFix"]],
    ["是√否", ["refused", "R22", "mustFix"]],
    ["是/否", ["refused", "R22", "mustFix"]],
    ["已取消", ["refused", "R22", "mustFix"]],
    ["/", ["notApplicable", "D40", "explain"]],
    ["基本上", ["refused", "R22", "mustFix"]],
    ["是①", [true, "D51", "note"]],
    ["①", ["refused", "R22", "mustFix"]],
    ["□是", ["refused", "R22", "mustFix"]],
    ["√√", [true, "D51", "note"]],
    ["☑\ufe0f", [true, "D51", "note"]],
    ["\uf0fc", [true, "D51", "note"]],
    ["\uf0fb", [false, "D51", "note"]],
    ["⽆", [false, "D51", "note"]],
    ["是（2020年建）", [true, "D51", "note"]],
    ["否（正在建）", [false, "D51", "note"]],
    ["是（未挂牌）", ["refused", "R22", "mustFix"]],
    ["不符合", [false, "D51", "note"]],
  ])("%s", (text, expected) => {
    expect(outcome(read(text, YES_NO))).toEqual(expected);
  });

  it("takes 1, 0 and truth values, and nothing between", () => {
    expect(outcome(read(1, YES_NO))).toEqual([true, "D51", "note"]);
    expect(outcome(read(false, YES_NO))).toEqual([false, "D51", "note"]);
    expect(outcome(read(0.5, YES_NO))).toEqual(["refused", "R22", "mustFix"]);
  });
});

describe("a choice", () => {
  it.each([
    ["省", ["省"]],
    [" 省", ["省"]],
    ["省级", ["省", "D51", "note"]],
    ["全球", ["refused", "F22", "mustFix"]],
    ["无", ["notApplicable", "D40", "explain"]],
    ["", ["blank"]],
  ])("%s", (text, expected) => {
    expect(outcome(read(text, LEVEL))).toEqual(expected);
  });
});

describe("a choice between two words", () => {
  const SOURCE: CellSpec = { kind: "choice", measure: "", choices: ["社会", "五老"] };

  it.each([
    ["社会力量", ["社会", "D51", "note"]],
    ["五老志愿者", ["五老", "D51", "note"]],
    ["五老以外", ["refused", "F22", "mustFix"]],
    ["社会和五老", ["refused", "F22", "mustFix"]],
    ["非社会", ["refused", "F22", "mustFix"]],
    ["企业", ["refused", "F22", "mustFix"]],
  ])("%s", (text, expected) => {
    expect(outcome(read(text, SOURCE))).toEqual(expected);
  });

  it("does not begin with the single character of a level", () => {
    expect(outcome(read("市实验小学", LEVEL))).toEqual(["refused", "F22", "mustFix"]);
  });
});

describe("a text", () => {
  it("stays what it is, but for the spaces around it", () => {
    expect(outcome(read(" 大米10箱、油5桶；AND 书 ", TEXT))).toEqual(["大米10箱、油5桶；AND 书"]);
    expect(outcome(read(13843512345, TEXT))).toEqual(["13843512345"]);
    expect(outcome(read("", TEXT))).toEqual(["blank"]);
  });

  it("that Excel made a day or a rounded number of is refused", () => {
    expect(outcome(read(43895, TEXT, {}, "m月d日"))).toEqual(["refused", "D44", "explain"]);
    expect(outcome(read(220582199001011200, TEXT))).toEqual(["refused", "D44", "explain"]);
    expect(outcome(read("1.23E+10", TEXT))).toEqual(["refused", "D44", "explain"]);
  });
});
