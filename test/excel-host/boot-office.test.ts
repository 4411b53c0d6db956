/** @jest-environment jsdom */
import "../taskpane/browser-globals";
import { bootOffice } from "./node/boot-office";
import { loadCalculator } from "./node/ironcalc";
import { loadMetadata } from "./node/metadata";
import { SimulatedExcel } from "./person/simulated-excel";

describe("the complete office.js on a page, as desktop Excel would start it", () => {
  const parts = { metadata: loadMetadata(), calculator: loadCalculator() };
  const excel = new SimulatedExcel(parts, { sheets: ["关工02"], language: "zh-CN", apiLevel: "1.12" });
  let ready: { host: unknown; platform: unknown };

  beforeAll(async () => {
    ready = await bootOffice(excel, { theme: { background: "#262626", text: "#FFFFFF" } });
  });

  it("reports Excel on a PC", () => {
    expect(ready).toMatchObject({ host: "Excel", platform: "PC" });
  });

  it("knows the language, the theme and the file", () => {
    expect(Office.context.displayLanguage).toBe("zh-CN");
    expect(Office.context.contentLanguage).toBe("zh-CN");
    expect(Office.context.officeTheme).toMatchObject({
      bodyBackgroundColor: "#262626",
      bodyForegroundColor: "#ffffff",
    });
    expect(Office.context.document.url).toContain("Book1.xlsx");
  });

  it("supports the requirement sets of its level and no newer ones", () => {
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.12")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(false);
  });

  it("runs batches, and a click on the page can fill a cell", async () => {
    document.body.innerHTML = "<button>填</button>";
    const clicked = new Promise<void>((done, fail) => {
      document.querySelector("button")!.addEventListener("click", () => {
        Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getRange("B2").values = [["你好"]];
          await context.sync();
        }).then(done, fail);
      });
    });
    document.querySelector("button")!.click();
    await clicked;
    expect(excel.workbook.sheet("关工02").text("B2")).toBe("你好");
  });

  it("delivers events to handlers", async () => {
    const changed = new Promise<string>((done) => {
      void Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add(async ({ address }) => done(address));
        await context.sync();
        excel.workbook.sheet("关工02").type("C3", 5);
      });
    });
    expect(await changed).toBe("C3");
  });

  it("saves document settings only when asked to", async () => {
    Office.context.document.settings.set("轮次", 2025);
    expect(excel.documentSettings.size).toBe(0);
    await new Promise((done) => Office.context.document.settings.saveAsync(done));
    expect([...excel.documentSettings.keys()]).toEqual(["轮次"]);
  });

  it("reports a person typing into a cell as Excel does", async () => {
    excel.switches.beginCellEdit();
    const failed = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[1]];
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    excel.switches.endCellEdit();
  });
});
