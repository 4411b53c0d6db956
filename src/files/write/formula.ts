/** Functions that came after Excel 2007 are in files with a prefix (MS-XLSX 2.3.3, "future functions"). */
const FUTURE_FUNCTIONS = new Set(
  (
    "AGGREGATE ARRAYTOTEXT BITAND BITOR BITXOR CEILING.MATH CEILING.PRECISE COMBINA CONCAT COVARIANCE.P COVARIANCE.S " +
    "DAYS ENCODEURL FLOOR.MATH FLOOR.PRECISE FORMULATEXT IFNA IFS ISFORMULA ISOWEEKNUM MAXIFS MINIFS MODE.MULT " +
    "MODE.SNGL NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA QUARTILE.EXC " +
    "QUARTILE.INC RANK.AVG RANK.EQ SHEET SHEETS STDEV.P STDEV.S SWITCH TEXTJOIN UNICHAR UNICODE VALUETOTEXT VAR.P " +
    "VAR.S XLOOKUP XMATCH XOR"
  ).split(" "),
);

// A text in quotes, a sheet name in quotes, or a function's name before its parenthesis.
const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.\\])([A-Z][A-Z0-9.]*)(?=\()/gi;

/** The formula as a file holds it: `IFS(A1,1)` → `_xlfn.IFS(A1,1)`. */
export function fileFormula(formula: string): string {
  return formula.replace(TOKENS, (token: string, name: string | undefined) =>
    name !== undefined && FUTURE_FUNCTIONS.has(name.toUpperCase()) ? `_xlfn.${name}` : token,
  );
}

/** What a formula may give instead of a value (ECMA-376 part 1, 18.17.2.7, and Excel's later ones). */
const ERRORS = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
]);

export function isErrorText(value: unknown): value is string {
  return typeof value === "string" && ERRORS.has(value);
}
