/** What the words of an expression stand for, before any grammar. */

/** A term that stands for values: a line, several lines, a list's column, the number of a list's rows, a constant. */
export type Term =
  | { readonly type: "code"; readonly code: string; readonly lastYear: boolean }
  | { readonly type: "codes"; readonly codes: readonly string[]; readonly lastYear: boolean }
  | { readonly type: "column"; readonly list: string; readonly column: string }
  | { readonly type: "rows"; readonly list: string }
  | { readonly type: "constant"; readonly value: number | string | boolean }
  /** 空: nothing is filled in. */
  | { readonly type: "blank" };

/** A token and where it is in the text as written: offsets, `end` exclusive. */
export type Token = {
  readonly start: number;
  readonly end: number;
} & (
  | { readonly kind: "term"; readonly term: Term }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "sign"; readonly sign: string }
  | { readonly kind: "conjunction"; readonly name: "AND" | "OR" }
);

export function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === "sign" && token.sign === sign;
}

/** Does a value end with this token, so that an operator may follow? */
export function endsValue(token: Token | undefined): boolean {
  return token?.kind === "term" || isSign(token, ")") || isSign(token, "%");
}
