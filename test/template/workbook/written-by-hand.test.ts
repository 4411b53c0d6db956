import type { Template } from "../../../src/template/template";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import { read, sentences } from "./edited";

type Row = readonly (string | number | null)[];
type Sheets = Readonly<Record<string, readonly Row[]>>;

const workbookOf = (sheets: Sheets): ReturnType<typeof workbookFromPlan> =>
  workbookFromPlan({
    names: [],
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      cells: rows.flatMap((row, r) =>
        row.flatMap((value, column) => (value === null ? [] : [{ row: r, column, value }])),
      ),
    })),
  });

const SETTINGS: readonly Row[] = [
  ["报出日期最早", "11-01"],
  ["报出日期最晚", "01-31"],
  ["与上年相差超过（%）须说明", 30],
  ["每场人次最少", 5],
  ["每场人次最多", 1000],
  ["人均金额最少（元）", 50],
  ["人均金额最多（元）", 10000],
  ["五好率变动超过（百分点）须说明", 15],
  ["五好率变动只看组织数不少于", 10],
  ["最大值超过第二名的倍数须说明", 3],
];

/** A women's federation's, typed from a paper form: headings in two rows, marks of columns, kinds left out. */
const OFFICE: Sheets = {
  说明: [
    ["项目", "内容"],
    ["模板编号", "fulian"],
    ["模板名称", "妇女儿童工作统计年报"],
    ["县（市、区）", "临江市"],
    ["制表机关", "临江市妇女联合会"],
    ...SETTINGS,
  ],
  指标: [
    ["妇女儿童工作统计指标（计量单位：个、人、元）"],
    ["表号", "指标代码", "指标名称", "单位", "类型", "汇总", null, "由谁填报"],
    [null, null, null, null, null, "汇总方式", "公式"],
    ["甲", "乙", "丙", "丁", 1, 2, 3, 4],
    ["妇联00", "00", "封面", null, "封面"],
    [null, "0001", "单位代码"],
    [null, "0002", "单位名称"],
    [null, "0006", "填表人"],
    [null, "0007", "报出日期"],
    [null, "0008", "是否盖章"],
    ["妇联01", "01", "组织建设", null, "表", null, null, "乡镇、街道"],
    [null, 101, "执委人数", "人", "整数型", "年末数"],
    [null, 102, "其中：女党员", "人", null, "年末数"],
    [null, 103, "女党员占比", "%", null, "比率", "0102/0101*100"],
    [null, 104, "全年经费", "元"],
    [null, 105, "人均经费", "元", null, null, "0104÷0101"],
  ],
  明细表: [["编号", "列名", "类型"]],
  单位: [
    ["代码", "单位名称", "类别"],
    ["X01", "东风镇", "乡镇"],
    ["X02", "市残联", "市直"],
    ["X03", "市妇联", "本级"],
  ],
  审核关系: [
    ["序号", "报表代码", "公式", "性质"],
    [1, "妇联01", "0102不超过0101", "强制性"],
    [2, "妇联01", "全年经费应大于或等于0", "核实"],
  ],
};

const linesOf = ({ forms }: Template) =>
  Object.fromEntries(forms.flatMap(({ indicators }) => indicators).map((line) => [line.code, line]));

describe("a template that another office typed itself", () => {
  it("is read as it is meant", () => {
    const template = read(workbookOf(OFFICE));
    const lines = linesOf(template);
    expect(Object.entries(lines).map(([code, { kind, aggregation }]) => [code, kind, aggregation])).toEqual([
      ["0001", "text", "text"],
      ["0002", "text", "text"],
      ["0006", "text", "text"],
      ["0007", "date", "text"],
      ["0008", "yesNo", "text"],
      ["0101", "whole", "stock"],
      ["0102", "whole", "stock"],
      ["0103", "percent", "ratio"],
      ["0104", "amount", "sum"],
      ["0105", "decimal", "computed"],
    ]);
    expect(lines["0103"]).toMatchObject({ formula: "0102/0101*100", measure: "%", fills: ["T"] });
    expect(template.units.map(({ kind }) => kind)).toEqual(["T", "D", "H"]);
    expect(template.rules.map((rule) => [rule.forms, rule.class])).toEqual([
      [["妇联01"], "mustFix"],
      [["妇联01"], "explain"],
    ]);
  });

  it("says of notes under a table, once each, that nobody reads them there", () => {
    const notes = [["注：1.本表由乡镇填报。"], ["2.金额以元为单位。"], [null, null, "填表人：　　审核人："]];
    expect(sentences(workbookOf({ ...OFFICE, 指标: [...OFFICE["指标"]!, ...notes] }))).toEqual([
      expect.stringContaining("指标!A17：这一行像是注解，不是表里的内容：“注：1.本表由乡镇填报。”"),
      expect.stringContaining("指标!A18：这一行像是注解"),
      expect.stringContaining("指标!C19：这一行像是注解"),
    ]);
  });
});
