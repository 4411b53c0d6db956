/** Which digits are a telephone or an identity number in China. */

/** Groups of digits with what is between them: `["0435", "6229666"]`, `["-"]`. */
export interface Digits {
  /** All of them, without what is between. */
  readonly all: string;
  readonly parts: readonly string[];
  readonly between: readonly string[];
}

export type NumberKind = "identity" | "mobile" | "landline";

/** Null for what is neither. `before` is the text before it, in capitals. */
export function classify(digits: Digits, before: string): NumberKind | null {
  const { length } = digits.all;
  // Asked of every run of digits in long texts: what cannot be a number by its length is not looked at.
  if (length < SHORTEST || length > LONGEST || length === 9) return null;
  if (isIdentity(digits)) return "identity";
  if (isMobile(digits)) return "mobile";
  const isOther =
    isLandline(digits, before) ||
    isService(digits, before) ||
    isAbroad(digits, before) ||
    isLabelled(digits, before);
  return isOther ? "landline" : null;
}

/** A local number, and an identity number. */
const SHORTEST = 7;
const LONGEST = 18;

/** Provinces of GB 11643: the first two digits of an identity number. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
const NEW_IDENTITY = new RegExp(`^\\d{6}(?:18|19|20)\\d\\d${DAY}\\d{3}[\\dX]$`);
const OLD_IDENTITY = new RegExp(`^\\d{8}${DAY}\\d{3}$`);

function isIdentity({ all, parts }: Digits): boolean {
  if ((all.length !== 15 && all.length !== 18) || !PROVINCE.test(all)) return false;
  if (all.length === 15) return OLD_IDENTITY.test(all) && parts.length === 1;
  return all.length === 18 && NEW_IDENTITY.test(all) && checkSign(all) === all[17];
}

/** GB 11643-1999: ISO 7064, MOD 11-2. */
function checkSign(number: string): string {
  const sum = [...number.slice(0, 17)].reduce(
    (all, digit, i) => all + Number(digit) * (2 ** (17 - i) % 11),
    0,
  );
  return "10X98765432"[sum % 11]!;
}

function isMobile({ all, parts, between }: Digits): boolean {
  if (!/^(?:0086|86|0)?1[3-9]\d{9}$/.test(all)) return false;
  if (parts.length === 1) return true;
  // One point between digits makes a decimal number: 138.00138111.
  if (parts.length === 2 && between[0] === ".") return false;
  if (parts.every(({ length }) => length === 1)) return true;
  const own = withoutCountry(parts);
  return own[0]!.length >= 3 && own.every(({ length }) => length >= 2);
}

/** The groups after that of the country, `86`, or of a long-distance call, `0`. */
function withoutCountry(parts: readonly string[]): readonly string[] {
  return /^(?:0086|86|0)$/.test(parts[0]!) ? withoutCountry(parts.slice(1)) : parts;
}

/** The area codes of the mainland without their zero. */
const AREA = new RegExp(
  "^(?:10|2[0-57-9]|3(?:1\\d|35|[57]\\d|49|9[1-8])|4(?:1\\d|2[179]|3[1-9]|40|5\\d|6[4-9]|7\\d|8[23])|" +
    "5(?:1\\d|2[37]|3\\d|4[36]|5\\d|6[1-6]|7\\d|80|9\\d)|6(?:3[1-5]|6[0238]|9[12])|" +
    "7(?:01|1\\d|2[248]|3\\d|4[3-6]|5\\d|6[0-36-9]|7\\d|9\\d)|8(?:1[2-9]|2[5-7]|3\\d|5\\d|7\\d|8[3678]|9[1-9])|" +
    "9(?:0[1-9]|1\\d|3\\d|4[13]|5[1-5]|7\\d|9\\d))$",
);

function isLandline({ all, parts }: Digits, before: string): boolean {
  if (!/^(?:0|86)/.test(all)) return false;
  const abroad = /^(?:0086|86)/.exec(all)?.[0];
  const country = abroad && (abroad === "0086" || before.endsWith("+")) ? abroad : "";
  const rest = all.slice(country.length);
  if (country === "" && !rest.startsWith("0")) return false;
  const number = rest.replace(/^0/, "");
  return [2, 3].some((length) => {
    const [area, local] = [number.slice(0, length), number.slice(length)];
    if (!AREA.test(area) || !isLocalNumber(local) || (length === 2 && local.length !== 8)) return false;
    return parts.length === 1 || endsGroup(parts, all.length - local.length);
  });
}

/** Whether a group ends after so many digits, and the local number is not in more than two groups. */
function endsGroup(parts: readonly string[], digits: number): boolean {
  let sum = 0;
  const at = parts.findIndex(({ length }) => (sum += length) === digits);
  const local = parts.slice(at + 1);
  return at >= 0 && local.length <= 2 && local.every(({ length }) => length >= 3);
}

const WRITTEN_DAY = new RegExp(`^(?:19|20)\\d\\d${DAY}$`);

/** Seven or eight digits as exchanges give them out, and no day such as 20201222. */
export function isLocalNumber(digits: string): boolean {
  return /^[2-8]\d{6,7}$/.test(digits) && !WRITTEN_DAY.test(digits);
}

/** 400 and 800 numbers. In groups parted by blanks alone they may be three figures. */
function isService({ all, parts, between }: Digits, before: string): boolean {
  if (!/^[48]00\d{7}$/.test(all)) return false;
  return parts.length === 1 || between.every((each) => each === "-") || LABEL.test(before);
}

/** Hong Kong, Macao and Taiwan. */
function isAbroad({ all }: Digits, before: string): boolean {
  return (
    /^(?:852|853)\d{8}$|^886\d{8,9}$/.test(all.replace(/^00/, "")) &&
    (before.endsWith("+") || all.startsWith("00"))
  );
}

const LABEL =
  /(?:电话|手机|座机|固话|传真|热线|联系方式|TEL|PHONE|MOBILE)\.?(?:号码|号)?(?:是|为)? {0,2}[:：]? {0,2}\(?$/;

/** Seven or eight digits that are said to be a telephone number. */
function isLabelled({ all, parts }: Digits, before: string): boolean {
  if (all.length > 8) return false;
  const grouped = parts.length === 1 || (parts.length === 2 && parts.every(({ length }) => length >= 3));
  return grouped && isLocalNumber(all) && LABEL.test(before);
}
