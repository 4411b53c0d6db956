/** Telephone and identity numbers are found however they are written; figures and codes are none. */
import { contactNumbers } from "../../src/county-workbook/contact-numbers";
import fc from "../tooling/properties";

const found = (text: string): string[] =>
  contactNumbers(text).map(({ start, end }) => text.slice(start, end));

describe("telephone numbers", () => {
  test.each([
    "13800138111",
    "138-0013-8111",
    "138 0013 8111",
    "138－0013－8111",
    "138—0013—8111",
    "138–0013–8111",
    "138−0013−8111",
    "１３８００１３８１１１",
    "138　0013　8111",
    "138.0013.8111",
    "138\u200b0013\u200b8111",
    "1 3 8 0 0 1 3 8 1 1 1",
    "1380013 8111",
    "+8613800138111",
    "+86 138 0013 8111",
    "+86-138-0013-8111",
    "008613800138111",
    "8613800138111",
    "（+86）13800138111",
    "013800138111",
    "一三八零零一三八一一一",
    "幺三八〇〇一三八一一一",
    "٠١٣٨٠٠١٣٨١١١".slice(1),
    "（0435）6229666",
    "(0435) 6229666",
    "0435-6229666",
    "0435－6229666",
    "04356229666",
    "0435 622 9666",
    "010-62296661",
    "010 6229 6661",
    "+86-435-6229666",
    "+86(0435)6229666",
    "0435-6229666转801",
    "0435-6229666-801",
    "0435-6229666 转 801",
    "0435-6229666/6229667",
    "0435-6229666、6229667",
    "400-123-4567",
    "4001234567",
    "800-1234-567",
    "+852 9123 4567",
  ])("%s", (text) => {
    expect(found(text)).toEqual([text]);
    expect(found(`联系人：王强${text}，请核实`)).toEqual([text]);
    expect(found(`活动共有${text}`)).toEqual([text]);
  });

  test.each([
    ["办公电话：6229666", "6229666"],
    ["电话 6229 6661", "6229 6661"],
    ["手机号是13800138111。", "13800138111"],
    ["张三13800138111李四13900139222", "13800138111"],
    ["13800138111①", "13800138111"],
    ["13800138111²", "13800138111"],
    ["微信13800138111.", "13800138111"],
    ["Tel13800138111", "13800138111"],
  ])("in %s", (text, number) => {
    expect(found(text)).toContain(number);
  });

  test("several in one text", () => {
    expect(found("张三13800138111、李四13900139222；座机0435-6229666")).toEqual([
      "13800138111",
      "13900139222",
      "0435-6229666",
    ]);
  });
});

describe("identity numbers", () => {
  test.each([
    "11010519491231002X",
    "11010519491231002x",
    "１１０１０５１９４９１２３１００２Ｘ",
    "110105 19491231 002X",
    "110105-19491231-002X",
    "1101 0519 4912 3100 2X",
    "440524188001010014",
    "110105491231002",
  ])("%s", (text) => {
    expect(found(text)).toEqual([text]);
    expect(contactNumbers(`身份证号：${text}，已核`)).toEqual([
      { kind: "identity", start: 5, end: 5 + text.length },
    ]);
  });

  test.each(["110105194912310021", "110105194913310029", "990105194912310021", "110105491331002"])(
    "not %s, whose check digit, date or province is wrong",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe("figures and codes", () => {
  test.each([
    "13800138111元",
    "13800138111 元",
    "13800138111万元",
    "￥13800138111",
    "13,800,138,111",
    "13800138111.50",
    "138.00138111",
    "0.13800138111",
    "80.7339449541284",
    "20201222",
    "2020-12-22",
    "2020 2021 2022 2023",
    "20201222093000",
    "关工发〔2020〕13号",
    "吉关工委字[2020]138号",
    "0102",
    "0301-20201222",
    "0435-20201222",
    "62296661",
    "6229666人次",
    "400 123 4567",
    "220582100000",
    "220582100213",
    "统一社会信用代码：91350100M000100Y43",
    "91350100M000100Y43",
    "信用代码11010519491231002X",
    "票据号：13800138111",
    "文号：13800138111",
    "6222021234567890123",
    "a3f9c213800138111c9d04be7a55e0f1",
    "12 13 14 15 16 17",
    "一二三四五六七八九",
    "二〇二〇年十二月",
  ])("%s stays", (text) => {
    expect(found(text)).toEqual([]);
    expect(found(`共${text}。`)).toEqual([]);
  });

  test("no figure of up to ten digits that begins no service number, no date and no code", () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 3_999_999_999 }).map(String),
      fc.double({ min: 0, max: 1e15, noNaN: true }).map((value) => value.toFixed(2)),
      fc.integer({ min: 0, max: 1e14 }).map((value) => value.toLocaleString("en-US")),
      fc.integer({ min: 1e10, max: 2e10 }).map((value) => `${value}元`),
      fc
        .date({ min: new Date("1949-01-01"), max: new Date("2049-01-01"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 }))
        .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("")),
    );
    fc.assert(
      fc.property(figure, (text) => {
        expect(found(`共${text}，`)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
