/** Lists of which only filled copies exist: records go, the head stays. */
import { discoverCopies } from "../../../src/form-discovery/copies/discover-copies";
import { kindsOf } from "../../../src/form-discovery/copies/group-copies";
import { unitOfSheets, unitsOfCopies } from "../../../src/form-discovery/copies/units-of-copies";
import { UNITS, workbookOf, type Rows } from "../../fixtures/own-form";

const HEAD: Rows = [["序号", "设备名称", "购置日期", "数量", "金额（元）", "保管人"]];
const RECORDS: readonly Rows[] = [
  [[1, "电脑", "2021-3-2", 2, 8000, "张三"], [2, "打印机", "2022-5-1", 1, 1500, "李四"], [3, "电脑", "2023-1-9", 1, 4200, "张三"]],
  [[1, "投影仪", "2020-7-7", 1, 5200, "王五"], [2, "电脑", "2021-3-2", 4, 16000, "王五"]],
  [[1, "空调", "2019-6-1", 2, 6000, "赵六"], [2, "电脑", "2020-2-2", 3, 9900, "钱七"], [3, "空调", "2022-8-8", 1, 3100, "钱七"], [4, "音响", "2024-4-4", 1, 900, "赵六"]],
]; // prettier-ignore

const files = RECORDS.map((records, i) => ({
  name: `${UNITS[i]}.xlsx`,
  workbook: workbookOf({
    name: "设备台账",
    rows: [
      ["设备台账"],
      [`填报单位：${UNITS[i]}`],
      ...HEAD,
      ...records,
      ["合计", null, null, 1, 2],
      [`填表人：${String(i)}`],
    ],
    merges: ["A1:F1"],
  }),
}));

it("finds in copies of different length the list that their blank has, and nothing of its records", () => {
  const [kind, ...others] = kindsOf(files);
  expect(others).toEqual([]);
  const { discovery } = discoverCopies(kind!, unitOfSheets(unitsOfCopies(kind!.copies)), { title: "报表" });
  expect(discovery.forms[0]!.own!.tables).toEqual([]);
  expect(
    discovery.lists.map(({ columns }) =>
      columns.map(({ name, kind: of, summed = false }) => [name, of, summed]),
    ),
  ).toEqual([
    [
      ["设备名称", "text", false],
      ["购置日期", "text", false],
      ["数量", "decimal", true],
      ["金额", "decimal", true],
      ["保管人", "text", false],
    ],
  ]);
  expect(JSON.stringify(discovery)).not.toMatch(/张三|投影仪|8000/);
});

it("takes rows whose labels all copies share for lines of a table", () => {
  const tables = UNITS.slice(0, 3).map((unit, i) => ({
    name: `${unit}.xlsx`,
    workbook: workbookOf({
      name: "表",
      rows: [
        ["情况表"],
        ["项目", "本年", "上年", "说明"],
        ["会议", i + 1, 2, `${unit}开会`],
        ["培训", i + 4, 3, `${unit}培训`],
      ],
    }),
  }));
  const [kind] = kindsOf(tables);
  const { discovery } = discoverCopies(kind!, unitOfSheets(unitsOfCopies(kind!.copies)), { title: "报表" });
  expect(discovery.lists).toEqual([]);
  expect(discovery.forms[0]!.own!.tables[0]!.lines.map(({ key }) => key)).toEqual(["会议", "培训"]);
});
