import { alike, comparable, editDistance } from "../../src/consolidation/text-likeness";

const same = (a: string, b: string): boolean => alike(comparable(a), comparable(b));

describe("two titles", () => {
  it("are the same whatever the width of signs, the blanks and the punctuation", () => {
    expect(same("“抗美援朝”故事（二） 宣讲", "抗美援朝故事(二)宣讲。")).toBe(true);
  });

  it("are the same where one of ten characters is a slip", () => {
    expect(same("集安市五老志愿者走进校园讲述抗联故事", "集安市五老志愿者走进学园讲述抗联故事")).toBe(true);
  });

  it("are different where more differs, and short common names must be equal", () => {
    expect(same("集安市五老志愿者走进校园讲述抗联故事", "集安市五老志愿者走进社区慰问困难家庭")).toBe(false);
    expect(same("宣讲活动", "宣传活动")).toBe(false);
    expect(same("宣讲活动", "宣讲活动")).toBe(true);
  });
});

describe("the distance of two texts", () => {
  it.each([
    ["", "", 0],
    ["", "三个字", 3],
    ["kitten", "sitting", 3],
    ["抗联故事", "抗联的故事", 1],
  ])("of %p and %p is %p", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
