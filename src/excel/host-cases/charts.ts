import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase, type Scratch } from "./host-case";

/** Two units, two lines, and a chart of them by columns. */
function volunteers({ sheet }: Scratch): Excel.Chart {
  const source = sheet.getRange("A1:C3");
  source.values = [
    ["单位", "今年", "上年"],
    ["台上镇", 210, 198],
    ["财源镇", 120, 130],
  ];
  return sheet.charts.add("ColumnClustered", source, "Columns");
}

async function pointsOf(
  context: Excel.RequestContext,
  series: Excel.ChartSeries,
  what: "Values" | "Categories",
) {
  const points = series.getDimensionValues(what);
  await context.sync();
  return points.value;
}

export const chartCases: readonly HostCase[] = [
  hostCase(
    "texts in the first row and column are the names and the categories",
    PAGES.charts,
    async (scratch) => {
      const { series } = volunteers(scratch);
      series.load("items/name");
      await scratch.context.sync();
      same(
        series.items.map(({ name }) => name),
        ["今年", "上年"],
      );
      same(await pointsOf(scratch.context, series.items[1]!, "Values"), [198, 130]);
      same(await pointsOf(scratch.context, series.items[1]!, "Categories"), ["台上镇", "财源镇"]);
    },
  ),
  hostCase("a chart's points follow the cells", PAGES.charts, async (scratch) => {
    const chart = volunteers(scratch);
    await scratch.context.sync();
    scratch.sheet.getRange("B2").values = [[300]];
    same(await pointsOf(scratch.context, chart.series.getItemAt(0), "Values"), [300, 120]);
  }),
  hostCase("a chart's points follow inserted rows", null, async (scratch) => {
    const chart = volunteers(scratch);
    scratch.sheet.getRange("1:2").insert("Down");
    scratch.sheet.getRange("B4").values = [[1]];
    same(await pointsOf(scratch.context, chart.series.getItemAt(0), "Values"), [1, 120]);
  }),
  hostCase(
    "filled again, a chart keeps its name, title and place",
    reference("chart", "setData"),
    async (scratch) => {
      const { context, sheet } = scratch;
      const chart = volunteers(scratch);
      chart.name = "志愿者";
      chart.title.text = "五老志愿者";
      chart.left = 240;
      sheet.getRange("E1:F2").values = [
        ["单位", "合计"],
        ["县", 2503],
      ];
      chart.setData(sheet.getRange("E1:F2"), "Columns");
      chart.load("name,left,title/text");
      await context.sync();
      same([chart.name, chart.left, chart.title.text], ["志愿者", 240, "五老志愿者"]);
      same(await pointsOf(context, chart.series.getItemAt(0), "Values"), [2503]);
    },
  ),
  hostCase(
    "a series can be given values and categories of its own",
    reference("chartseries", "setValues"),
    async (scratch) => {
      const { context, sheet } = scratch;
      const chart = volunteers(scratch);
      sheet.getRange("E1:F2").values = [
        ["甲", 8],
        ["乙", 9],
      ];
      const added = chart.series.add("目标");
      added.setValues(sheet.getRange("F1:F2"));
      added.setXAxisValues(sheet.getRange("E1:E2"));
      // A series that was added is known for one batch only.
      const [values, categories] = [
        added.getDimensionValues("Values"),
        added.getDimensionValues("Categories"),
      ];
      await context.sync();
      same(
        [values.value, categories.value],
        [
          [8, 9],
          ["甲", "乙"],
        ],
      );
    },
  ),
  hostCase(
    "a line on a second axis stands beside columns",
    reference("chartseries", "axisGroup"),
    async (scratch) => {
      const chart = volunteers(scratch);
      const rate = chart.series.getItemAt(1);
      rate.chartType = "Line";
      rate.axisGroup = "Secondary";
      const axis = chart.axes.getItem("Value", "Secondary");
      axis.numberFormat = "0%";
      rate.load("chartType,axisGroup");
      axis.load("numberFormat");
      await scratch.context.sync();
      same([rate.chartType, rate.axisGroup, axis.numberFormat], ["Line", "Secondary", "0%"]);
    },
  ),
  hostCase("a chart lies where its cells are", reference("chart", "setPosition"), async (scratch) => {
    const chart = volunteers(scratch);
    const cells = scratch.sheet.getRange("E2:H12");
    chart.setPosition("E2", "H12");
    chart.load("left,top,width,height");
    cells.load("left,top,width,height");
    await scratch.context.sync();
    const box = ({ left, top, width, height }: Excel.Range | Excel.Chart) => [left, top, width, height];
    same(box(chart).map(Math.round), box(cells).map(Math.round));
  }),
  hostCase("a deleted chart is gone", PAGES.errors, async (scratch) => {
    const { context, sheet } = scratch;
    const chart = volunteers(scratch);
    chart.name = "志愿者";
    chart.delete();
    const gone = sheet.charts.getItemOrNullObject("志愿者");
    gone.load("isNullObject");
    await context.sync();
    same(gone.isNullObject, true);
  }),
  hostCase("a pie has no axes", null, async (scratch) => {
    const chart = volunteers(scratch);
    chart.chartType = "Pie";
    chart.axes.valueAxis.load("visible");
    await refused(() => scratch.context.sync(), "ItemNotFound", "InvalidArgument", "GeneralException");
  }),
];
