/**
 * What goes wrong in real submitted workbooks, by number: whether and how it can be planted, the class of what is then
 * found, and whether it is silent (read all the same, nothing said). Source: the catalogue of defects that intake and
 * checks are built against.
 */

/**
 * `plan`: into a unit's workbook; `grid`: into what a reader yields; `file`: into its bytes; `session`: among several
 * files; `never`: it is about our own output or interface, see `why`.
 */
export type Planting = "plan" | "grid" | "file" | "session" | "never";
export type FoundClass = "mustFix" | "explain" | "note";

export interface Defect {
  readonly code: string;
  readonly what: string;
  readonly planting: Planting;
  /** What its root finding may be; empty where it is silent. */
  readonly classes: readonly FoundClass[];
  /** Where it cannot be planted: what stands for it. */
  readonly why?: string;
}

type Row = readonly [number: number, what: string, planting: Planting, classes: string, why?: string];

const ROWS: readonly Row[] = [
  [1, "another form or department", "plan", "mustFix"],
  [2, "an older version of the template", "plan", "note explain mustFix"],
  [3, ".xls", "file", "note"],
  [4, ".et, or a renamed ending", "file", "note"],
  [5, "csv, HTML or another format named .xlsx", "file", "note"],
  [6, "a password to open", "file", "mustFix"],
  [7, "the workbook's structure is protected", "grid", "note"],
  [8, "read-only recommended, encrypted with Excel's own password", "file", ""],
  [9, "a picture, a PDF", "file", "mustFix"],
  [10, "two files of one unit", "session", "mustFix"],
  [11, "one file under another unit's name", "session", "mustFix"],
  [12, "the file's name says another unit", "plan", "explain mustFix"],
  [13, "several units in one workbook, one unit in two", "session", "explain"],
  [14, "a value from another file", "grid", "explain"],
  [15, "threaded comments, pivots", "file", ""],
  [16, "a wrong dimension", "file", ""],
  [17, "a formula that nobody calculated", "grid", "explain note"],
  [18, "a sheet renamed, copied, deleted", "plan", "note explain mustFix"],
  [19, "a row of its own", "plan", "explain"],
  [20, "a column inserted, moved, deleted", "plan", "note explain mustFix"],
  [21, "rows deleted", "plan", "explain"],
  [22, "a header edited", "plan", "note"],
  [23, "merged data cells", "plan", "explain"],
  [24, "a line above that pushes the table down", "plan", ""],
  [25, "hidden rows, columns, sheets", "plan", "explain"],
  [26, "a filter left on", "plan", ""],
  [27, "a total of its own in a list", "plan", "mustFix explain"],
  [28, "the 栏次 row", "never", "", "stands in every form; reading one as data would be seen everywhere"],
  [29, "formatted rows behind the end", "plan", ""],
  [30, "a list that overflows or runs on", "plan", "explain note"],
  [31, "a number stored as text", "plan", "note"],
  [32, "a unit of measure in the cell", "plan", "note mustFix"],
  [33, "5.2万", "plan", "explain"],
  [34, "万元 where 元 is asked", "plan", "explain"],
  [35, "full-width digits", "plan", ""],
  [36, "spaces around", "plan", ""],
  [37, "about, more than, nearly", "plan", "explain"],
  [38, "Chinese numerals", "plan", "note"],
  [39, "two numbers, arithmetic", "plan", "explain mustFix"],
  [40, "无, 同上, 见附件", "plan", "explain mustFix"],
  [41, "a blank", "plan", "mustFix"],
  [42, "half a person, less than none", "plan", "mustFix"],
  [43, "80.7 % in three ways", "plan", "note"],
  [44, "a date or 1.23E+10 made of a number", "plan", "explain mustFix"],
  [45, "dates in other forms", "plan", "note"],
  [46, "error values", "plan", "mustFix"],
  [47, "a formula typed over", "plan", "explain mustFix"],
  [48, "a total that is not the sum", "plan", "mustFix"],
  [49, "0.30000000004", "plan", ""],
  [50, "人 for 人次", "plan", "mustFix"],
  [51, "√, Y, 有 for 是", "plan", "note"],
  [52, "separators in lists", "plan", ""],
  [53, "last year's column changed", "plan", "mustFix"],
  [54, "last year's workbook sent again", "plan", "explain mustFix"],
  [55, "another year's figures", "plan", "mustFix"],
  [56, "a figure of several years in an annual line", "plan", "explain"],
  [57, "a ratio averaged over units", "never", "", "ratios are recomputed, whatever is sent"],
  [58, "one event reported by several units", "session", "explain"],
  [59, "one article counted for each outlet", "plan", "explain"],
  [60, "things without a price among the money", "plan", "explain mustFix note"],
  [61, "a unit merged, split, renamed", "never", "explain", "is in the register, not in a workbook: see the tests of the like basis"],
  [62, "a unit is missing, the total goes out as complete", "session", "note"],
  [63, "an empty shell", "plan", "explain"],
  [64, "an instruction that contradicts a rule", "never", "", "hint, note and rule come from one source"],
  [65, "hundreds of findings from one root", "never", "", "every trial asks that nothing else is found"],
  [66, "an empty or untranslated message", "never", "", "a test asks every message in both languages"],
  [67, "a finding without a place", "never", "", "every trial asks for the place"],
  [68, "figures made to fit a soft rule", "never", "", "soft messages offer the explanation first"],
  [69, "a text that differs from its table", "never", "mustFix", "is C05 and the check of texts"],
]; // prettier-ignore

export const CATALOGUE: readonly Defect[] = ROWS.map(([number, what, planting, classes, why]) => ({
  code: `D${String(number).padStart(2, "0")}`,
  what,
  planting,
  classes: classes.split(" ").filter((each) => each !== "") as FoundClass[],
  ...(why === undefined ? {} : { why }),
}));

export const isSilent = ({ classes, planting }: Defect): boolean =>
  planting !== "never" && classes.length === 0;
