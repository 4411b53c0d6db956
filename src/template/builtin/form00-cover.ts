import { EVERYONE, form, line } from "./shorthand";

/** The first five lines are filled in when the form is issued. */
export const form00 = form(
  "关工00",
  "封面",
  EVERYONE,
  [
    line("0001", "单位代码", "", "text", { required: true, guidance: "下发时已填好，不要改动。" }),
    line("0002", "单位名称", "", "text", { required: true, guidance: "下发时已填好，不要改动。" }),
    line("0003", "单位类型", "", "text", {
      kind: "choice",
      choices: ["乡镇街道", "市直部门", "市本级"],
      required: true,
      guidance: "下发时已填好，不要改动。",
    }),
    line("0004", "年度", "", "text", {
      required: true,
      guidance: "本表统计的年度，下发时已填好，不要改动。",
    }),
    line("0005", "模板编号及版本", "", "text", { required: true, guidance: "下发时已填好，不要改动。" }),
    line("0006", "单位负责人", "", "text", { required: true, guidance: "填本单位关工委负责人姓名。" }),
    line("0007", "审核人", "", "text", { required: true, guidance: "填核对本套报表的人员姓名。" }),
    line("0008", "填表人", "", "text", { required: true, guidance: "填填写本套报表的人员姓名。" }),
    line("0009", "联系电话", "", "text", {
      required: true,
      guidance: "填填表人的办公电话或手机，便于核实。",
    }),
    line("0010", "报出日期", "", "max", {
      kind: "date",
      required: true,
      carried: false,
      guidance: "填报出这套报表的日期，例如 2020-12-22。",
    }),
    line("0011", "是否盖章", "", "text", {
      kind: "yesNo",
      required: false,
      carried: false,
      guidance: "纸质报表已加盖公章的填“是”。",
    }),
    line("0012", "修订次数", "次", "text", {
      kind: "whole",
      required: false,
      carried: false,
      guidance: "第一次报送填 0，每退回重报一次加 1。",
    }),
  ],
  {
    layout: "cover",
    notes: [
      "浅黄色格子由填报单位填写，其余格子已锁定，不必也不要改动。",
      "没有发生的填 0；不属于本单位的项目（灰色格子）不填。",
      "金额一律以“元”为单位填整数，不填“万元”。",
      "各表右侧“说明”栏用来解释与上年相差较大等情况。",
    ],
  },
);
