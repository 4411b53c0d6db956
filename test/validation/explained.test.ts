import { statusOf } from "../../src/validation/validator";
import { sayFinding } from "../../src/locales/finding-text";
import { findings, flatten } from "./sample";

describe("a reason that the unit wrote beside the line", () => {
  const more = { set: { "0208": 76 } };
  const asked = findings("台上镇", more);
  const explained = findings("台上镇", { ...more, reasons: { "0208": "吸收了两个村的妇女骨干" } });

  it("answers what is to be explained there: it is a note from then on, with the reason", () => {
    expect(flatten(asked, "code", "class")).toEqual([["P01", "explain"]]);
    expect(flatten(explained, "code", "class")).toEqual([["P01", "note"]]);
    expect(sayFinding("zh-CN", explained[0]!)).toBe(
      "女（0208）本年 76 人，上年 58 人，增加了 18 人（31%）。单位已说明：吸收了两个村的妇女骨干",
    );
  });

  it("settles the unit's status", () => {
    expect(statusOf(asked)).toBe("needsExplanation");
    expect(statusOf(explained)).toBe("accepted");
  });

  it("answers a rule of the template, too, beside either of its lines", () => {
    const beside = (code: string) =>
      findings("台上镇", { set: { "0902": 26 }, reasons: { [code]: "去年的稿件今年采用" } });
    expect(flatten(beside("0902"), "code", "class")).toEqual([["R17", "note"]]);
    expect(flatten(beside("0901"), "code", "class")).toEqual([["R17", "note"]]);
    expect(flatten(beside("0904"), "code", "class")).toEqual([["R17", "explain"]]);
  });

  it("answers nothing that must be mended", () => {
    const found = findings("台上镇", { set: { "0201": 208 }, reasons: { "0201": "人数无误" } });
    expect(flatten(found, "code", "class")).toEqual([["R05", "mustFix"]]);
    expect(statusOf(found)).toBe("mustFix");
  });
});

describe("a unit's status", () => {
  it("counts what stands under something else", () => {
    const found = findings("台上镇", { set: { "0702": "1.2万" } });
    expect(flatten(found, "code", "class")).toEqual([["D33", "explain"]]);
    expect(statusOf(found)).toBe("mustFix");
  });

  it("is accepted with notes alone, and with nothing at all", () => {
    expect(statusOf(findings("台上镇", { lists: { L7: null } }))).toBe("accepted");
    expect(statusOf([])).toBe("accepted");
  });
});
