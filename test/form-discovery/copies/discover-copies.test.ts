import { cellsOf } from "../../../src/workbook/cells";
import { toA1 } from "../../../src/workbook/address";
import { discoverForms } from "../../../src/form-discovery/discover";
import { kindsOf } from "../../../src/form-discovery/copies/group-copies";
import { blankSheet, blankWorkbook } from "../../fixtures/layouts/blank";
import { copies, discover, file, fill, FORM, UNITS, USES, usesOf, withRow } from "./copies";

const textsOf = ({ blank }: ReturnType<typeof discover>): Record<string, unknown> =>
  Object.fromEntries(
    blank.sheets.flatMap((sheet) =>
      [...cellsOf(sheet)].map(({ row, column, value, formula }) => [
        toA1(row, column),
        formula === undefined ? value : `=${formula}`,
      ]),
    ),
  );

it("finds in copies what is in their blank, and nothing of the units", () => {
  const found = discover(copies());
  const blank = blankWorkbook(blankSheet("农情", fill(FORM, "", [null])));
  expect(found.discovery.forms[0]!.own!.tables).toEqual(discoverForms(blank).forms[0]!.own!.tables);
  expect(found.units).toEqual([...UNITS]);
  const texts = textsOf(found);
  expect(texts).toMatchObject({
    A2: "填报单位：",
    A8: "填表人：",
    C8: "填报日期：",
    C7: "=C4+C5+C6",
  });
  expect(JSON.stringify(texts)).not.toMatch(/头道|榆林|花甸|青石|2020/);
});

it.each([
  ["two copies", copies(FORM, ["头道镇", "榆林镇"])],
  [
    "thirty copies",
    copies(
      FORM,
      Array.from(
        { length: 30 },
        (_, i) => `${"甲乙丙丁戊己庚辛壬癸"[i % 10]}${"东西南"[Math.floor(i / 10)]}镇`,
      ),
    ),
  ],
  ["copies that nobody filled among them", [...copies(), file("台上镇", fill(FORM, "台上镇", [null]))]],
  ["cells in which all agree", UNITS.map((unit, i) => file(unit, fill(FORM, unit, [0, i, 0, i, 0, null])))],
  ["words for none in all", UNITS.map((unit, i) => file(unit, fill(FORM, unit, ["无", i, i, 2, 3, i])))],
  ["one copy twice", [...copies(), { ...copies()[0]!, name: "头道镇(1).xlsx" }]],
  [
    "numbers as text",
    UNITS.map((unit, i) => file(unit, fill(FORM, unit, i === 1 ? ["1,234", "5 "] : [i, 3 * i]))),
  ],
])("finds the cells to be filled in %s", (_, files) => {
  expect(usesOf(discover(files))).toEqual(USES);
});

it("takes no copy as the norm that departs from the others", () => {
  const [first, ...others] = copies();
  const odd = file("头道镇", withRow(fill(FORM, "头道镇", [1, 2, 3]), 4, ["本单位另加", "09", 77, 88]));
  expect(usesOf(discover([odd, ...others]))).toEqual(USES);
  const typed = file(
    "头道镇",
    fill(FORM, "头道镇", [1]).map((row) => (row[0] === "合计" ? ["合计", "04", 3, 3] : row)),
  );
  const found = discover([typed, ...others]);
  expect([usesOf(found), found.norm.name]).toEqual([USES, "榆林镇.xlsx"]);
  expect(first!.name).toBe("头道镇.xlsx");
});

it("finds the layout of most where every copy departs in another way", () => {
  const [a, b, c, d] = UNITS.map((unit, i) => fill(FORM, unit, [i + 1, i + 5, 2 * i]));
  const files = [
    file("头道镇", withRow(a!, 0, ["附件2"])),
    file("榆林镇", withRow(b!, 5, ["本单位另加", null, 4, 4])),
    file("花甸镇", blankSheet("农情（定稿）", c!)),
    file(
      "青石镇",
      d!.map((row) => [row[0]!, null, ...row.slice(1)]),
    ),
  ];
  const found = discover(files);
  expect([found.norm.name, found.blank.sheets[0]!.name]).toEqual(["花甸镇.xlsx", "农情"]);
  expect(usesOf(found)).toEqual(USES);
  expect(found.departures).toHaveLength(4);
  expect(found.departures).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ file: "头道镇.xlsx", added: ["附件2"], usualName: null }),
      expect.objectContaining({ file: "榆林镇.xlsx", added: ["本单位另加"] }),
      expect.objectContaining({ file: "青石镇.xlsx", moved: true, added: [] }),
      expect.objectContaining({ file: "花甸镇.xlsx", moved: false, usualName: "农情" }),
    ]),
  );
});

it("keeps a whole column that was filled before the form went out", () => {
  const form = FORM.map((row, i) =>
    i === 2 ? [...row, "去年完成"] : i >= 3 && i < 6 ? [...row, 100 + i] : row,
  );
  expect(usesOf(discover(copies(form)))).toEqual({
    ...USES,
    E4: "lastYear",
    E5: "lastYear",
    E6: "lastYear",
    E7: "lastYear",
  });
});

it("keeps words per unit", () => {
  const form = FORM.map((row, i) => (i === 2 ? [...row, "主要品种"] : i >= 3 && i < 6 ? [...row, "?"] : row));
  const files = UNITS.map((unit, i) => file(unit, fill(form, unit, [1 + i, 2, `品种${"甲乙丙丁"[i]}`])));
  expect(usesOf(discover(files))).toMatchObject({ E4: "text", E5: "text", E6: "text", C4: "sum" });
});

it("takes the version that says more where two are as frequent", () => {
  const revised = withRow(FORM, 6, ["高粱", "031", "?", "?"]);
  const files = UNITS.map((unit, i) => file(unit, fill(i < 2 ? FORM : revised, unit, [i + 1, 2 * i, 9])));
  expect(Object.keys(usesOf(discover(files)))).toHaveLength(10);
});

it.each([
  [
    "other lines",
    [
      ["检查内容", "次数", "隐患数", "整改数"],
      ["消防", "?", "?", "?"],
      ["矿山", "?", "?", "?"],
    ],
  ],
  ["the same lines under other headings", [["项目", "病虫害", "受灾", "绝收"], ...FORM.slice(3, 6)]],
])("parts copies of two forms with %s", (_, rows) => {
  const other = copies([["安全生产情况表"], ["填报单位：@"], ...rows]);
  const kinds = kindsOf([
    ...copies(),
    ...other.map(({ workbook }, i) => ({ name: `安全${i}.xlsx`, workbook })),
  ]);
  expect(kinds.map((kind) => kind.copies.length)).toEqual([4, 4]);
});

it("reads a workbook with a sheet for each unit as that many copies", () => {
  const sheets = UNITS.map((unit, i) => blankSheet(unit, fill(FORM, unit, [i + 1, 2 * i, 5])));
  const found = discover([file("全县", ...sheets)]);
  expect([usesOf(found), found.units]).toEqual([USES, [...UNITS]]);
  expect(found.blank.sheets.map(({ name }) => name)).toEqual(["农业生产情况统计表"]);
});
