import { copies, discover, file, fill, FORM, UNITS } from "./copies";

const rulesIn = (files: Parameters<typeof discover>[0]): string[] =>
  discover(files).rules.map(({ relation, source }) => `${relation} ${source}`);

const TYPED = FORM.map((row) => (row[0] === "合计" ? ["合计", "04", "?", "?"] : row));

it("proposes a total line that is the sum of the others in all copies", () => {
  const files = UNITS.map((unit, i) => file(unit, fill(TYPED, unit, [i, 5, 2, i, 3, 2, i + 5, i + 7])));
  expect(rulesIn(files)).toEqual(["04行=01行+02行+03行 各份相符"]);
});

it("proposes a total column", () => {
  const form = [
    FORM[0]!,
    FORM[1]!,
    ["项目", "合计", "男", "女"],
    ["小学", "?", "?", "?"],
    ["初中", "?", "?", "?"],
  ];
  const files = UNITS.map((unit, i) => file(unit, fill(form, unit, [i + 4, i, 4, 2 * i + 1, 1, 2 * i])));
  expect(rulesIn(files)).toEqual(["合计栏=男栏+女栏 各份相符"]);
});

it("proposes nothing that holds by zeros alone, in some copies only, or by a formula", () => {
  const zeros = UNITS.map((unit) => file(unit, fill(TYPED, unit, [0])));
  const once = UNITS.map((unit, i) => file(unit, fill(TYPED, unit, [1, 1, 1, 1, 1, 1, i === 0 ? 4 : 3, 3])));
  expect([rulesIn(zeros), rulesIn(copies())]).toEqual([[], []]);
  expect(rulesIn(once)).toEqual([]);
});
