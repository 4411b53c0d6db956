import { difference, EVERYONE, form, line } from "./shorthand";

export const form01 = form(
  "关工01",
  "组织建设",
  EVERYONE,
  [
    line("0101", "应建关工委组织数", "个", "stock", { guidance: "按规定应当建立关工委的单位数，含本单位。" }),
    line("0102", "已建关工委组织总数", "个", "computed", {
      headline: true,
      formula: "SUM(0103~0108)",
      guidance: "自动计算：0103 至 0108 之和。",
    }),
    line("0103", "其中：乡镇街道级", "个", "stock", {
      indent: 1,
      guidance: "年末已建的乡镇、街道关工委数。",
    }),
    line("0104", "市直部门", "个", "stock", {
      indent: 2,
      guidance: "年末已建的市直部门关工委数，含市关工委本级。",
    }),
    line("0105", "村", "个", "stock", { indent: 2, guidance: "年末已建的行政村关工委数。" }),
    line("0106", "社区", "个", "stock", { indent: 2, guidance: "年末已建的社区关工委数。" }),
    line("0107", "学校", "个", "stock", {
      indent: 2,
      guidance: "年末已建的学校关工委数。由一个单位填报，不要与市教育局重复。",
    }),
    line("0108", "企业及其他", "个", "stock", { indent: 2, guidance: "年末已建的企业和其他关工委数。" }),
    line("0109", "组建率", "%", "ratio", { formula: "0102/0101*100", guidance: "自动计算：0102 ÷ 0101。" }),
    line("0110", "关工小组数", "个", "stock", { guidance: "年末村（社区）、学校、企业等下设的关工小组数。" }),
    line("0111", "其中：本年新建", "个", "sum", {
      indent: 1,
      floor: 20,
      guidance: "本年新成立的关工小组数，不超过 0110。",
    }),
    line("0112", "达到“五好”的组织数", "个", "stock", {
      headline: true,
      guidance:
        "领导班子好、骨干队伍好、制度健全好、活动经常好、积极创新好，五条都达到的组织数，不超过 0102。",
    }),
    line("0113", "五好率", "%", "ratio", {
      headline: true,
      formula: "0112/0102*100",
      max: 100,
      guidance: "自动计算：0112 ÷ 0102。",
    }),
    difference("0114", "五好率比上年", "个百分点", "0113-上年(0113)", {
      kind: "decimal",
      indent: 1,
      carried: false,
      floor: 15,
      guidance: "自动计算：本年五好率减上年五好率。",
    }),
    line("0115", "班子成员数", "人", "stock", { guidance: "年末本单位及所属关工委领导班子成员人数。" }),
    line("0116", "本年调整充实常务副主任", "人", "sum", { guidance: "本年新任或调整的常务副主任人数。" }),
    line("0117", "常务副主任兼任老干部党支部书记", "", "count", {
      fills: ["T"],
      guidance: "只由乡镇、街道填。已设老干部党支部（0118 为“是”）的才可填“是”。",
    }),
    line("0118", "已设老干部党支部", "", "count", { fills: ["T"], guidance: "只由乡镇、街道填“是”或“否”。" }),
    line("0119", "少儿假日学校（校外阵地）", "所", "stock", {
      guidance: "年末正常开展活动的少儿假日学校、校外活动阵地数。",
    }),
    line("0120", "主题中队（靖宇中队等）", "个", "stock", { guidance: "年末命名的靖宇中队等主题中队数。" }),
  ],
  { notes: ["年末数按 12 月 31 日（或报出日）的实有数填写；“本年”各项为 1 月 1 日至报出日的累计数。"] },
);
