import { check, corpus } from "./corpus";

const outcomes = (["sentences", "held-out"] as const).flatMap((name) => corpus(name).map(check));
const kinds = [...new Set(outcomes.map(({ sentence }) => sentence.kind))];

describe("sentences as offices write them, without county data", () => {
  it("are more than four hundred", () => {
    expect(outcomes.length).toBeGreaterThan(400);
  });

  it("accuse no number that is right or that nobody can check", () => {
    const traps = (["traps", "held-out-traps"] as const).flatMap((name) => corpus(name).map(check));
    const accused = [...outcomes, ...traps].filter(({ falselyAccused }) => falselyAccused.length > 0);
    expect(
      accused.map(({ sentence, falselyAccused }) => `${falselyAccused.join()}: ${sentence.text}`),
    ).toEqual([]);
  });

  it.each(kinds)("are told right from wrong, four in five or more: %s", (kind) => {
    const asked = outcomes.filter(({ sentence, found }) => sentence.kind === kind && found !== null);
    expect(asked.filter(({ found }) => found).length / asked.length).toBeGreaterThan(0.8);
  });
});
