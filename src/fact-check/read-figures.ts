/** Text and claims → sentences of figures. Linear in the text's length. */
import { isPoints, isShare, isTimes, type Claim } from "./claim";
import { isCount, LONGEST_GAP, measureOf, type Figure, type FigureTime, type Role } from "./figure";
import { NO_TIME, timeAfter } from "./figure-time";
import { bare } from "./words";

export interface FigureSentence {
  readonly start: number;
  readonly end: number;
  /** Counts up with every line of the text. */
  readonly paragraph: number;
  readonly figures: readonly Figure[];
}

const SENTENCE_ENDS = /[。！？!?\n]/;
const SIGNS = /[，,；;：:、]/;
/** A longer sentence is cut at a comma: no list of a county's units is as long. */
const MOST_FIGURES = 60;
const LONGEST = 1500;

export function readFigures(text: string, claims: readonly Claim[]): FigureSentence[] {
  const sentences: FigureSentence[] = [];
  let reader = new SentenceReader(text, 0);
  let paragraph = 0;
  let next = 0;
  const cut = (end: number, from = end): void => {
    if (reader.figures.length > 0)
      sentences.push({ start: reader.start, end, paragraph, figures: reader.figures });
    reader = new SentenceReader(text, from);
  };
  for (let at = 0; at <= text.length; at++) {
    const claim = claims[next];
    if (claim?.start === at) {
      // Where no sign ends it, a sentence ends before a number.
      if (reader.figures.length >= 2 * MOST_FIGURES || at - reader.start > 2 * LONGEST) cut(at);
      reader.take(claim);
      next++;
      at = claim.end - 1;
      continue;
    }
    const isEnd = at === text.length || SENTENCE_ENDS.test(text[at]!);
    const isFull =
      (reader.figures.length >= MOST_FIGURES || at - reader.start > LONGEST) && SIGNS.test(text[at] ?? "");
    if (!isEnd && !isFull) {
      reader.step(at);
      continue;
    }
    cut(at, at + 1);
    if (text[at] === "\n") paragraph++;
  }
  return sentences;
}

interface Bracket {
  readonly id: number;
  readonly host: Figure | null;
  readonly start: number;
  readonly figuresBefore: number;
}

class SentenceReader {
  readonly figures: Figure[] = [];
  private clause: number;
  /** Where the clause before began, for 五老志愿者：2503人. */
  private colonFrom: number | null = null;
  private readonly open: Bracket[] = [];
  private brackets = 0;
  private section = 0;
  private time: FigureTime = NO_TIME;
  /** The whole that 其中 has opened, by bracket. */
  private readonly wholes = new Map<number, Figure>();

  constructor(
    private readonly text: string,
    readonly start: number,
  ) {
    this.clause = start;
  }

  /** A character that no claim covers. */
  step(at: number): void {
    const c = this.text[at]!;
    if (c === "（" || c === "(") {
      this.open.push({
        id: ++this.brackets,
        host: this.figures.at(-1) ?? null,
        start: at,
        figuresBefore: this.figures.length,
      });
      this.clause = at + 1;
      return;
    }
    if ((c === "）" || c === ")") && this.open.length > 0) {
      const bracket = this.open.pop()!;
      // 五老（含干部）is one name; a bracket with numbers ends what was said in it.
      if (bracket.figuresBefore < this.figures.length) this.begin(at + 1);
      else this.clause = Math.min(this.clause, this.reopen(bracket));
      return;
    }
    if (!SIGNS.test(c) || c === "、") return;
    if (c === "；" || c === ";") this.section++;
    this.colonFrom = c === "：" || c === ":" ? this.clause : null;
    this.clause = at + 1;
  }

  private begin(at: number): void {
    this.clause = at;
    this.colonFrom = null;
  }

  private reopen({ start }: Bracket): number {
    let at = start;
    while (at > this.start && start - at < LONGEST_GAP && !/[，,；;：:（(）)]/.test(this.text[at - 1]!)) at--;
    return at;
  }

  take(claim: Claim): void {
    const { text } = this;
    const previous = this.figures.at(-1);
    const from = Math.max(this.start, previous?.claim.end ?? 0);
    const gap = text.slice(Math.max(from, claim.start - LONGEST_GAP), claim.start);
    const clauseFrom =
      text.slice(this.clause, claim.start).trim() === "" && this.colonFrom !== null
        ? this.colonFrom
        : this.clause;
    const left = bare(
      withoutBrackets(text.slice(Math.max(from, clauseFrom, claim.start - LONGEST_GAP), claim.start)),
    ).replace(/^[、和及与]+/, "");
    const after = bare(afterOf(text, claim.end));
    const bracket = this.open.at(-1);
    this.time = timeAfter(this.time, gap, previous === undefined);
    const id = bracket?.id ?? 0;
    const host = bracket?.host ?? null;
    const isOf =
      previous !== undefined &&
      isShare(claim) &&
      /^[^，]*的(?:比例|比重)?(?:为|约)?$/.test(left) &&
      /占[^，]*$/.test(previous.left);
    const own = isOf ? ({ role: "share", sign: 1 } as const) : roleOf(claim, left, after, gap);
    // 分别增加50人、40人: the second does what the first does.
    const inherits =
      previous !== undefined &&
      JOINED.test(gap) &&
      own.role === "level" &&
      /^(?:change|from|share|each)$/.test(previous.role);
    const draft: Figure = {
      claim,
      left,
      after,
      gap,
      bracket: id,
      host,
      ...(inherits ? { role: previous.role, sign: previous.sign } : own),
      time: this.time,
      whole: null,
      section: this.section,
    };
    const whole = this.wholeFor(draft);
    this.figures.push(whole ? { ...draft, whole } : draft);
  }

  private wholeFor(figure: Figure): Figure | null {
    const { bracket, host, gap } = figure;
    if (/其中(?!之一|一[个名项])/.test(gap)) {
      const opener = this.opener(figure);
      if (opener) this.wholes.set(bracket, opener);
      else this.wholes.delete(bracket);
    } else if (bracket !== 0 && host && !this.wholes.has(bracket) && isAlikeLevel(host, figure)) {
      this.wholes.set(bracket, host);
    }
    const whole = this.wholes.get(bracket);
    return whole && isAlikeLevel(whole, figure) ? whole : null;
  }

  /** The last figure of the measure before 其中, at the same depth, or the one before the bracket. */
  private opener(figure: Figure): Figure | null {
    const levels = this.figures.filter((each) => each.bracket === figure.bracket && isCount(each));
    const last = levels.at(-1);
    const alike = levels.filter((each) => measureOf(each) === measureOf(figure)).at(-1);
    const host = figure.host && isAlikeLevel(figure.host, figure) ? figure.host : null;
    if (figure.bracket !== 0 && levels.length === 0) return host;
    return alike ?? (last ? null : host);
  }
}

const JOINED = /^\s*(?:、|和|及|以及|与)\s*$/;

function isAlikeLevel(whole: Figure, part: Figure): boolean {
  return isCount(whole) && isCount(part) && measureOf(whole) === measureOf(part);
}

function withoutBrackets(text: string): string {
  return text.replace(/[（(][^（()）]{0,60}[）)]/g, "");
}

function afterOf(text: string, end: number): string {
  const rest = text.slice(end, end + 40);
  const stop = rest.search(/[，,；;。：:（(）)、！？!?\n\d]/);
  return stop < 0 ? rest : rest.slice(0, stop);
}

const PAST = "(?:上一年|上年|去年|前年|20\\d\\d年|19\\d\\d年|期初|年初|原来|原有)(?:度|末|底|同期|全年|初)*";
const MORE =
  "净增加|净增长|净增|增加|增长|增收|增产|增多|增幅|升幅|涨幅|增速|增|提高|上升|提升|升|上涨|涨|扩大|多[^种项次数余\\d]?|高";
const LESS = "减少|减收|减产|下降|降低|回落|下滑|降幅|减幅|缩减|缩小|降|减|少[^数年先\\d]?|低";
const DIRECTION = new RegExp(`(?:(?<more>${MORE})|(?<less>${LESS}))了?(?:幅度)?(?:达到?|为|共)?$`);
const TO = new RegExp(
  `(?:增加|增长|提高|上升|提升|发展|壮大|扩大|扩充|减少|下降|降低|回落|优化|调整|增|升|扩|降|减)(?:到|至|为)了?(?:${PAST}|本年|今年|目前|现在)?的?$`,
);
const COMPARED = new RegExp(`(?:比|较|与|同|和)(?:${PAST})|同比|环比|比年初`);
const THAN = new RegExp(`(?:比|较)${PAST}(?:同期)?的?$`);
const FROM = new RegExp(`(?:^|[^自之理])[由从](?:[^，]{0,20})?$`);
const OTHER_COMPARED = /(?:比|较|高于|低于|高出|超过|多于|少于)(?!重|例|率|赛)[^，]{1,14}$/;

function roleOf(claim: Claim, left: string, after: string, gap: string): { role: Role; sign: 1 | -1 } {
  const plus = (role: Role): { role: Role; sign: 1 } => ({ role, sign: 1 });
  if (claim.says === "growth" || claim.says === "multiple") return plus("change");
  if (isRange(left, after, gap)) return plus("range");
  if (THAN.test(left)) return plus("than");
  if (/[由从](?:上年|去年)?的?$/.test(left)) return plus("from");
  if (isEach(left, after)) return plus("each");
  if (TO.test(left)) return plus(isShare(claim) ? (/占/.test(left) ? "share" : "rate") : "level");
  const direction = DIRECTION.exec(left);
  if (direction && !/新$|最$/.test(left.slice(0, direction.index))) {
    const compared = COMPARED.test(left);
    const other = !compared && OTHER_COMPARED.test(left.slice(0, direction.index));
    const short = /^[多少高低]\S?$/.test(direction[1] ?? direction[2] ?? "");
    if (other) return plus("other");
    if (!short || compared) return { role: "change", sign: direction.groups!["less"] === undefined ? 1 : -1 };
  }
  if (isPoints(claim)) return plus("other");
  if (isTimes(claim))
    return plus(/(?:是|为|相当于|达|的)[^，]{0,10}$/.test(left) || left === "" ? "share" : "other");
  if (FROM.test(left)) return plus("from");
  if (isShare(claim))
    return plus(/占(?![地用领道线])/.test(left) || claim.text.startsWith("过半") ? "share" : "rate");
  return plus("level");
}

function isRange(left: string, after: string, gap: string): boolean {
  return (
    /\d[^，。；]{0,2}[-‐-—―~～〜至]$/.test(gap) ||
    /[\d十百千万][-‐-—―~～〜至]$/.test(left) ||
    /^[-‐-—―~～〜至][\d一二三四五六七八九十]?$/.test(after) ||
    after === "不等"
  );
}

const EACH =
  /(?:每(?!天|周|日|逢)[^，。；、]{0,10}|(?:人均|户均|村均|校均|平均|年均|月均|均)[^，。；、]{0,6}|各[^，。；、自]{0,8}|[一每]人|标准(?:为|是|由|达|达到|提高到|提高至)?)$/;

function isEach(left: string, after: string): boolean {
  if (
    /(?:各类|各级|各项|各种|各界|各地|各部门|各单位|每年|平均水平|各乡镇|各村|各校|各社区)[^，]{0,14}$/.test(
      left,
    )
  )
    return /每|人均|户均/.test(left.slice(-6));
  return EACH.test(left) || /^[/／]/.test(after);
}

/** The levels before a figure at its depth; for the first figure of a bracket the one before the bracket. */
export function levelsBefore(sentence: FigureSentence, figure: Figure): Figure[] {
  const index = sentence.figures.indexOf(figure);
  return sentence.figures.slice(0, index).filter((each) => isCount(each) && visible(each, figure));
}

/** Outside of brackets that are closed. */
export function visible(each: Figure, from: Figure): boolean {
  return each.bracket === from.bracket || each === from.host || (from.bracket !== 0 && each.bracket === 0);
}
