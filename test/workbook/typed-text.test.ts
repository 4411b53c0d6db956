import { headerText, staysText, titleText } from "../../src/workbook/typed-text";

describe("what Excel takes for text", () => {
  test.each(["", "台上镇", "党建带关建。", "《通知》", "“五好”关工委", "一、组织"])("text: %s", (text) => {
    expect(staysText(text)).toBe(true);
  });

  test.each([
    "=1",
    "＝1",
    "+1",
    "1-2",
    "00123",
    "上午9时",
    "（8）",
    "１",
    "第1季度",
    "'台上",
    "A",
    " 台上",
    "\t=1",
  ])("perhaps something else: %s", (text) => {
    expect(staysText(text)).toBe(false);
  });
});

describe("names in headers and titles", () => {
  test("an ampersand begins no code", () => {
    expect(headerText('A&P&D&"黑体"')).toBe('A&&P&&D&&"黑体"');
  });

  test("a long name leaves room for the page", () => {
    expect(headerText("𠮷&".repeat(100))).toHaveLength(119);
  });

  test("a title that begins with = is no reference", () => {
    expect([titleText("=甲!A1"), titleText("各单位")]).toEqual([" =甲!A1", "各单位"]);
  });
});
