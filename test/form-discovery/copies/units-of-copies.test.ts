import { kindsOf } from "../../../src/form-discovery/copies/group-copies";
import { unitsOfCopies } from "../../../src/form-discovery/copies/units-of-copies";
import { file, fill, FORM } from "./copies";

const bare = FORM.filter((_, row) => row !== 1);

function unitsIn(names: readonly string[], captions: readonly string[] | null = null) {
  const files = names.map((name, i) =>
    file(name, fill(captions ? FORM : bare, captions?.[i] ?? "", [i + 1, 7, i])),
  );
  return unitsOfCopies(kindsOf(files)[0]!.copies);
}

const namesOf = (names: readonly string[], captions: readonly string[] | null = null): string[] =>
  unitsIn(names, captions).units.map(({ name }) => name);

it.each([
  [["头道镇", "榆林镇"]],
  [["农情月报表头道镇", "农情月报表榆林镇"]],
  [["1.2020年6月农情（头道镇）最终版", "2.2020年6月农情（榆林镇）"]],
  [["收来的/头道镇上报", "收来的/榆林镇上报(1)"]],
])("takes units from names of files like %j", (names) => {
  expect(namesOf(names)).toEqual(["头道镇", "榆林镇"]);
});

it("takes them from captions first", () => {
  expect(namesOf(["1", "2"], ["头道镇（盖章）", "榆林镇"])).toEqual(["头道镇", "榆林镇"]);
});

it("takes no office that all copies name for their unit", () => {
  expect(namesOf(["头道镇", "榆林镇"], ["市统计局", "市统计局"])).toEqual(["头道镇", "榆林镇"]);
});

it("calls units as their files where nothing else names them", () => {
  expect(namesOf(["1", "2", "3"])).toEqual(["1", "2", "3"]);
});

it("takes spellings of one unit together", () => {
  const { units, alike } = unitsIn(["a", "b", "c"], ["青石镇", "青石镇人民政府", "集安市头道镇"]);
  expect(units).toMatchObject([{ name: "青石镇", aliases: ["青石镇人民政府"] }, { name: "集安市头道镇" }]);
  expect(alike).toEqual([["青石镇", "青石镇人民政府"]]);
});

it.each([
  [["青石镇", "集安市青石镇", "吉林省集安市青石镇"], 1],
  // Another school, whose name ends alike.
  [["第一中学", "朝阳第一中学"], 2],
  [["第一中学", "东区第一中学", "西区第一中学"], 2],
  [["中心小学", "青石镇中心小学", "头道镇中心小学"], 3],
])("of %j there are so many units: %i", (names, count) => {
  const units = unitsIn(
    names.map((_, i) => String(i)),
    names,
  );
  expect(units.units).toHaveLength(count);
});
