/** Names of lines that are shown beside each other, without what all of them have in common. */

const JOINT = " · ";

/**
 * `本科院校 · 高校总数` and `专科院校 · 高校总数` are 本科院校 and 专科院校; 合计 · 人民币 and 合计 · 外币 are 人民币 and
 * 外币. Without 其中： before and （合计） behind.
 */
export function distinctNames(names: readonly string[]): string[] {
  const parts = names.map((name) => {
    const at = name.indexOf(JOINT);
    return at < 0 ? null : { line: name.slice(0, at), head: name.slice(at + JOINT.length) };
  });
  const whole = parts.flatMap((part) => part ?? []);
  const isOne = (values: readonly string[]): boolean => new Set(values).size === 1;
  if (names.length < 2 || whole.length < names.length) return shortest(names);
  if (isOne(whole.map(({ head }) => head))) return shortest(whole.map(({ line }) => line));
  if (isOne(whole.map(({ line }) => line))) return shortest(whole.map(({ head }) => head));
  return shortest(names);
}

/** Without their numbering where they differ without it too. */
function shortest(names: readonly string[]): string[] {
  const plain = names.map(plainName);
  const bare = plain.map(withoutOrdinal);
  return new Set(bare).size === names.length ? bare : plain;
}

const ORDINAL =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}(?:\.\d{1,3}){0,4}(?:[、.．]\s*|\s+)(?=[^\d%‰])|\d{1,3}(?:\.\d{1,3}){1,4}(?=[^\d.%‰]))\s*/;

/** `4.1 境内商业银行`, `（一）办公费` → 境内商业银行, 办公费. */
export function withoutOrdinal(label: string): string {
  return label.replace(ORDINAL, "") || label;
}

function plainName(name: string): string {
  return name.replace(/^(?:其中|总数中|总额中)[：:]/, "").replace(/（合计）$/, "");
}
