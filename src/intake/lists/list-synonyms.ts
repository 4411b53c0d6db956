/** Everyday words for a list's headings. Each group is one thing; the template's own word is among them. */
import { LabelBook } from "../labels";

const GROUPS: readonly string[] = [
  "日期 时间 年月日 活动日期 活动时间 开展日期 开展时间 举办时间 捐赠日期 捐赠时间 捐助时间 捐款时间 发表日期 发表时间 刊登时间 刊发时间 采用时间 发文日期 发文时间 印发日期 印发时间 成文日期",
  "名称 活动名称 活动项目 活动内容 集体名称 姓名或名称 单位或个人名称 名称或姓名",
  "类别 活动类别 类型 活动类型 种类 活动种类 帮扶类型 结对类型",
  "主题 活动主题 宣讲主题",
  "形式 活动形式 方式 活动方式",
  "主讲 主讲人 宣讲人 报告人 主讲人员",
  "主办单位 主办 举办单位 主办方 承办单位 组织单位",
  "协办单位 协办 协办方 协助单位 配合单位",
  "场次 场数 活动场次 次数 活动次数 场次数",
  "人次 人数 参加人数 参与人数 参加人次 参与人次 活动人数 活动人次 受教育人数 受教育人次 受众人数 听众人数 参加人员数",
  "对象 参加对象 活动对象 受教育对象 受众 参加人员 教育对象",
  "来源 捐助来源 捐赠来源 资金来源 款物来源",
  "捐方 捐赠方 捐助方 捐赠单位 捐助单位 捐款单位 捐赠人 捐助人 捐款人 捐赠单位或个人 捐助单位或个人",
  "受方 受赠方 受助方 受捐方 受赠单位 受助对象 受赠对象 受益方 受益对象 捐助对象 捐赠对象 接受单位",
  "现金 现金金额 现金数 捐款 捐款金额 捐款数 捐款数额 资金 资金数额 款额",
  "物资 实物 物品 捐物 捐赠物资 捐赠物品 物资名称 物品名称",
  "折价 折款 折合金额 折价金额 物资折价 折合人民币 折合 物资价值 实物折价 捐物折款",
  "是否连续多年 连续多年 是否多年连续 是否连续",
  "五老 五老姓名 五老同志 结对五老",
  "帮扶对象 受助人 受帮扶人 被帮扶人 结对对象 帮扶人员 帮教对象",
  "起始年 起始年份 开始年份 结对年份 开始年 起始时间",
  "标题 稿件标题 文章标题 稿件名称 文章名称 题目 稿件题目 篇名",
  "采用媒体 媒体 刊登媒体 发表媒体 刊发媒体 采用单位 媒体名称 采用刊物",
  "级别 媒体级别 采用级别 层级 刊物级别",
  "采用次数 次数 采用篇次 刊发次数 采用数",
  "集体或个人 集体/个人 集体个人 典型类型 类型 类别",
  "事迹 主要事迹 先进事迹 事迹简介 事迹简述 简要事迹",
  "文件 文件名称 文件标题 文件名 制度名称 文件或制度名称",
  "文号 发文字号 文件号 发文号 文件文号",
  "姓名 名字 五老姓名",
  "出生年 出生年份 出生年月 生年",
  "电话 联系电话 手机 手机号 手机号码 电话号码 联系方式",
];

/**
 * Words in several groups mean the column that the list has; where it has two of them, neither.
 * @param columns each with its heading, and the name that is found by it
 */
export function synonymsOf(
  columns: readonly { readonly name: string; readonly heading: string }[],
): LabelBook<string> {
  const words = GROUPS.map((group) => group.split(" "));
  const headings = new Set(columns.map(({ heading }) => heading));
  return new LabelBook(
    columns.flatMap(({ name, heading }) =>
      words
        .filter((group) => group.includes(heading))
        .flatMap((group) => group.filter((word) => !headings.has(word)).map((word) => [word, name] as const)),
    ),
  );
}
