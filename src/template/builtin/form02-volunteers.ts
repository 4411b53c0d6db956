import { difference, EVERYONE, form, line } from "./shorthand";

export const form02 = form(
  "关工02",
  "五老队伍",
  EVERYONE,
  [
    line("0201", "五老志愿者总数", "人", "stock", {
      headline: true,
      guidance: "年末登记在册的五老志愿者人数，一人只计一次。",
    }),
    line("0202", "其中：老干部", "人", "stock", {
      indent: 1,
      guidance: "按主要身份归入一类，各类之和等于 0201。",
    }),
    line("0203", "老战士", "人", "stock", { indent: 2, guidance: "按主要身份归入一类。" }),
    line("0204", "老专家", "人", "stock", { indent: 2, guidance: "按主要身份归入一类。" }),
    line("0205", "老教师", "人", "stock", { indent: 2, guidance: "按主要身份归入一类，老教授计入此项。" }),
    line("0206", "老模范", "人", "stock", { indent: 2, guidance: "按主要身份归入一类。" }),
    line("0207", "其他", "人", "stock", { indent: 2, guidance: "不属于以上五类的志愿者。" }),
    line("0208", "总数中：女", "人", "stock", { indent: 1, guidance: "0201 中的女性人数。" }),
    line("0209", "中共党员", "人", "stock", { indent: 2, guidance: "0201 中的中共党员人数。" }),
    line("0210", "64 岁及以下", "人", "stock", {
      indent: 1,
      guidance: "按年末周岁。三个年龄段之和等于 0201。",
    }),
    line("0211", "65 至 70 岁", "人", "stock", { indent: 1, guidance: "按年末周岁。" }),
    line("0212", "71 岁及以上", "人", "stock", { indent: 1, guidance: "按年末周岁。" }),
    line("0213", "本年新增", "人", "sum", { guidance: "本年新登记的五老志愿者人数。" }),
    line("0214", "本年退出", "人", "sum", { guidance: "本年因年龄、健康、迁出等退出的人数。" }),
    difference("0215", "净增", "人", "0201-上年(0201)", {
      guidance: "自动计算：本年总数减上年总数，应等于 0213 减 0214。",
    }),
    line("0216", "五老骨干", "人", "stock", {
      headline: true,
      guidance: "经常参加活动的骨干人数，不超过 0201。",
    }),
    line("0217", "骨干占比", "%", "ratio", {
      headline: true,
      formula: "0216/0201*100",
      max: 100,
      guidance: "自动计算：0216 ÷ 0201。",
    }),
    line("0218", "报告团（宣讲团）", "个", "stock", { guidance: "年末五老报告团、宣讲团数。" }),
    line("0219", "报告团（宣讲团）成员", "人", "stock", { guidance: "年末报告团、宣讲团成员人数。" }),
    line("0220", "法治副校长（本年调整、聘任）", "人", "sum", {
      guidance: "本年调整或聘任的法治副校长人数。",
    }),
  ],
  { notes: ["五老：老干部、老战士、老专家、老教师、老模范。人数按实有人数，不按人次。"] },
);
