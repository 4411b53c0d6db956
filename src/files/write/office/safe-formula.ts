/** Which formulas of an office's workbook are kept: those that only compute, from cells of their own workbook. */
import { parse, tokenize, tokenTypes } from "@borgar/fx";
import { sheetsIn } from "../../../workbook/sheet-references";

/**
 * They compute and do nothing else: no function here opens an address, starts a program or reads another file.
 * INDIRECT and OFFSET are left out: what they refer to cannot be checked.
 */
const HARMLESS = new Set(
  (
    "ABS ADDRESS AND AVEDEV AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS CEILING CEILING.MATH CHAR CHOOSE CLEAN CODE COLUMN " +
    "COLUMNS CONCAT CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DATEDIF DATESTRING DATEVALUE DAY DAYS " +
    "DAYS360 EDATE EOMONTH ERROR.TYPE EVEN EXACT EXP FALSE FIND FINDB FIXED FLOOR FLOOR.MATH HLOOKUP HOUR IF IFERROR " +
    "IFNA IFS INDEX INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISREF ISTEXT ISOWEEKNUM " +
    "LARGE LEFT LEFTB LEN LENB LN LOG LOG10 LOOKUP LOWER MATCH MAX MAXA MAXIFS MEDIAN MID MIDB MIN MINA MINIFS MINUTE " +
    "MMULT MOD MODE MODE.SNGL MONTH MROUND N NA NETWORKDAYS NOT NOW NPV NUMBERSTRING NUMBERVALUE ODD OR PERCENTILE " +
    "PERCENTILE.INC PERCENTRANK PERCENTRANK.INC PI PMT POWER PRODUCT PROPER QUARTILE QUARTILE.INC QUOTIENT RANK " +
    "RANK.AVG RANK.EQ REPLACE REPLACEB REPT RIGHT RIGHTB RMB ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SEARCHB SECOND " +
    "SIGN SMALL SQRT STDEV STDEV.P STDEV.S STDEVP SUBSTITUTE SUBTOTAL AGGREGATE SUM SUMIF SUMIFS SUMPRODUCT SUMSQ " +
    "SUMX2MY2 SWITCH T TEXT TEXTJOIN TIME TIMEVALUE TODAY TRANSPOSE TRIM TRIMMEAN TRUE TRUNC UNICHAR UNICODE UPPER " +
    "VALUE VAR VAR.P VAR.S VARP VLOOKUP WEEKDAY WEEKNUM WORKDAY XLOOKUP XMATCH XOR YEAR YEARFRAC YEN"
  ).split(" "),
);
/** Longer than any formula that Excel takes (8192 characters). */
const LONGEST = 8192;

/** `sheets`: the names of the workbook's sheets, in small letters. `formula` is without `=`. */
export function isSafeFormula(formula: string, sheets: ReadonlySet<string>): boolean {
  if (formula.length > LONGEST) return false;
  if (!sheetsIn(formula).every((name) => sheets.has(name.toLowerCase()))) return false;
  const tokens = tokenize(formula);
  if (!tokens.every(({ type, value }) => isHarmless(type, value))) return false;
  try {
    parse(tokens);
    return true;
  } catch {
    return false;
  }
}

/** A bracket before a sheet's name is another workbook; in a table's name it is a column. A bar starts a program (DDE). */
function isHarmless(type: string, value: string): boolean {
  if (type === tokenTypes.FUNCTION) return HARMLESS.has(value.toUpperCase().replace(/^_XLFN\./, ""));
  if (type === tokenTypes.UNKNOWN) return false;
  const isReference = type.startsWith("range") || type === tokenTypes.REF_STRUCT;
  return !isReference || !/\[[^\]]*\][^!]*!/.test(value);
}
