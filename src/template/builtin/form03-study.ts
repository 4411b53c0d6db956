import { EVERYONE, form, line } from "./shorthand";

export const form03 = form("关工03", "学习培训", EVERYONE, [
  line("0301", "班子（中心组）理论学习", "次", "sum", {
    continuous: true,
    key: true,
    guidance: "关工委班子集中学习次数。",
  }),
  line("0302", "线下培训", "场", "sum", { guidance: "集中到场的培训场次。" }),
  line("0303", "线下参训", "人次", "sum", { sessions: "0302", guidance: "各场线下培训参加人次之和。" }),
  line("0304", "线上学习培训", "次", "sum", { guidance: "组织线上学习培训的次数。" }),
  line("0305", "线上参学", "人次", "sum", { sessions: "0304", guidance: "各次线上学习参加人次之和。" }),
  line("0306", "骨干培训（线上和线下）", "次", "sum", { guidance: "专门面向五老骨干的培训次数。" }),
  line("0307", "参加学习的五老", "人", "stock", { guidance: "一人只计一次，不超过五老志愿者总数（0201）。" }),
  line("0308", "心得体会", "篇", "sum", { guidance: "五老撰写的理论学习心得体会篇数。" }),
  line("0309", "编写学习材料", "份", "sum", { guidance: "本单位自编学习材料的种数，不是印数。" }),
  line("0310", "学习材料字数", "字", "sum", { guidance: "自编学习材料的总字数。" }),
]);
