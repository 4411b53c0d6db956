import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSimulatedExcel, type ExcelOptions, type SimulatedExcel } from ".";
import type { Fault } from "./book/faults";
import { HOST_CASES, runCase, type Arrange, type Situation } from "../../src/excel/host-cases";

const OPTIONS: Readonly<Record<Situation, ExcelOptions>> = {
  anyExcel: {},
  onTheWeb: { platform: "web" },
  onTheDesktop: {},
  typingIntoACell: {},
  typingForAMoment: {},
  "excelApi1.12": { apiLevel: "1.12" },
};

/** What a person does while the case runs, as far as the situation has one. */
function personIn(situation: Situation, { switches }: SimulatedExcel): Arrange | undefined {
  if (situation !== "typingIntoACell" && situation !== "typingForAMoment") return undefined;
  return () => {
    switches.beginCellEdit();
    if (situation === "typingForAMoment") setImmediate(() => switches.endCellEdit());
    return () => switches.endCellEdit();
  };
}

const CASES = Object.entries(HOST_CASES).flatMap(([topic, cases]) =>
  cases.map((hostCase) => ({ topic, title: hostCase.title, hostCase })),
);

describe("what we rely on in Excel", () => {
  it.each(CASES)("$topic: $title", async ({ hostCase }) => {
    const excel = createSimulatedExcel(OPTIONS[hostCase.situation]);
    const before = excel.snapshot();
    await runCase(hostCase, personIn(hostCase.situation, excel));
    expect(excel.snapshot()).toEqual(before);
    expect([...excel.host.unimplemented]).toEqual([]);
  });

  it.each<[Fault, string]>([
    ["copyActivates", "a copy of a sheet does not come to the front"],
    ["veryHiddenIsNotCopied", "a very hidden sheet can be copied"],
    ["manyMergesAreNull", "more than 512 merged areas are an error, not an empty answer"],
    ["mergedAddressIsCorner", "the address of merged areas names them whole"],
    [
      "recalculateDoesNothing",
      "in manual calculation changed cells are calculated when these alone are asked for",
    ],
    ["calculationModeIsWrong", "the calculation mode can be read, and that something is not calculated yet"],
  ])("fails in an Excel with the fault %s: %s", async (fault, title) => {
    const excel = createSimulatedExcel({ faults: [fault] });
    const { hostCase } = CASES.find((each) => each.title === title)!;
    await expect(runCase(hostCase)).rejects.toThrow();
    expect(excel.workbook.sheetNames).toEqual(["Sheet1"]);
  });

  it("says of each behaviour which page of Microsoft has it, or lists it as not verified", () => {
    const register = readFileSync(join(__dirname, "README.md"), "utf8");
    const rows = new Set(register.split("\n").map((line) => line.split("|")[1]?.trim()));
    const missing = CASES.filter(({ hostCase: { page, title } }) => page === null && !rows.has(title));
    expect(missing.map(({ title }) => title)).toEqual([]);
  });

  it("says of each topic what in the product it settles", () => {
    const register = readFileSync(join(__dirname, "README.md"), "utf8");
    const rows = new Map(
      register.split("\n").map((line) => [line.split("|")[1]?.trim(), line.split("|")[2]?.trim()]),
    );
    expect(Object.keys(HOST_CASES).filter((topic) => !rows.get(topic))).toEqual([]);
  });

  it("runs in a real Excel as it stands: cases know neither jest nor the simulation", () => {
    const folder = join(__dirname, "../../src/excel/host-cases");
    const imported = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/from "([^"]+)"/g)].map(([, from]) => from),
    );
    expect(imported.filter((from) => !/^\.\/[\w-]+$/.test(from!))).toEqual([]);
  });
});
