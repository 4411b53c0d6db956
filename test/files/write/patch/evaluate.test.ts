import { compileFormula } from "../../../../src/files/write/patch/evaluate";
import type { Result } from "../../../../src/files/write/patch/formula-values";

/** What the formula comes to where every cell that it asks for holds this; null where that cannot be known. */
const resultOf = (formula: string, cell: Result = null) => compileFormula(formula).evaluate(() => [cell]);

it.each<[string, Result, Result]>([
  ["SUM(A1,2)", 3, 5],
  ["SUM(A1,2)", "3", 2],
  ["AVERAGE(A1)", null, { error: "#DIV/0!" }],
  ["ROUND(A1,2)", 1.005, 1.01],
  ["ROUNDDOWN(A1,0)", -2.7, -2],
  ['IF(A1>0,"有","无")', 3, "有"],
  ["IFERROR(1/A1,0)", 0, 0],
  ["MAX(A1)", "x", 0],
  ['A1&"%"', 0.1, "0.1%"],
  ["0.1+A1", 0.2, 0.3],
])("%s of %p is %p, as in Excel", (formula, cell, expected) => {
  expect(resultOf(formula, cell)).toEqual({ result: expected });
});

it("knows nothing of other functions, be an error in their brackets or not", () => {
  expect(resultOf("IFNA(A1,0)", { error: "#N/A" })).toBeNull();
  expect(resultOf("VLOOKUP(A1,B1:C9,2)", 1)).toBeNull();
});
