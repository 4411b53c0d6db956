import { EVERYONE, form, line, type LineDraft } from "./shorthand";
import type { UnitKind } from "../template";

/** Units send articles; the county committee itself edits the bulletin and counts what the upper levels took. */
const SENDERS: readonly UnitKind[] = ["T", "D"];
const COUNTY: readonly UnitKind[] = ["H"];

const LINES: readonly LineDraft[] = [
  line("0901", "上报稿件", "篇", "sum", {
    headline: true,
    fills: SENDERS,
    continuous: true,
    key: true,
    guidance: "本年上报的稿件篇数，一稿只计一篇，等于明细表 L4 的行数。",
  }),
  line("0902", "被采用", "篇", "sum", {
    fills: SENDERS,
    indent: 1,
    guidance: "被采用的稿件篇数，一稿多采只计一篇。",
  }),
  line("0903", "采用率", "%", "ratio", {
    fills: SENDERS,
    formula: "0902/0901*100",
    indent: 1,
    floor: 30,
    guidance: "自动计算：0902 ÷ 0901。",
  }),
  line("0904", "采用最高级别", "", "max", {
    fills: SENDERS,
    kind: "choice",
    choices: ["县", "市", "省", "国家"],
    indent: 1,
    guidance: "本年采用稿件的最高级别，没有采用的不填。",
  }),
  line("0905", "市关工委简报", "期", "sum", { fills: COUNTY, guidance: "只由市关工委本级填报。" }),
  line("0906", "简报采用基层稿件", "篇", "sum", {
    fills: COUNTY,
    indent: 1,
    guidance: "不超过各单位上报稿件之和。",
  }),
  line("0907", "上级网站、刊物、媒体采用", "篇", "sum", {
    fills: COUNTY,
    guidance: "本级报送并被上级采用的篇数。",
  }),
  line("0908", "其中：受领导点评", "篇", "sum", {
    fills: COUNTY,
    indent: 1,
    guidance: "0907 中受上级领导点评肯定的篇数。",
  }),
  line("0909", "领导批示、印发文件", "", "list", {
    fills: COUNTY,
    guidance: "写明批示或文件的名称、文号和日期。",
  }),
];

export const form09 = form("关工09", "宣传信息", EVERYONE, LINES);
