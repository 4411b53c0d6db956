import fc from "../../tooling/properties";
import { compileShift } from "../../../src/files/read/formula-shift";
import { toA1 } from "../../../src/workbook/address";
import { cells, errorCode, formulas, readPackage, values } from "../package";

describe("formulas", () => {
  test("a formula stands beside its value, without the equals sign", () => {
    const data = `<row r="1"><c r="A1"><f>B1&amp;"=&lt;关&gt;"</f><v>3</v></c><c r="B1"><f>=SUM(关工02!E7)</f><v>4</v></c></row>`;
    expect(formulas(readPackage({ data }))).toEqual({ A1: 'B1&"=<关>"', B1: "SUM(关工02!E7)" });
  });

  test("a formula without cached value has none, one with an empty text has that", () => {
    const data = `<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c></row>`;
    const read = cells(readPackage({ data }));
    expect(read.A1).toMatchObject({ kind: "empty", value: null, formula: "1+1" });
    expect(read.B1).toMatchObject({ kind: "empty", value: null });
    expect(read.C1).toMatchObject({ kind: "text", value: "" });
  });

  test("a shared formula is written out for each of its cells", () => {
    const data = `<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2&amp;"B1"&amp;'B1'!$C$1</f><v>1</v></c></row>
      <row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>
      <row r="3"><c r="B3"><f t="shared" si="0"></f><v>3</v></c></row>`;
    expect(formulas(readPackage({ data }))).toEqual({
      B1: `A1*2&"B1"&'B1'!$C$1`,
      B2: `A2*2&"B1"&'B1'!$C$1`,
      B3: `A3*2&"B1"&'B1'!$C$1`,
    });
  });

  test("a group's number may be used again by a later formula", () => {
    const follower = (at: string): string => `<c r="${at}"><f t="shared" si="0"/><v>0</v></c>`;
    const data = `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">C1</f></c></row><row r="2">${follower("A2")}</row>
      <row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="0">D3</f></c></row><row r="4">${follower("A4")}</row>`;
    expect(formulas(readPackage({ data }))).toEqual({ A1: "C1", A2: "C2", A3: "D3", A4: "D4" });
  });

  test("a cell that follows a formula further on is served too, one that follows none keeps its value", () => {
    const data = `<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c><c r="B1"><f t="shared" si="9"/><v>5</v></c></row>
      <row r="2"><c r="A2"><f t="shared" ref="A1:A2" si="0">C2</f><v>2</v></c></row>`;
    const read = readPackage({ data });
    expect(formulas(read)).toEqual({ A1: "C1", A2: "C2" });
    expect(values(read)).toEqual({ A1: 1, B1: 5, A2: 2 });
  });

  test("an array formula stands in every cell of its area, also where the file has no cell", () => {
    const data = `<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2*2</f><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2" s="1"><v>3</v></c></row>`;
    const read = readPackage({ data });
    expect(formulas(read)).toEqual({ A1: "C1:D2*2", B1: "C1:D2*2", A2: "C1:D2*2", B2: "C1:D2*2" });
    expect(values(read)).toEqual({ A1: 1, B1: 2, A2: 3, B2: null });
  });

  test("a data table is shown as Excel shows it", () => {
    const data = `<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="0" r1="C1"/><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`;
    expect(formulas(readPackage({ data }))).toEqual({ A1: "TABLE(,C1)", A2: "TABLE(,C1)" });
  });

  test("array formulas over more cells than a workbook may have are refused", () => {
    const data = `<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>`;
    expect(errorCode(() => readPackage({ data }))).toBe("F03");
  });

  test("shared formulas that would fill the memory are refused", () => {
    const followers = Array.from(
      { length: 50 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><f t="shared" si="0"/></c></row>`,
    );
    const data = `<row r="1"><c r="A1"><f t="shared" ref="A1:A51" si="0">"${"x".repeat(900)}"&amp;B1</f></c></row>${followers.join("")}`;
    expect(errorCode(() => readPackage({ data }, { formulaCharacters: 20_000 }))).toBe("F03");
    expect(errorCode(() => readPackage({ data }, { formulaLength: 500 }))).toBe("F03");
    expect(errorCode(() => readPackage({ data }, { formulas: 40 }))).toBe("F03");
    expect(errorCode(() => readPackage({ data }))).toBeNull();
  });

  test("nor does it help to follow a formula before it comes", () => {
    const followers = Array.from(
      { length: 50 },
      (_, i) => `<row r="${i + 1}"><c><f t="shared" si="0"/></c></row>`,
    );
    const data = `${followers.join("")}<row r="51"><c><f t="shared" ref="A1:A51" si="0">"${"x".repeat(900)}"&amp;B1</f></c></row>`;
    expect(errorCode(() => readPackage({ data }, { formulaCharacters: 20_000 }))).toBe("F03");
    expect(errorCode(() => readPackage({ data }))).toBeNull();
  });
});

describe("moving a formula", () => {
  test.each([
    ["A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"],
    ["SUM(A1:B2)", 1, 1, "SUM(B2:C3)"],
    ["SUM(A:A,$B:C)", 1, 1, "SUM(B:B,$B:D)"],
    ["SUM(1:1,$2:3)", 1, 1, "SUM(2:2,$2:4)"],
    ["LOG10(A1)+ATAN2(B1,C1)", 1, 0, "LOG10(A2)+ATAN2(B2,C2)"],
    ["Sheet1!A1+'Q1'!A1+关工02!E7+AB12!C3", 1, 1, "Sheet1!B2+'Q1'!B2+关工02!F8+AB12!D4"],
    [
      "Table1[[#This Row],[A1]]+[1]Sheet1!A1+T[A'[1]+B1",
      1,
      0,
      "Table1[[#This Row],[A1]]+[1]Sheet1!A2+T[A'[1]+B2",
    ],
    ['"A1 ""B2"" C3"&A1', 1, 0, '"A1 ""B2"" C3"&A2'],
    ["A1x+xyzA1+_A1+A1.b+ABCD1+ZZZ1+A0+A1048577", 1, 1, "A1x+xyzA1+_A1+A1.b+ABCD1+ZZZ1+A0+A1048577"],
    ["1E5+1.5+TRUE", 1, 1, "1E5+1.5+TRUE"],
    ["A1+B2", -1, 0, "#REF!+B1"],
    ["XFD1", 0, 1, "#REF!"],
    ["INDEX(A1:INDEX(B:B,3),1)", 1, 1, "INDEX(B2:INDEX(C:C,3),1)"],
    ["A1#+@A1", 1, 0, "A2#+@A2"],
    ["", 1, 1, ""],
  ])("%s by %i rows and %i columns", (formula, rows, columns, expected) => {
    expect(compileShift(formula)(rows, columns)).toBe(expected);
  });

  test("there and back gives the same formula", () => {
    const reference = fc.tuple(fc.nat(999), fc.nat(999)).map(([row, column]) => toA1(row, column));
    const steps = fc.tuple(fc.nat(500), fc.nat(500));
    fc.assert(
      fc.property(
        fc.array(reference, { minLength: 1, maxLength: 6 }),
        steps,
        (references, [rows, columns]) => {
          const formula = references.join("+");
          expect(compileShift(compileShift(formula)(rows, columns))(-rows, -columns)).toBe(formula);
        },
      ),
    );
  });

  test("no formula, however odd, takes long", () => {
    for (const odd of ["[", "'", '"', "$A", "A1:", "((", "关", "]", "A:"]) {
      expect(compileShift(odd.repeat(8192))(0, 0)).toBe(odd.repeat(8192));
    }
  });
});
