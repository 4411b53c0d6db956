/** X rules: what must hold between the forms and the detail lists, and between forms. */
import type { Rule } from "../../rules/rule";
import { EXPLAIN, rule, SUM } from "./rules-within";

const donated = (source: string): string =>
  `SUMIF(L2[来源],"${source}",L2[现金])+SUMIF(L2[来源],"${source}",L2[折价])`;

export const rulesAcross: readonly Rule[] = [
  rule(
    "X01",
    ["关工04", "L1"],
    '0401=SUMIF(L1[类别],"宣讲",L1[场次])',
    "宣讲报告场次（0401）填 {left} 场，明细表 L1 中类别为“宣讲”的场次之和是 {right} 场，相差 {difference}。",
    "核对 L1 有没有漏登、重登，类别有没有选错。",
    SUM,
  ),
  rule(
    "X02",
    ["关工07", "L2"],
    `0702=${donated("社会")}`,
    "协调社会力量（0702）填 {left} 元，明细表 L2 中来源为“社会”的现金与折价之和是 {right} 元，相差 {difference}。",
    "核对 L2 的来源和金额；金额单位是元，不是万元。",
    SUM,
  ),
  rule(
    "X02",
    ["关工07", "L2"],
    `0703=${donated("五老")}`,
    "五老捐款捐物（0703）填 {left} 元，明细表 L2 中来源为“五老”的现金与折价之和是 {right} 元，相差 {difference}。",
    "核对 L2 的来源和金额；金额单位是元，不是万元。",
    SUM,
  ),
  rule(
    "X03",
    ["关工07", "L3"],
    "0712=ROWS(L3)",
    "结对帮扶（0712）填 {left} 对，明细表 L3 登记了 {right} 行，相差 {difference}。",
    "每一对在 L3 登记一行，请核对。",
    SUM,
  ),
  rule(
    "X04",
    ["关工09", "L4"],
    "0901=ROWS(L4)",
    "上报稿件（0901）填 {left} 篇，明细表 L4 登记了 {right} 行，相差 {difference}。",
    "每篇稿件在 L4 登记一行，一稿多采也只登一行，请核对。",
  ),
  rule(
    "X05",
    ["关工02", "L7"],
    "0201=ROWS(L7)",
    "五老志愿者总数（0201）填 {left} 人，五老名册 L7 登记了 {right} 人。",
    "核对名册；名册尚未更新的，请在“说明”栏写明。",
    { ...EXPLAIN, precondition: "ROWS(L7)>0" },
  ),
  rule(
    "X07",
    ["关工10"],
    "1004=是",
    "年度经费（1015）大于 0，有工作经费（1004）却填“否”。",
    "核对两项：有经费的 1004 填“是”，没有的 1015 填 0；情况特殊的请在“说明”栏写明。",
    { ...EXPLAIN, precondition: "1015>0" },
  ),
  rule(
    "X07",
    ["关工10"],
    "1004=否",
    "有工作经费（1004）填“是”，年度经费（1015）却是 0。",
    "核对两项：有经费的在 1015 填金额，没有的 1004 填“否”；情况特殊的请在“说明”栏写明。",
    { ...EXPLAIN, precondition: "1015=0" },
  ),
  rule(
    "X08",
    ["关工10", "关工01"],
    "1016>=60",
    "考核得分（1016）是 {left} 分，低于 {right} 分，却填有达到“五好”的组织（0112 大于 0）。",
    "考核不合格的“五好”一票否决，请核对 1016 和 0112；情况属实的请在“说明”栏写明。",
    { ...EXPLAIN, precondition: "0112>0" },
  ),
];
