/** An expression in the words of a person: see {@link readRelation}. */
import type { AstExpression, CallExpression } from "@borgar/fx";
import { termOf } from "./compile";
import { isComparison } from "./conditions";
import { officeName } from "./function-names";
import type { Tree } from "./grammar";
import type { Term } from "./tokens";
import { textOfBoolean } from "./value";
import type { Vocabulary } from "./vocabulary";

/** What lines and lists are called, and what is said of a line besides its code. */
export interface ReadingNames {
  readonly line: (code: string) => string;
  /** How its code is written; null: not at all. Absent: as it is. */
  readonly code?: (code: string) => string | null;
  /** `关工02`, where that must be said for the line to be found. */
  readonly home?: (code: string) => string | null;
  /** What is there now. */
  readonly value?: (code: string) => string | null;
  readonly list: (id: string) => string;
}

export type Compared = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

export const COMPARED: Readonly<Record<string, Compared>> = {
  "=": "eq",
  "<>": "ne",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
};
const SAID: Readonly<Record<Compared, string>> = {
  eq: "等于",
  ne: "不等于",
  lt: "小于",
  le: "不大于",
  gt: "大于",
  ge: "不小于",
};

/** How closely a text holds together: what holds less closely than its place needs is in parentheses. */
const LOOSE = 0;
const JOINED = 1;
const CLOSE = 2;

interface Said {
  readonly text: string;
  readonly binding: number;
}

/** So many lines are named one by one; of more the first and the last. */
const NAMED = 8;

export class Reader {
  constructor(
    private readonly tree: Tree,
    private readonly vocabulary: Vocabulary,
    private readonly names: ReadingNames,
  ) {}

  text(node: AstExpression): string {
    return spaced(this.say(node).text);
  }

  private say(node: AstExpression): Said {
    switch (node.type) {
      case "ReferenceIdentifier":
        return { text: this.term(termOf(node, this.tree)), binding: CLOSE };
      case "UnaryExpression": {
        const operand = this.inside(node.arguments[0]!, CLOSE);
        return { text: node.operator === "%" ? `${operand}%` : `${node.operator}${operand}`, binding: CLOSE };
      }
      case "BinaryExpression":
        return isComparison(node.operator)
          ? { text: this.comparison(node.operator, node.arguments), binding: LOOSE }
          : this.arithmetic(node.operator, node.arguments);
      case "CallExpression":
        return this.call(node);
      default:
        return { text: "", binding: CLOSE };
    }
  }

  private inside(node: AstExpression, binding: number): string {
    const said = this.say(node);
    return said.binding < binding ? `（${said.text}）` : said.text;
  }

  private comparison(operator: string, [left, right]: readonly AstExpression[]): string {
    const term = termOf(right!, this.tree);
    const words = SAID[COMPARED[operator]!];
    const isWord = term?.type === "constant" && typeof term.value !== "number";
    const said = isWord && operator === "=" ? "为" : isWord && operator === "<>" ? "不为" : words;
    return `${this.inside(left!, JOINED)}${said}${this.inside(right!, JOINED)}`;
  }

  private arithmetic(operator: string, [left, right]: readonly AstExpression[]): Said {
    if (operator === "+") return this.sum([...this.summands(left!), ...this.summands(right!)]);
    if (operator === "-")
      return { text: `${this.inside(left!, JOINED)}减${this.inside(right!, CLOSE)}`, binding: JOINED };
    const sign = { "*": " × ", "/": " ÷ " }[operator] ?? operator;
    return { text: `${this.inside(left!, CLOSE)}${sign}${this.inside(right!, CLOSE)}`, binding: JOINED };
  }

  private summands(node: AstExpression): AstExpression[] {
    return node.type === "BinaryExpression" && node.operator === "+"
      ? node.arguments.flatMap((each) => this.summands(each))
      : [node];
  }

  private sum(nodes: readonly AstExpression[]): Said {
    const lines = this.together(nodes);
    if (lines !== null) return { text: `${lines}之和`, binding: CLOSE };
    const [first, ...others] = nodes;
    if (others.length === 0) return { text: `${this.inside(first!, CLOSE)}之和`, binding: CLOSE };
    return { text: nodes.map((node) => this.inside(node, CLOSE)).join("，加"), binding: JOINED };
  }

  /**
   * `甲（0202）、乙（0203）和丙（0205）`; lines that follow one another are named with their first and last code. Null
   * where not all are lines of one year.
   */
  private together(nodes: readonly AstExpression[]): string | null {
    const terms = nodes.map((node) => termOf(node, this.tree));
    const lines = terms.flatMap((term) => {
      if (term?.type === "code") return [{ code: term.code, lastYear: term.lastYear }];
      return term?.type === "codes" ? term.codes.map((code) => ({ code, lastYear: term.lastYear })) : [];
    });
    const allLines = terms.every((term) => term?.type === "code" || term?.type === "codes");
    const [first] = lines;
    if (!allLines || !first || lines.some(({ lastYear }) => lastYear !== first.lastYear)) return null;
    const text = this.lines(lines.map(({ code }) => code));
    return first.lastYear ? `${text}的上年数` : text;
  }

  private lines(codes: readonly string[]): string {
    const [first = "", last = ""] = [codes[0], codes.at(-1)];
    const range = codes.length > 2 ? this.vocabulary.codesBetween(first, last) : null;
    const inOrder = range?.length === codes.length && range.every((code, i) => code === codes[i]);
    if (!inOrder || this.names.value) return enumerate(codes.map((code) => this.line(code)));
    if (codes.length > NAMED) return `${this.line(first)}至${this.line(last)}共 ${codes.length} 项`;
    const [from, to] = [this.code(first), this.code(last)];
    const ends = from === null || to === null ? "" : `（${from} 至 ${to}）`;
    return `${this.home(first)}${enumerate(codes.map(this.names.line))}${ends}`;
  }

  private line(code: string): string {
    const value = this.names.value?.(code) ?? null;
    const beside = [this.code(code), value === null ? null : `现在是 ${value}`].filter(
      (text) => text !== null,
    );
    const name = `${this.home(code)}${this.names.line(code)}`;
    return beside.length === 0 ? name : `${name}（${beside.join("，")}）`;
  }

  private code(code: string): string | null {
    return this.names.code ? this.names.code(code) : code;
  }

  private home(code: string): string {
    const home = this.names.home?.(code) ?? null;
    return home === null ? "" : `${home} `;
  }

  private term(term: Term | undefined): string {
    switch (term?.type) {
      case "code":
        return term.lastYear ? `${this.line(term.code)}的上年数` : this.line(term.code);
      case "codes":
        return `${this.lines(term.codes)}${term.lastYear ? "的上年数" : ""}`;
      case "column":
        return ` ${this.names.list(term.list)}的“${term.column}”`;
      case "rows":
        return ` ${this.names.list(term.list)}的行数`;
      case "constant":
        return typeof term.value === "number" ? ` ${term.value} ` : `“${wordOf(term.value)}”`;
      default:
        return "";
    }
  }

  private call({ callee: { name }, arguments: args }: CallExpression): Said {
    const [first, second, third] = args;
    switch (name) {
      case "SUM":
        return this.sum(args.flatMap((each) => this.summands(each)));
      case "AND":
      case "OR": {
        const link = name === "AND" ? "，并且" : "，或者";
        // One OR within another would be read wrongly without parentheses.
        const text = args.map((each) => this.inside(each, isCallOf(each, "AND", "OR") ? CLOSE : LOOSE));
        return { text: text.join(link), binding: LOOSE };
      }
      case "ISBLANK":
        return { text: `${this.inside(first!, CLOSE)}没有填`, binding: LOOSE };
      case "NOT":
        return isCallOf(first!, "ISBLANK")
          ? { text: `${this.inside(first!.arguments[0]!, CLOSE)}填了`, binding: LOOSE }
          : { text: `不是“${this.text(first!)}”`, binding: LOOSE };
      case "IF": {
        const otherwise = third ? `，否则为${this.inside(third, JOINED)}` : "";
        return {
          text: `${this.say(first!).text}时为${this.inside(second!, JOINED)}${otherwise}`,
          binding: LOOSE,
        };
      }
      case "SUMIF":
      case "AVERAGEIF":
        return this.chosen([first!, second!], third ?? first!, name === "SUMIF" ? "之和" : "的平均数");
      case "SUMIFS":
        return this.chosen(args.slice(1), first!, "之和");
      case "COUNTIF":
      case "COUNTIFS":
        return this.chosen(args, null, "");
      default:
        return this.otherCall(name, args);
    }
  }

  private otherCall(name: string, args: readonly AstExpression[]): Said {
    const after = { AVERAGE: "的平均数", MIN: "中最小的数", MAX: "中最大的数", ABS: "的绝对值" }[name];
    return after === undefined
      ? { text: `${officeName(name)}（${args.map((each) => this.text(each)).join("，")}）`, binding: CLOSE }
      : {
          text: `${this.together(args) ?? enumerate(args.map((each) => this.inside(each, CLOSE)))}${after}`,
          binding: CLOSE,
        };
  }

  /** `L2 捐助里“来源”为“社会”的“金额”之和`, `… 的行数`. */
  private chosen(pairs: readonly AstExpression[], values: AstExpression | null, after: string): Said {
    const conditions: string[] = [];
    let place = "";
    let counted = "行数";
    for (let i = 0; i < pairs.length; i += 2) {
      const term = termOf(pairs[i]!, this.tree);
      const isColumn = term?.type === "column";
      place = isColumn ? ` ${this.names.list(term.list)}` : this.text(pairs[i]!);
      if (!isColumn) counted = "项数";
      conditions.push(`${isColumn ? `“${term.column}”` : ""}${this.criterion(pairs[i + 1]!)}`);
    }
    const summed = values && termOf(values, this.tree);
    const what = summed?.type === "column" ? `“${summed.column}”` : summed ? "各项" : counted;
    return { text: `${place}里${conditions.join("、")}的${what}${after}`, binding: CLOSE };
  }

  private criterion(node: AstExpression): string {
    const term = termOf(node, this.tree);
    if (term?.type !== "constant") return `等于${this.inside(node, CLOSE)}`;
    const [, sign, rest = ""] = /^(<=|>=|<>|=|<|>)(.*)$/s.exec(String(term.value)) ?? [];
    return sign === undefined ? `为“${wordOf(term.value)}”` : `${SAID[COMPARED[sign]!]} ${rest} `;
  }
}

function isCallOf(node: AstExpression, ...names: readonly string[]): node is CallExpression {
  return node.type === "CallExpression" && names.includes(node.callee.name);
}

function wordOf(value: string | number | boolean): string {
  return typeof value === "boolean" ? textOfBoolean(value) : String(value);
}

/** `甲、乙和丙`. */
function enumerate(texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  const and = /^\d/.test(last) ? "和 " : "和";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join("、")}${and}${last}`;
}

/** One blank between words and figures, none beside the wide signs that make room of themselves. */
function spaced(text: string): string {
  return text
    .replace(/ {2,}/g, " ")
    .replace(/ ?([（）“”，、]) ?/g, "$1")
    .trim();
}
