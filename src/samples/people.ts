/** Invented people. Any likeness to persons living or dead is chance. */
import { pick, type Random } from "./random";

const SURNAMES = [
  ..."王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武",
];
const MEN = [..."国建志德明永福玉文春树长广庆海成学忠清荣军平林山华东贵宝祥仁义勇正云龙"];
const WOMEN = [..."淑桂秀玉凤兰英华梅珍霞红丽艳芳敏洁云素月琴萍娟香莲芬芝翠"];

export type Sex = "男" | "女";

/** A name of three characters, sometimes of two. */
export function fullName(random: Random, sex: Sex): string {
  const given = sex === "男" ? MEN : WOMEN;
  const first = pick(random, given);
  let second = pick(random, given);
  if (second === first) second = "";
  return pick(random, SURNAMES) + first + second;
}

/** A child is named by surname only: minors' names do not belong in a workbook that is sent session. */
export function childName(random: Random): string {
  return `${pick(random, SURNAMES)}某某`;
}
