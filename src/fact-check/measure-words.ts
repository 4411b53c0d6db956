/** Words that people write after a number to say what is counted, and what must not be taken for one. */

/** Longest first where one begins with another. Years, days of the month, ages, grades and similar are none on purpose. */
const MEASURES = [
  "个百分点", "百分点", "平方公里", "平方米", "立方米", "人[（(]次[）)]", "场[（(]次[）)]", "人次", "场次", "人份", "个月", "个字", "小时", "分钟", "课时", "学时",
  "公里", "千米", "公斤", "千克", "公顷", "块钱", "%", "‰", "个", "名", "人", "位", "场", "次", "期", "篇", "份", "对", "首", "箱",
  "件", "部", "本", "册", "所", "家", "处", "支", "项", "条", "块", "幅", "张", "户", "元", "字", "亩", "吨", "斤", "米", "台", "套",
  "辆", "盒", "袋", "只", "头", "株", "棵", "副", "枚", "座", "栋", "间", "组", "队", "批次", "批", "类", "种", "门", "节", "堂", "天",
  "分", "倍", "封", "则", "段", "句", "遍", "轮", "回", "例", "把", "双", "床", "顶", "瓶", "桶", "根", "包",
  "户次", "班次", "车次", "辆次", "件次", "项次", "亩次", "台次", "人天", "千瓦时", "千瓦", "平米", "立方", "宗", "笔", "起", "度", "页", "集", "盏", "尾", "羽", "艘", "架", "幢", "升", "克",
] as const; // prettier-ignore

/** A measure followed by one of these is another word: 18个多媒体教室 is a 个, but 3部门 is no 部. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  人: "民|口|才",
  部: "门|队|署|分|长|委",
  家: "庭|属|乡",
  组: "织|建|成|长|员",
  件: "事",
  期: "间|待|望|限|末|初",
  对: "于|象|外|口|待|照|比|接",
  首: "先|次|批|届|府",
  所: "有|以|在|属|得|需|长",
  位: "于|置",
  名: "单|册|称|誉|列",
  本: "级|年|市|县|单|着|次|月|地|报|人|职|来|届|省|质|领|土",
  台: "上|湾|阶",
  头: "道|条",
  支: "部|持|援|付|出|教|农",
  套: "餐",
  节: "日|约|目|假|能",
  门: "口|户",
  分: "之|别|为|类|管|享|析|布|发|级|成|工|局|队|校|会|重",
  元: "旦|月|宵|素",
  处: "理|于|级|长|室|罚|置",
  回: "应|族|顾|访|馈",
  条: "件|例",
  项: "目(?!标)",
  次: "要|日|性",
  段: "落",
  间: "接|断|隔",
  队: "伍|员|长",
  类: "似|别|型",
  只: "有|要|是|能",
  天: "津|然|下",
  户: "外|籍",
  米: "面|粉|油",
  把: "关|握|手|好|脉",
  包: "括|含|保|联|村|户|扶|装",
  批: "示|评|准|复",
  块: "头",
  字: "样|号|典",
  场: "所|地|馆|景|面",
  份: "额",
  册: "子",
  轮: "流|训|换|岗|值",
  双: "向|方|拥|百|语",
  种: "植|养|地|子",
  根: "据|本|基",
  例: "如|会|行|外|子",
  座: "谈|落|位",
  起: "来|草|步|点|到|诉|初|伏|义|码",
  度: "假|过|量",
  笔: "记|试|者|录",
  页: "岩",
  集: "中|体|团|资|市|镇|安|合|训|聚",
  升: "级|学|格|温|旗|华",
  克: "服|隆|己",
  架: "构|设|子",
  尾: "矿|气|声",
};

const alternatives = MEASURES.map((word) => {
  const others = OTHER_WORDS[word];
  return others === undefined ? word : `${word}(?!${others})`;
});

/** For use inside a regular expression; `own`: what a template counts in beside the words that we know, the longest first. */
export function measureWords(own: readonly string[]): string {
  const known = new Set<string>(MEASURES);
  const more = own.filter((word) => !known.has(word) && /^[\p{Script=Han}A-Za-z²³]{1,6}$/u.test(word));
  return `(?:${[...more.sort((a, b) => b.length - a.length), ...alternatives].join("|")})`;
}
