import { DAY, PEOPLE, POINTS, RATE, TEXT, YES_NO, YUAN, outcome, read } from "./cells";

const COPIES = { kind: "whole", measure: "份" } as const;

describe("a number format that shows the number", () => {
  it.each([
    [12, PEOPLE, "0"],
    [12, PEOPLE, "#,##0_ "],
    [12, PEOPLE, '0"人"'],
    [12, PEOPLE, 'General"人"'],
    [12, PEOPLE, 'G/通用格式"名"'],
    [12, PEOPLE, "[DBNum1][$-804]General"],
    [12, PEOPLE, "0.00E+00"],
    [12, PEOPLE, '[>100]0"人以上";0'],
    [-5, PEOPLE, "0_);[Red]\\(0\\)"],
    [-5, PEOPLE, "0;[红色]0"],
    [-5, PEOPLE, '0;"△"0'],
    [1234, YUAN, "[$¥-804]#,##0.00"],
    [0, YUAN, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
    [52000, YUAN, '0.0,"千元"'],
    [52000, YUAN, '0!.0,"万元"'],
    [52000, YUAN, '0\\.0,"万"'],
    [5200000, YUAN, '0.0,,"百万"'],
    [120000, YUAN, '[>=10000]0!.0,"万";0'],
    [80.7, RATE, '0.0"%"'],
    [0.4505, { kind: "decimal", measure: "%" }, "0.0%"],
    [0.4505, { kind: "decimal", measure: "" }, "0%"],
  ] as const)("%p in %o as %s is silent", (value, spec, format) => {
    expect(outcome(read(value, spec, {}, format))).toEqual([value]);
  });
});

describe("a number format that says more than the number", () => {
  it.each([
    [2, COPIES, '0"百份"', [200, "D33", "explain"]],
    [5.2, YUAN, '0.0"万元"', [52000, "D33", "explain"]],
    [12, YUAN, "0万元", [120000, "D33", "explain"]],
    [3, PEOPLE, '0"箱"', ["refused", "D32", "mustFix"]],
    [12, PEOPLE, "0日", ["refused", "D32", "mustFix"]],
    [1234, YUAN, "[$$-409]#,##0", ["refused", "D32", "mustFix"]],
    [0.12, PEOPLE, "0%", ["refused", "D32", "mustFix"]],
    [8, POINTS, '0"%"', ["refused", "D32", "mustFix"]],
    [12, PEOPLE, '"约"0', [12, "D37", "explain"]],
    [12, PEOPLE, '0"余人"', [12, "D37", "explain"]],
    [12, PEOPLE, '0"①"', [12, "D39", "explain"]],
    [8, PEOPLE, "△0", ["refused", "D42", "explain"]],
    ["12", PEOPLE, '@"人"', [12, "D32", "note"]],
    ["5.2", YUAN, '@"万元"', [52000, "D33", "explain"]],
  ])("%p in %o as %s is read like the same typed as text", (value, spec, format, expected) => {
    const reading = read(value, spec, {}, format);
    expect(outcome(reading)).toEqual(expected);
    expect(reading.raw).toBe(String(value));
  });

  it.each([
    [52000, YUAN, "#,##0,", "52"],
    [-5, PEOPLE, "0;0", "5"],
    [5, PEOPLE, "-0", "-5"],
    [5, PEOPLE, '"无"', "无"],
    [5, PEOPLE, '0;0;0;"x"', null],
    [1, YES_NO, '"否"', "否"],
  ])("%p in %o as %s is asked where it shows something else", (value, spec, format, shown) => {
    const reading = read(value, spec, {}, format);
    if (shown === null) expect(outcome(reading)).toEqual([value]);
    else {
      expect(outcome(reading)).toEqual(["refused", "F24", "explain"]);
      expect(reading.defect?.params["shown"]).toBe(shown);
    }
  });

  it.each([
    [12, PEOPLE, ";;;"],
    [12, PEOPLE, "**;**;**;**"],
    [-12, PEOPLE, "0;"],
    ["12", PEOPLE, ";;;"],
    ["是", YES_NO, ";;;"],
    ["2020-02-02", DAY, ";;;"],
    [43895, DAY, ";;;"],
    ["宣讲", TEXT, ";;;"],
  ])("%p in %o as %s shows nothing and is not taken", (value, spec, format) => {
    expect(outcome(read(value, spec, {}, format))).toEqual(["refused", "F24", "explain"]);
  });

  it.each(['0;-0;"—"', "0;-0;;@", "#", "#,###", ";;;"])("a zero as %s is a zero, and said", (format) => {
    expect(outcome(read(0, PEOPLE, {}, format))).toEqual([0, "F24", "note"]);
  });

  it.each([
    [1, '"√";;"×"', true],
    [0, '"√";;"×"', false],
    [1, '[=1]"是";"否"', true],
    [0, '[=1]"是";"否"', false],
  ])("a yes or no typed as %p and shown by %s is the tick that a person sees", (value, format, expected) => {
    expect(outcome(read(value, YES_NO, {}, format))).toEqual([expected, "D51", "note"]);
  });

  it("a text has what the format adds to it", () => {
    expect(outcome(read(10, TEXT, {}, '0"箱"'))).toEqual(["10箱"]);
  });
});
