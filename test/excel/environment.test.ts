import { describeExcel } from "../../src/excel/environment";
import { createSimulatedExcel } from "../excel-host";

describe("what Excel says of itself", () => {
  it("names the newest version of each requirement set that it offers", () => {
    createSimulatedExcel({ apiLevel: "1.16" });
    expect(describeExcel()).toEqual(expect.arrayContaining(["ExcelApi 1.16", "DialogApi 1.2"]));
    createSimulatedExcel({ apiLevel: "1.14" });
    expect(describeExcel()).toContain("ExcelApi 1.14");
  });
});
