/** The code of a line: digits, `0102`; a few letters may lead, `NG1310`. */
export const LINE_CODE = /^[A-Za-z]{0,4}\d{2,8}$/;

/** One line as per cent of another, `0112/0102*100`; null for other formulas. */
export function ratioIn(formula: string): { readonly part: string; readonly whole: string } | null {
  const [, part, whole] = /^(\w+)\/(\w+)\*100$/.exec(formula) ?? [];
  return isCode(part) && isCode(whole) ? { part, whole } : null;
}

/** The line whose change on last year a formula is, `0201-上年(0201)`; null for other formulas. */
export function changeIn(formula: string): string | null {
  const [, now, before] = /^(\w+)-上年\((\w+)\)$/.exec(formula) ?? [];
  return isCode(now) && now === before ? now : null;
}

/** The lines that a formula adds up, `0702+0703` or `SUM(0103~0108)`; null for other formulas. `codes`: all, in order. */
export function partsIn(formula: string, codes: readonly string[]): readonly string[] | null {
  const plus = formula.split("+");
  if (plus.length > 1 && plus.every(isCode)) return plus;
  const [, first, last] = /^SUM\((\w+)~(\w+)\)$/.exec(formula) ?? [];
  const [from, to] = [codes.indexOf(first ?? ""), codes.indexOf(last ?? "")];
  return from >= 0 && to > from ? codes.slice(from, to + 1) : null;
}

function isCode(text: string | undefined): text is string {
  return text !== undefined && LINE_CODE.test(text);
}
