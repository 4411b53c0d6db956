import { EVERYONE, form, line } from "./shorthand";

export const form05 = form("关工05", "法治教育", EVERYONE, [
  line("0501", "法治进校园、进社区活动", "场", "sum", {
    key: true,
    floor: 20,
    guidance: "由主办单位填报一次。",
  }),
  line("0502", "法律法规宣传", "次", "sum", { floor: 20, guidance: "集中宣传、咨询、发放资料等活动次数。" }),
  line("0503", "法治宣讲（五老）", "次", "sum", { guidance: "由五老主讲的法治报告次数。" }),
  line("0504", "法治宣讲受教育", "人次", "sum", { sessions: "0503", guidance: "各次法治宣讲到场人次之和。" }),
  line("0505", "受教育青少年合计", "人次", "sum", { guidance: "全部法治教育活动中受教育青少年人次。" }),
  line("0506", "宣传资料", "份", "sum", { floor: 500, guidance: "发放的法治宣传资料份数。" }),
  line("0507", "帮教失足青少年", "人", "sum", { guidance: "本年帮教的失足青少年人数，一人只计一次。" }),
]);
