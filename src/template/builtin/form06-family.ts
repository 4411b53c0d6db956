import { EVERYONE, form, line } from "./shorthand";

export const form06 = form("关工06", "家校家风", EVERYONE, [
  line("0601", "家长学校", "所", "stock", { guidance: "年末正常开展活动的家长学校数。" }),
  line("0602", "家教宣讲、交流会", "场", "sum", { key: true, guidance: "家教家风宣讲、经验交流会场次。" }),
  line("0603", "家教宣讲、交流会参加", "人次", "sum", {
    sessions: "0602",
    guidance: "各场参加人次之和，不含线上收看。",
  }),
  line("0604", "经验介绍家长", "人", "sum", { guidance: "在交流会上介绍经验的家长人数。" }),
  line("0605", "家教宣讲稿", "份", "sum", { guidance: "五老撰写的家教宣讲稿份数。" }),
  line("0606", "上报典型材料", "份", "sum", {
    guidance: "上报的先进典型经验材料份数，不少于 0607 与 0608 之和。",
  }),
  line("0607", "其中：先进集体", "个", "sum", {
    indent: 1,
    guidance: "受表扬的先进集体数，与明细表 L5 一致。",
  }),
  line("0608", "先进个人", "人", "sum", { indent: 2, guidance: "受表扬的先进个人数，与明细表 L5 一致。" }),
  line("0609", "线上交流收看", "人次", "sum", {
    fills: ["H"],
    floor: 2000,
    guidance: "只由市关工委本级填报，以免重复。",
  }),
  line("0610", "致家长一封信", "份", "sum", { floor: 500, guidance: "发放的“致家长一封信”份数。" }),
]);
