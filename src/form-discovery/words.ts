/**
 * Words by which a form's parts are recognised. They only propose: what a column or line is for is data of the template,
 * which staff change.
 */

/** No figure: the cell is crossed out in the blank. */
const CROSSED = /^(?:[-—－–_]{1,4}|[×xX✕✗/／\\*＊·.…]{1,3}|[一]{2}|不填|免填|——)$/u;
/** Names of the columns that say which line it is. */
const STUB =
  /^(?:(?:指标|项目|科目|行业|产品|商品|地区|单位|企业|机构|部门|类别|分类|内容|费用|资产|设备|品种|作物|工作|考核)?(?:名称|类别|分类|种类|项目|指标)?|甲|乙|丙|丁|分组|栏目|栏次|科目|地区|行业|乡镇|品种)$/;
export const CODE =
  /^(?:(?:指标|项目|科目|行业|统计|报表|产品)?(?:代码|编码|代号|编号|号码)|行次|行号|列号|行列|栏次|no\.?|code)$/i;
const ORDINAL = /^(?:序号|序|顺序号?|编?序)$/;
export const MEASURE = /^(?:计量单位|度量单位|单位|计算单位)$/;
const SIGNATURE =
  /(?:填表人|制表人|填报人|经办人|复核人?|审核人|审批人|负责人|主管领导|联系电话|填报日期|报出日期|制表日期|制表|审核|签字|签章|分管领导)(?:\(.{0,8}\))?\s*[:：]/;
const NOTE =
  /^(?:说明|填表说明|填报说明|备注|附注|注|注意|注意事项|审核关系|逻辑关系|指标解释|表内关系|资料来源|数据来源)\s*(?:$|[:：.、\d(（])/;

export const isCrossedOut = (text: string): boolean => CROSSED.test(text);
export const isStubHead = (text: string): boolean => text !== "" && STUB.test(bare(text));
export const isCodeHead = (text: string): boolean => CODE.test(bare(text));
export const isOrdinalHead = (text: string): boolean => ORDINAL.test(bare(text));
export const isMeasureHead = (text: string): boolean => MEASURE.test(bare(text));
export const isSignature = (text: string): boolean => SIGNATURE.test(text);
export const isNoteLine = (text: string): boolean => NOTE.test(text);

/** Without blanks: `项  目`. */
export function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Rates, averages, prices and ranks are never added up. */
const RATE =
  /率$|率[/、:,]|占比|(?:比例|比重|比率|百分比|百分点)$|同比|环比|比$|平均|(?:人|户|亩|地|日|月|年|场|校|班|村|次|件|台|套|车|头|床|篇|单位|面积)均(?!衡|等|为|在|由)|均(?:数|值|价|分)|均$|(?:单价|价格|名次|排名|位次|系数|指数)$/;
const NO_RATE = /评比$|对比$/;
/** Brackets do not count, `工业总产值（当年价格）` is an amount; a per cent sign does, wherever it is. */
export function isRate(text: string): boolean {
  const words = bare(text);
  if (/[%‰]/.test(words)) return true;
  const plain = words.replace(/[(（][^()（）]*[)）]/g, "");
  return RATE.test(plain) && !NO_RATE.test(plain);
}

/** Words about the line, in whatever form. */
const NOTE_HEAD =
  /备\s*注|说明|原因|备考|附注|依据|对应科目|核算科目|^科目$|^注$|数据来源|资料来源|存在问题|措施|意见|情况简述/;
export const isNoteHead = (text: string): boolean => NOTE_HEAD.test(bare(text));

/** Columns of words and dates. */
const WORDS_HEAD =
  /日期|时间$|何时|地点|地址|级别|等级|类型|性质|主要(?:内容|项目|产业|做法|工作|问题|经验|成效|原因|负责)|工作内容|具体|名称$|^名称|文号|型号|规格|^是否|方式$|来源$|去向|用途|形象进度|进展|进度描述|负责部门|责任单位|责任部门|牵头/;
export const isWordsHead = (text: string): boolean => WORDS_HEAD.test(bare(text));

/** What columns of lists hold in words. */
const PLAIN_WORDS =
  /性别|民族|政治面貌|学历|文化程度|职务|职称|岗位|籍贯|健康|状况|单位$|学校|班级|村$|社区$|组$|部门|机构|媒体|标题|题目|主题|内容|形式|对象|类别|种类|称谓|关系|事迹|项目$|名$|地$|期限|产地|厂家|品牌|状态|结果|情况|措施|时段|年月|月份|日$|时间|方案|是否|级$|来源|身份/;
export const isPlainWords = (text: string): boolean => PLAIN_WORDS.test(bare(text));

/** Law 10: what names or reaches a person never enters a template. */
const PERSONAL =
  /姓名|联系人|电话|手机|号码$|身份证|住址|家庭地址|通讯地址|联系方式|邮箱|微信|签字|签名|签章|经办人|填表人|负责人|责任人|法定代表人|银行账号|银行卡/;
/** Whom a record is about or who made it, by name; a number of people has something behind it, 申请人数. */
const PERSON =
  /户主$|法人(?:代表)?$|(?:申请|申报|当事|[信上来走]访|举报|投诉|报案|报告|调查|登记|填写|核实|审批|审核|批准|验收|承[办包租建]|出租|[贷借]款|主[持讲办]|授课|采访|撰稿|拍摄|记录|联络|监护|监督|介绍|推荐|证明|见证|传承|担保|投资|发起|受益|被执行|驾驶|带队|包保|帮扶|捐[赠款]|受[赠捐助]|代理|委托|权利|使用权?|经办|保管|管[护理])人(?:签名)?$/;
export const isPersonal = (text: string): boolean => PERSONAL.test(bare(text)) || PERSON.test(bare(text));

const LAST_YEAR = /上年|去年|上一年|前一年度?|同期/;
const PREVIOUS = /上月|上季|上期|上旬|上周|上次|前期|上半年末|上一?(?:月|季|期)/;
const CHANGE =
  /增减|增长|增幅|降幅|升降|涨跌|同比|环比|[±+]\/?-|比上[年月期季]|比去年|较上[年月期季]|较去年|与上[年月期季]|变动/;

/** What the heading says that the column is for; null where it says nothing. */
export function roleSaid(text: string): "lastYear" | "previous" | "change" | null {
  const words = bare(text);
  if (CHANGE.test(words)) return "change";
  if (LAST_YEAR.test(words)) return "lastYear";
  return PREVIOUS.test(words) ? "previous" : null;
}

/** A unit of measure in brackets, `面积（亩）`, `金额(单位:万元)`; null where there is none. */
export function measureIn(text: string): string | null {
  const [, inside] =
    /[(（[〔](?:计量)?(?:单位[:：])?([^()（）[\]〔〕]{1,8})[)）\]〕]$/.exec(bare(text)) ?? [];
  if (inside === undefined) return null;
  return isMeasure(inside) ? inside : null;
}

const MEASURES =
  /^(?:[%‰]|百分点|[百千万亿]?(?:元|美元|人|户|个|件|次|场|份|篇|家|所|名|吨|亩|公顷|平方米|平方公里|立方米|米|公里|千米|千瓦时?|度|辆|台|套|头|只|羽|株|张|本|册|条|项|处|座|间|床|棵|公斤|千克|斤|升|天|日|小时|分钟|岁|期|宗|起|例|幅|支|批|栋|层|人次|人天|户次|场次|件次|辆次|台次|架次|班次|车次|趟次|把|艘|架|顶|桶|箱|袋|包|盒|瓶|块|根|双|对|课时|学时|工日|标准箱|平方公里|kwh|kg|km|t|m2|m3|m²|m³|km²|ha)(?:\/.{1,4})?)$/i;
export const isMeasure = (text: string): boolean => MEASURES.test(bare(text));

const UNIT_NAME =
  /(?:街道(?:办事处)?|办事处|[镇乡村局委办院校]|[中小大]学|幼儿园|社区|公司|中心|[农林牧渔]场|开发区|园区|苏木|银行|支行|[站所队厂])$/;
/** Does the name end like that of a township, village, office, school …? */
export const isUnitLike = (text: string): boolean => UNIT_NAME.test(text);

/** Do most of the texts look like names of units? */
export function areUnitNames(texts: readonly string[]): boolean {
  const named = new Set(texts.map(bare).filter((text) => text.length > 2 && UNIT_NAME.test(text)));
  return named.size > 1 && named.size * 2 > texts.length;
}
