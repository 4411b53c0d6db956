/** The words of the thing that a number counts. */
import { fold } from "../workbook/fold";

/** Whose everything it is. Two that differ are two wholes. */
const SCOPE =
  /[全我本该](?:省|市|县|区|旗|州|镇|乡|街道|街|村|社区|校|院|局|系统|国|社会|辖区)(?!级|直|委|政)/;
const TIME =
  /(?:截至|截止|到)?(?:目前|\d{4}年(?:度|末|底)?(?:1?\d月(?:\d{1,2}日|底|末)?)?|(?:上年|去年|前年|今年|本年|明年|上一年)(?:度|末|底|全年|同期)?|年末|年底|年初|当年|全年|上半年|下半年|[一二三四]季度|1?\d月(?:底|末)?)/g;
/** Words that go with any thing and make none. */
const LEADING =
  /^(?:其中|另有|另外|还有|现有|共有|有|共|已经?|现|目前|累计|先后|实际|登记在册的?|在册的?|各类|各级|总共|一共|合计|总计|共计|的|了|中|在|将|并|且|以及|和|与|及|等|对|为|共计|全部|所有|全体|年来|来|以来|又|仍|均|都|就)+/;
const TRAILING =
  /(?:总数量|总数|总量|总额|总人数|总户数|总面积|人数|户数|面积|数量|数|共计|合计|总计|共有|已达|达到?|增至|降至|是|为|有|共|约|近|超过?|已|了|的|只|仅|就|[:：])+$/;

const plainWords = (text: string): string => fold(text).replace(/[\s“”"「」『』‘’'《》]/g, "");

/** Without quotation marks and blanks, in half-width signs. */
export function bare(text: string): string {
  return plainWords(text);
}

/** 全县现有民营企业总数达 → 民营企业. */
export function thing(text: string): string {
  let words = plainWords(text)
    .replace(TIME, "")
    .replace(/[,，、;；。()（）]/g, "")
    .replace(SCOPE, "");
  for (let before = ""; before !== words;) {
    before = words;
    words = words.replace(LEADING, "").replace(TRAILING, "");
  }
  return words;
}

/** 全县, 全镇 …; null where none is said. */
export function scopeOf(text: string): string | null {
  return SCOPE.exec(plainWords(text))?.[0].slice(1) ?? null;
}

/** Do the words name the thing: `exact` nothing else, `head` as the last part of a longer name (女党员 for 党员)? */
export function names(left: string, after: string, wanted: string): "exact" | "head" | "within" | null {
  if (wanted === "") return null;
  const [own, behind] = [thing(left), bare(after)];
  if (own === wanted || behind === wanted) return "exact";
  if (own.startsWith(wanted) && wanted.length >= 2 && own.length - wanted.length <= 3) return "within";
  if (behind.startsWith(wanted)) return own === "" || VERB.test(own) ? "exact" : "head";
  if (own.endsWith(wanted)) return VERB.test(own.slice(0, -wanted.length)) ? "exact" : "head";
  return own.includes(wanted) ? "within" : null;
}

/** A doing before the thing: 接受培训的, 建成, 组织 leave it whole. */
const VERB =
  /^(?:建成|建立|建有|建设|组建|成立|开展|举办|举行|组织|召开|发放|拨付|投入|筹集|募集|收到|征集|收集|排查|摸排|受理|接待|走访|慰问|选派|选聘|聘请|发展|培训|资助|救助|登记|注册|拥有|配备|实施|实现|完成|新建|评选|表彰|参加|参训|报名|设立|设有|下设|辖|管辖|辖有)*$/;

/** Do they share a character that says something? */
export function shareCharacters(a: string, b: string): boolean {
  return [...a].some((c) => b.includes(c));
}
