import { form, line } from "./shorthand";

export const form08 = form(
  "关工08",
  "青年创业就业",
  ["T", "D"],
  [
    line("0801", "“两学一创”等小组", "个", "stock", { guidance: "年末开展活动的“两学一创”等小组数。" }),
    line("0802", "科技培训基地", "个", "stock", { guidance: "年末可用的青年科技培训基地数。" }),
    line("0803", "培训青年农民", "人次", "sum", { guidance: "各次培训参加人次之和。" }),
    line("0804", "技术指导", "次", "sum", { floor: 20, guidance: "五老上门、到田间的技术指导次数。" }),
    line("0805", "组织外出考察", "人", "sum", { guidance: "外出考察的青年农民人数。" }),
    line("0806", "帮助创业", "人", "sum", { guidance: "本年帮助创业、就业的青年人数。" }),
  ],
);
