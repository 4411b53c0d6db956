/** The detail lists: records that are behind the totals of the forms. */
import type { DetailList } from "../template";
import { column, EVERYONE } from "./shorthand";

const required = { required: true } as const;

const activities: DetailList = {
  id: "L1",
  title: "活动",
  fills: EVERYONE,
  optional: false,
  personal: false,
  blankRows: 30,
  columns: [
    column("日期", "date", 12, required),
    column("名称", "text", 30, required),
    column("类别", "choice", 10, { choices: ["宣讲", "主题活动", "班会", "研学", "其他"], required: true }),
    column("主题", "choice", 12, { choices: ["抗美援朝", "抗联·红色", "抗疫", "其他"] }),
    column("形式", "text", 10),
    column("主讲", "text", 10),
    column("主办单位", "text", 16, required),
    column("协办单位", "text", 16),
    column("场次", "whole", 7, required),
    column("人次", "whole", 9, required),
    column("对象", "text", 12),
  ],
};

const donations: DetailList = {
  id: "L2",
  title: "捐助",
  fills: EVERYONE,
  optional: false,
  personal: false,
  blankRows: 30,
  columns: [
    column("日期", "date", 12, required),
    column("来源", "choice", 8, { choices: ["社会", "五老"], required: true }),
    column("捐方", "text", 24, required),
    column("受方", "text", 24, required),
    column("现金", "amount", 11),
    column("物资", "text", 18),
    column("折价", "amount", 11),
    column("是否连续多年", "yesNo", 10),
  ],
};

const pairs: DetailList = {
  id: "L3",
  title: "结对",
  fills: EVERYONE,
  optional: false,
  personal: false,
  blankRows: 40,
  columns: [
    column("五老", "text", 16, { required: true, personal: true }),
    column("帮扶对象", "text", 18, { required: true, personal: true }),
    column("类型", "choice", 14, {
      choices: ["困难学生", "留守儿童", "困境儿童", "失足青少年", "青年农民", "其他"],
      required: true,
    }),
    column("起始年", "whole", 10, required),
  ],
};

const articles: DetailList = {
  id: "L4",
  title: "稿件",
  fills: ["T", "D"],
  optional: false,
  personal: false,
  blankRows: 30,
  columns: [
    column("标题", "text", 40, required),
    column("日期", "date", 12, required),
    column("采用媒体", "text", 24),
    column("级别", "choice", 8, { choices: ["县", "市", "省", "国家"] }),
    column("采用次数", "whole", 10),
  ],
};

const examples: DetailList = {
  id: "L5",
  title: "典型与表彰",
  fills: EVERYONE,
  optional: false,
  personal: false,
  blankRows: 15,
  columns: [
    column("集体或个人", "choice", 12, { choices: ["集体", "个人"], required: true }),
    column("名称", "text", 26, required),
    column("事迹", "text", 60, required),
  ],
};

const documents: DetailList = {
  id: "L6",
  title: "文件制度",
  fills: EVERYONE,
  optional: false,
  personal: false,
  blankRows: 15,
  columns: [
    column("文件", "text", 50, required),
    column("文号", "text", 24),
    column("日期", "date", 12, required),
  ],
};

const roster: DetailList = {
  id: "L7",
  title: "五老名册",
  fills: EVERYONE,
  optional: true,
  personal: true,
  blankRows: 60,
  columns: [
    column("姓名", "text", 12, { required: true, personal: true }),
    column("性别", "choice", 8, { choices: ["男", "女"], personal: true }),
    column("出生年", "whole", 10, { personal: true }),
    column("类别", "choice", 12, {
      choices: ["老干部", "老战士", "老专家", "老教师", "老模范", "其他"],
      required: true,
      personal: true,
    }),
    column("骨干", "yesNo", 8, { personal: true }),
    column("电话", "text", 16, { personal: true }),
  ],
};

export const lists: readonly DetailList[] = [
  activities,
  donations,
  pairs,
  articles,
  examples,
  documents,
  roster,
];
