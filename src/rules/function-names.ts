/** Excel's function names and what offices call them. */

const NAMES: Readonly<Record<string, readonly string[]>> = {
  SUM: ["求和", "合计", "Σ"],
  AVERAGE: ["平均", "平均值", "求平均"],
  MIN: ["最小", "最小值"],
  MAX: ["最大", "最大值"],
  COUNT: ["计数"],
  COUNTA: ["非空计数"],
  SUMIF: ["条件求和"],
  SUMIFS: ["多条件求和"],
  COUNTIF: ["条件计数"],
  COUNTIFS: ["多条件计数"],
  AVERAGEIF: ["条件平均"],
  ROWS: ["行数"],
  IF: ["如果", "若"],
  IFERROR: ["如果出错", "出错时"],
  AND: ["且", "并且"],
  OR: ["或", "或者"],
  NOT: ["非"],
  ABS: ["绝对值"],
  ROUND: ["四舍五入"],
  ROUNDUP: ["向上取整", "进位"],
  ROUNDDOWN: ["向下取整", "舍去"],
  INT: ["取整"],
  MOD: ["取余", "余数"],
  SQRT: ["平方根"],
  LEN: ["长度", "字数"],
  LEFT: ["左取"],
  RIGHT: ["右取"],
  MID: ["中取"],
  TRIM: ["去空格"],
  EXACT: ["完全相同"],
  ISBLANK: ["为空", "未填"],
  ISNUMBER: ["是数值"],
  ISTEXT: ["是文本"],
};

const BY_SPELLING = new Map(
  Object.entries(NAMES).flatMap(([name, others]) => [name, ...others].map((spelling) => [spelling, name])),
);

/** Excel's name for a spelling in either language, in any case; null for no function of the rule language. */
export function functionName(spelling: string): string | null {
  return BY_SPELLING.get(spelling.toUpperCase()) ?? null;
}

/** What offices call the function of this name. */
export function officeName(name: string): string {
  return NAMES[name]?.[0] ?? name;
}
