import { checkText } from "../../src/fact-check/check-text";
import { builtInTemplate } from "../../src/template/builtin";
import { countyOf2020 } from "./county-of-2020";

/** Each number of the text with what was said of it. */
const verdicts = (text: string): string[] =>
  checkText(text, builtInTemplate, countyOf2020).map(({ claim, verdict }) => `${claim.text} ${verdict}`);

describe("the entries of a list", () => {
  it.each(["1. ", "1、", "（1）", "(一)", "三、", "④", "一是", "- ", "• "])(
    "are checked behind %s as without it",
    (mark) => {
      expect(verdicts(`${mark}关工委组织218个；`)).toEqual(["218个 agrees"]);
      expect(verdicts(`${mark}五老志愿者2530人，其中老干部973人`)).toEqual([
        "2530人 disagrees",
        "973人 agrees",
      ]);
    },
  );

  it("may begin with a number themselves", () => {
    expect(verdicts("1.7万余人次")).toEqual(["1.7万余人次 untied"]);
    expect(verdicts("三名家长介绍经验")).toEqual(["三名 untied"]);
  });
});

describe("a rate that has grown by per cent instead of percentage points", () => {
  it.each([
    "五好率比上年提高8%。",
    "五好率80.7%，比上年提高8%。",
    "关工委组织218个，达到“五好”的176个，占80.7%，比上年提高8%。",
  ])("is wrong: %s", (text) => {
    expect(verdicts(text).at(-1)).toBe("8% disagrees");
  });

  it.each([
    "五好率比上年提高8个百分点。",
    "五好率80.7%，比上年增长11.1%。",
    "达到“五好”的176个，占80.7%，比上年增长12.1%。",
    "五老志愿者2503人，比上年增长5.7%。",
  ])("is right where the growth is meant: %s", (text) => {
    expect(verdicts(text).filter((each) => !each.endsWith(" agrees"))).toEqual([]);
  });
});

describe("a share of what the text itself says", () => {
  it("is not held against the part that stands before it", () => {
    expect(verdicts("男生120人，占60%，女生80人，占40%。")).toEqual([
      "120人 untied",
      "60% untied",
      "80人 untied",
      "40% untied",
    ]);
  });

  it("is held against the whole that all of them are parts of", () => {
    const students = (share: string): string[] =>
      verdicts(`参加学生200人，其中男生120人，占60%，女生80人，占${share}。`).slice(2);
    expect(students("40%")).toEqual(["60% agrees", "80人 untied", "40% agrees"]);
    expect(students("45%").at(-1)).toBe("45% disagrees");
  });

  it("is held against a part that is taken apart further", () => {
    expect(verdicts("参加学生200人，男生120人，占60%，其中团员30人，占25%。").at(-1)).toBe("25% agrees");
  });
});

describe("a sum of what the text itself says", () => {
  it("is of the parts, without the whole that they are parts of", () => {
    const sum = (total: string): string =>
      verdicts(`发放书包50个，其中甲校20个、乙校30个，合计${total}。`).at(-1)!;
    expect(sum("50个")).toBe("50个 agrees");
    expect(sum("60个")).toBe("60个 disagrees");
  });

  it("is of all numbers before it where none is a part of another", () => {
    expect(verdicts("甲校20个、乙校30个，合计50个。").at(-1)).toBe("50个 agrees");
  });
});
