/** The words with which a text compares: 比上年增加, 占, 由 … 增加到. */
import type { Statement } from "./statement";

const COMPARED =
  /(?:比|较|与|同)(?:上年|去年|上一年|上年度)(?:末|底|同期|全年)?(?:的)?(?:相比|比较|相较)?[、]?|同比/;
const MORE = "净增加|净增长|净增|增加|增长|增多|增|提高|上升|提升|多";
const LESS = "减少|下降|降低|回落|下滑|少";
const DIRECTION = new RegExp(`(?:(?<more>${MORE})|(?<less>${LESS}))了?(?:幅度)?(?:达到?|为|共)?$`);

export interface ChangeWords {
  readonly sign: 1 | -1;
  /** 比上年 or the like stands with it. */
  readonly compared: boolean;
  /** What became more or less, as far as these words say. */
  readonly subject: string;
}

/** The text before a number, if it says that the number is a difference. */
export function changeWords(left: string): ChangeWords | null {
  const plain = left.normalize("NFKC").replace(/\s/g, "");
  const direction = DIRECTION.exec(plain);
  if (!direction) return null;
  const before = plain.slice(0, direction.index);
  const compared = COMPARED.test(before);
  // 新增, 净增 and 增多 of a line's own name: 本年新增五老志愿者 is no comparison.
  if (!compared && (/新$/.test(before) || /[多少]/.test(direction[0]))) return null;
  return {
    sign: direction.groups!["less"] === undefined ? 1 : -1,
    compared,
    subject: before.replace(COMPARED, ""),
  };
}

/** The text before a per cent, if it says that it is a share: `part` stands before 占, `whole` between it and the number. */
export function shareWords(left: string): { readonly part: string; readonly whole: string } | null {
  const plain = left.normalize("NFKC").replace(/\s/g, "");
  const match = /^(?<part>.*?)(?:约|近)?占(?:到|了)?(?<whole>.*)$/.exec(plain);
  // 占比 is a ratio's name.
  if (!match || match.groups!["whole"]!.startsWith("比")) return null;
  return { part: match.groups!["part"]!, whole: match.groups!["whole"]!.replace(/^达到?/, "") };
}

export interface FromTo {
  /** The line of the number before, for 增加到2503人; undefined for the number that was. */
  readonly inherited?: string;
  readonly left: string;
  readonly right: string;
}

const TO = "(?:增加|增长|提高|上升|提升|发展|壮大|扩大|减少|下降|降低)(?:到|至|为)";

/** 由上年的2368人增加到2503人: the first number is last year's, the second takes its line from it. */
export function fromTo(left: string, right: string, previous: Statement | null): FromTo | null {
  const before = left.normalize("NFKC").replace(/\s/g, "");
  const after = right.normalize("NFKC").replace(/\s/g, "");
  const from = /[由从](?:上年|去年)?末?底?的?$/.exec(before);
  if (from && new RegExp(`^${TO}`).test(after)) return { left: before.slice(0, from.index), right: "" };
  const last = previous?.readings[0];
  if (last?.kind === "value" && last.year === "last" && new RegExp(`^${TO}$`).test(before)) {
    return { inherited: last.code, left: "", right: "" };
  }
  // 比上年的2368人增加135人
  const than = /(?:比|较)(?:上年|去年)末?底?的?$/.exec(before);
  if (than && new RegExp(`^(?:${MORE}|${LESS})`).test(after))
    return { left: before.slice(0, than.index), right: "" };
  return null;
}
