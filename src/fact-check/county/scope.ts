/** Whose numbers a clause speaks of: the county's, a unit's, or nobody's that we know. */
import type { Template, Unit } from "../../template/template";
import type { Segment } from "./segments";

/** `null` is the county, an array several units together. */
export type Owner = string | null | readonly string[];

export interface Scope {
  /** The likeliest first. */
  readonly owners: readonly Owner[];
  /** The words leave no doubt, so that a number that differs may be held against the text. */
  readonly sure: boolean;
  /** The words say whose numbers they are; else what is before was taken for it. */
  readonly named: boolean;
}

/** Where a text names the county or units. */
export interface Mention extends Segment {
  readonly units: readonly Unit[];
  /** The county itself, or its committee. */
  readonly county: boolean;
  /** Not who does something, but to whom or where it is done. */
  readonly object: boolean;
}

const COUNTY_WORDS =
  /各单位|各填报单位|全市|全县|全区|我市|我县|我区|本市|本县|市县两级|各级关工委|各级各类关工委/g;
const OBJECT = /(?:向|到|在|赴|给|为|对|与|同|走进|深入|帮助|支持|指导|来自|包括)$/;
const OFFICE = "(?:党委|党工委|办事处|街道办事处|人民政府|政府)?(?:关心下一代工作委员会|关工委)?";
/** 集安市关工委组织218个 are 集安市's 关工委组织; 关工委组织开展 is its doing. */
const NOT_ITS_ORGANISATIONS = "(?<!关工委(?=组织(?:总数|数|[\\d共有已为总达])))";
/** Others who do things: what follows may be their numbers. */
const OTHERS =
  /学校|小学|中学|高中|初中|幼儿园|村|社区|企业|公司|合作社|厂|协会|商会|学会|团委|妇联|文明办|宣传部|支部|派出所|[^党]局|法院|检察院|中心(?!组)|大队|同志|老人|主任|书记|党员|志愿者[^0-9]{0,4}[，,]|他们|[他她]|该|某|个别|部分|有的|一些|多数|所属|教师|家长|单位|部门|乡镇|街道|镇|乡|省|州|全国|中央|国家/;
/** Beside a unit's name, whole or part of more than we know of. */
const AND_OTHERS = /^(?:等|和各|及各|、各|等\d)/;

export class Scopes {
  private readonly names: readonly { readonly pattern: RegExp; readonly unit: Unit }[];
  private readonly county: RegExp;

  constructor(template: Template) {
    this.names = template.units
      .flatMap((unit) => [unit.name, ...unit.aliases].map((name) => [name, unit] as const))
      // 教育 means 市教育局 on a cover; in a text it is a word like others.
      .filter(([name]) => name.length >= 3 || /[镇乡局院]$/.test(name))
      .sort(([a], [b]) => b.length - a.length)
      .map(([name, unit]) => ({
        pattern: new RegExp(escape(name) + OFFICE + NOT_ITS_ORGANISATIONS, "g"),
        unit,
      }));
    const own = [template.committee, template.county].filter((name) => name !== "").map(escape);
    this.county = new RegExp(own.length > 0 ? `(?:${own.join("|")})${NOT_ITS_ORGANISATIONS}` : "(?!)", "g");
  }

  /** The places in the sentence that name the county or units, in order; where two overlap the longer counts. */
  mentions(text: string, { start, end }: Segment): Mention[] {
    const found: Mention[] = [];
    const add = (at: number, length: number, units: readonly Unit[], county: boolean): void => {
      if (found.some((other) => at < other.end && at + length > other.start)) return;
      found.push({ start: at, end: at + length, units, county, object: OBJECT.test(text.slice(start, at)) });
    };
    const part = text.slice(start, end);
    for (const match of part.matchAll(this.county))
      add(start + match.index, match[0].length, this.ownUnits(match[0]), true);
    for (const match of part.matchAll(COUNTY_WORDS)) add(start + match.index, match[0].length, [], true);
    for (const { pattern, unit } of this.names) {
      for (const match of part.matchAll(pattern)) {
        // 市关工委 may be the county as a whole; 市关工委本级 is the unit alone.
        const county = unit.kind === "H" && !match[0].startsWith(unit.name);
        add(start + match.index, match[0].length, [unit], county);
      }
    }
    return joined(
      text,
      found.sort((a, b) => a.start - b.start),
    );
  }

  /** 集安市关工委 may be the county as a whole or the committee's own unit. */
  private ownUnits(words: string): readonly Unit[] {
    if (!words.includes("关工委")) return [];
    return this.names.flatMap(({ unit }) => (unit.kind === "H" ? [unit] : [])).slice(0, 1);
  }

  /** What a sentence or a heading leaves behind for what follows: a unit only as a guess. */
  after(text: string, segment: Segment, before: Scope | null): Scope | null {
    const last = this.mentions(text, segment)
      .filter(({ start }) => !EXAMPLE.test(text.slice(segment.start, start)))
      .at(-1);
    if (!last) return before;
    return { owners: ownersOf(last), sure: last.county, named: true };
  }
}

/** 较多的单位有台上镇25篇、团结街道14篇; 如团结街道: named in passing. */
const EXAMPLE = /(?:有|如|例如|包括|是|[、：:（(]|\d[^，。；]{0,3})$/;

/** Words with an office in them that mean nobody else. */
const OUR_OWN = /关工委组织|关工委|五老志愿者|领导班子|党建带关建|立德树人/g;
/**
 * Whose the numbers are at a place in a sentence. `mentions`: of the sentence; `unexplained`: the clauses before it in
 * which we understood no number; `before`: what was spoken of so far, null where nobody was named; `only`: of the units
 * named together the one whose number it is.
 */
export function scopeAt(
  text: string,
  sentence: Segment,
  at: number,
  mentions: readonly Mention[],
  unexplained: readonly Segment[],
  before: Scope | null,
  only: Unit | null = null,
): Scope {
  const last = mentions.filter(({ end }) => end <= at).at(-1);
  const from = last?.end ?? sentence.start;
  const between = unexplained
    .map(({ start, end }) => text.slice(Math.max(from, start), Math.max(from, end)))
    .join("");
  const others =
    OTHERS.test(between.replace(OUR_OWN, "")) || unexplained.some((clause) => narrows(text, clause));
  if (!last) {
    const scope = before ?? COUNTY;
    if (isCounty(scope)) return { owners: scope.owners, sure: scope.sure && !others, named: false };
    return { owners: [...scope.owners, null], sure: false, named: false };
  }
  const vague = last.object || AND_OTHERS.test(text.slice(last.end, last.end + 2));
  // 大路镇、太王镇分别结对38对、20对: each number is one unit's.
  const each = last.units.length > 1 && text.slice(last.end, at).includes("分别");
  const owners = only ? [only.name] : each ? last.units.map(({ name }) => name) : ownersOf(last);
  return { owners, sure: !vague && !others && (!each || only !== null), named: true };
}

/** 在抗疫宣讲活动中，以“忆峥嵘”为主题: what follows is a part of what the county did. */
const NARROWER =
  /为主题|为主线|为契机|为内容|为载体|围绕|结合|针对|面向|纪念|活动[中里]?$|期间|之际|专题|系列|利用|迎接|联合|会同|协助|配合|[中时]$/;

function narrows(text: string, { start, end }: Segment): boolean {
  return NARROWER.test(text.slice(start, end).trim().replace(/[”"]$/, ""));
}

const COUNTY: Scope = { owners: [null], sure: true, named: false };

/** 台上镇采用19篇，占全市的17.3%: a part of what another has. */
export function areOfSame(one: Scope, other: Scope): boolean {
  return one.owners.join() === other.owners.join();
}

function isCounty({ owners }: Scope): boolean {
  return owners.includes(null);
}

function ownersOf({ units, county }: Mention): readonly Owner[] {
  const names = units.map(({ name }) => name);
  if (county) return [...names, null];
  return names.length === 1 ? names : [names];
}

/** 财源镇、青石镇 and 财源镇和青石镇 are one mention of two. */
function joined(text: string, mentions: readonly Mention[]): Mention[] {
  const result: Mention[] = [];
  for (const mention of mentions) {
    const last = result.at(-1);
    if (last && !last.county && !mention.county && /^[、和与及]$/.test(text.slice(last.end, mention.start))) {
      result[result.length - 1] = { ...last, end: mention.end, units: [...last.units, ...mention.units] };
    } else result.push(mention);
  }
  return result;
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
