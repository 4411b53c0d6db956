import { EVERYONE, form, line } from "./shorthand";

export const form04 = form(
  "关工04",
  "主题教育与宣讲",
  EVERYONE,
  [
    line("0401", "宣讲报告场次（合计）", "场", "sum", {
      continuous: true,
      key: true,
      guidance: "0402 至 0405 之和，等于明细表 L1 中“宣讲”的场次。只由主办单位填报。",
    }),
    line("0402", "其中：抗美援朝主题", "场", "sum", { indent: 1, guidance: "以抗美援朝为主题的宣讲场次。" }),
    line("0403", "抗联、红色主题", "场", "sum", {
      indent: 2,
      guidance: "以东北抗联和其他红色历史为主题的宣讲场次。",
    }),
    line("0404", "抗疫主题", "场", "sum", { indent: 2, guidance: "以抗疫精神为主题的宣讲场次。" }),
    line("0405", "其他主题", "场", "sum", { indent: 2, guidance: "其他主题的宣讲场次。" }),
    line("0406", "宣讲受教育青少年", "人次", "sum", {
      sessions: "0401",
      continuous: true,
      guidance: "各场宣讲到场青少年人次之和。",
    }),
    line("0407", "主题教育活动", "场", "sum", {
      key: true,
      guidance: "班会、演讲、祭扫、开放日、演出等，不含宣讲。",
    }),
    line("0408", "主题教育活动参加", "人次", "sum", {
      sessions: "0407",
      guidance: "各场主题教育活动参加人次之和。",
    }),
    line("0409", "其中：主题班会", "场", "sum", { indent: 1, guidance: "0407 中的主题班会场次。" }),
    line("0410", "征文参与学生", "人", "sum", { floor: 100, guidance: "参加主题征文的学生人数。" }),
    line("0411", "上报优秀征文", "篇", "sum", { indent: 1, floor: 10, guidance: "选送上报的优秀征文篇数。" }),
    line("0412", "受表彰学生", "人", "sum", { indent: 1, guidance: "征文中受表彰奖励的学生人数。" }),
    line("0413", "展板、手抄报", "份", "sum", { guidance: "制作的主题展板和手抄报份数。" }),
    line("0414", "红色研学", "人次", "sum", { guidance: "参加红色研学的学生人次。" }),
    line("0415", "编印教材、图书", "部", "sum", { guidance: "编印的教材、图书部数，不是印数。" }),
    line("0416", "教材、图书字数", "万字", "sum", {
      kind: "decimal",
      indent: 1,
      guidance: "以万字为单位，可填小数。",
    }),
    line("0417", "创编歌曲", "首", "sum", { floor: 20, guidance: "创作、改编的歌曲首数。" }),
    line("0418", "录制视频、微电影", "期·部", "sum", { guidance: "录制的专题视频期数和微电影部数之和。" }),
    line("0419", "微视频", "个", "sum", { floor: 100, guidance: "学生等自拍的微视频个数，不计入 0418。" }),
    line("0420", "文明素质、创城活动", "场", "sum", { guidance: "文明素质教育和创建文明城市活动场次。" }),
    line("0421", "书画艺术等其他征集", "件", "sum", {
      floor: 50,
      guidance: "征文以外征集的书画、摄影等作品件数。",
    }),
  ],
  { notes: ["同一场活动由主办单位填报一次，协办单位不重复填报。“人次”为各场之和，不与“人”相加。"] },
);
