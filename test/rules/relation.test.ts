import { compileRule, evaluateRule, isRuleError, type Rule } from "../../src/rules";
import { facts, vocabulary, type StatedFacts } from "./a-template";

function rule(relation: string, more: Partial<Rule> = {}): Rule {
  return { number: "R1", forms: [], relation, class: "mustFix", missing: "anyMissing", ...more };
}

function compiled(line: Rule) {
  const result = compileRule(line, vocabulary);
  if (isRuleError(result)) throw new Error(`${result.part}: ${result.code}`);
  return result;
}

function ask(line: Rule, stated: StatedFacts) {
  return evaluateRule(compiled(line), facts(stated));
}

describe("a relation", () => {
  it("holds or fails, and says both sides' values", () => {
    const line = rule("0102=0103+0104+0105+0106+0107+0108");
    const parts = { "0103": 1, "0104": 2, "0105": 3, "0106": 4, "0107": 5, "0108": 6 };
    expect(ask(line, { current: { ...parts, "0102": 21 } })).toEqual({
      outcome: "passed",
      left: 21,
      right: 21,
    });
    expect(ask(line, { current: { ...parts, "0102": 20 } })).toEqual({
      outcome: "failed",
      left: 20,
      right: 21,
    });
  });

  it.each([
    ["0216<=0201", { "0216": 5, "0201": 5 }, "passed"],
    ["0216≤0201", { "0216": 6, "0201": 5 }, "failed"],
    ["NG1310＝NG1321＋NG1320", { NG1310: 3, NG1321: 1, NG1320: 2 }, "passed"],
    ["CA6110+CA6210=NG1310+NM4310", { CA6110: 1, CA6210: 2, NG1310: 3, NM4310: 1 }, "failed"],
    ["0216不超过0201", { "0216": 6, "0201": 5 }, "failed"],
    ["0216 不得大于 0201", { "0216": 5, "0201": 5 }, "passed"],
    ["0201应大于等于0216", { "0216": 6, "0201": 5 }, "failed"],
    ["0201大于或等于0216", { "0216": 5, "0201": 5 }, "passed"],
    ["0201不少于0216", { "0216": 6, "0201": 5 }, "failed"],
    ["0102必须等于0103加0104减去0105", { "0102": 5, "0103": 4, "0104": 3, "0105": 2 }, "passed"],
    ["已建关工委组织总数小于0103且0201大于0", { "0102": 5, "0103": 4, "0201": 2 }, "failed"],
    ["0102不等于0103", { "0102": 5, "0103": 5 }, "failed"],
  ])("stands as offices write it: %s", (relation, current, outcome) => {
    expect(ask(rule(relation), { current }).outcome).toBe(outcome);
  });

  it("of more than one comparison is one condition without sides", () => {
    const line = rule("0112<=0102 且 0102<=0101");
    expect(compiled(line).sides).toBeNull();
    expect(ask(line, { current: { "0112": 3, "0102": 2, "0101": 5 } })).toEqual({
      outcome: "failed",
      left: null,
      right: null,
    });
  });

  it("knows which side is a single line", () => {
    const { sides } = compiled(rule("0102+0103=0201"));
    expect(sides?.left).toMatchObject({ codes: ["0102", "0103"], singleCode: null });
    expect(sides?.right).toMatchObject({ codes: ["0201"], singleCode: "0201" });
    expect(compiled(rule("0215=上年(0201)")).sides?.right.singleCode).toBeNull();
  });

  it("that divides by zero is skipped", () => {
    expect(ask(rule("0112/0102<=1"), { current: { "0112": 1, "0102": 0 } }).outcome).toBe("skipped");
  });

  it("that puts text where a number belongs is skipped and says why", () => {
    expect(ask(rule("0102+1>0"), { current: { "0102": "很多" } })).toMatchObject({
      outcome: "skipped",
      failure: "notANumber",
    });
  });
});

describe("the tolerance", () => {
  const line = (relation: string) => rule(relation, { tolerance: 0.05 });

  it.each([
    ["0102=0112", 80.75, 80.7, "passed"],
    ["0102=0112", 80.65, 80.6, "passed"],
    ["0102=0112", 80.76, 80.7, "failed"],
    ["0102<=0112", 80.74, 80.7, "passed"],
    ["0102<=0112", 80.8, 80.7, "failed"],
    ["0102<0112", 80.68, 80.7, "failed"],
  ])("of 0.05 in %s with %p and %p: %s", (relation, left, right, outcome) => {
    expect(ask(line(relation), { current: { "0102": left, "0112": right } }).outcome).toBe(outcome);
  });

  it("does not reach into the condition of an IF", () => {
    const stated = { current: { "0102": 0.03, "0112": 5, "0103": 9 } };
    expect(ask(line("IF(0102>0,0112=0103,0112=0112)"), stated).outcome).toBe("failed");
  });
});

describe("a precondition", () => {
  const line = rule("0117=否", { precondition: "0118=否" });

  it("decides whether the rule is asked", () => {
    expect(ask(line, { current: { "0117": true, "0118": false } }).outcome).toBe("failed");
    expect(ask(line, { current: { "0117": true, "0118": true } }).outcome).toBe("skipped");
    expect(ask(line, { current: { "0117": true } }).outcome).toBe("skipped");
  });

  it("takes what is missing for 0 where the rule is never skipped", () => {
    const never = rule("0117<>是", { precondition: "0118<>是", missing: "never" });
    expect(ask(never, { current: { "0117": true } }).outcome).toBe("failed");
  });
});

describe("where something is missing", () => {
  const current = { "0102": 5, "0103": 5 };
  const nothing = {};

  it.each([
    ["never", current, "passed"],
    ["allMissing", current, "passed"],
    ["anyMissing", current, "skipped"],
    ["never", nothing, "passed"],
    ["allMissing", nothing, "skipped"],
    ["anyMissing", nothing, "skipped"],
  ] as const)("the strategy %s of %p says: %s", (missing, stated, outcome) => {
    expect(ask(rule("0102=0103+0104", { missing }), { current: stated }).outcome).toBe(outcome);
  });

  it("a missing list is an operand like others", () => {
    expect(ask(rule("0201=ROWS(L3)"), { current: { "0201": 4 } }).outcome).toBe("skipped");
    expect(ask(rule("0201=ROWS(L3)", { missing: "never" }), { current: { "0201": 4 } })).toEqual({
      outcome: "failed",
      left: 4,
      right: 0,
    });
  });

  it("so is last year", () => {
    const line = rule("0215=0201-上年(0201)");
    expect(ask(line, { current: { "0215": 1, "0201": 4 } }).outcome).toBe("skipped");
    expect(ask(line, { current: { "0215": 1, "0201": 4 }, lastYear: { "0201": 3 } }).outcome).toBe("passed");
  });
});

describe("a wrong rule is refused", () => {
  it.each([
    ["0102+0103", undefined, "relation", "notARelation", 0],
    ["0102=", undefined, "relation", "missingOperand", 5],
    ["0102=0103~0104", undefined, "relation", "manyValues", 5],
    ["0102=0103", "0104=[没有]", "precondition", "unknownName", 5],
  ])("%s where %s: the %s, %s at %i", (relation, precondition, part, code, position) => {
    const line = rule(relation, precondition === undefined ? {} : { precondition });
    expect(compileRule(line, vocabulary)).toMatchObject({ part, code, position });
  });
});
