/** @jest-environment jsdom */
import "../taskpane/browser-globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RIBBON_FUNCTIONS, RibbonRequests } from "../../src/taskpane/ribbon-requests";
import { answerRibbon } from "../../src/excel/ribbon-buttons";
import { bootOffice } from "./node/boot-office";
import { loadCalculator } from "./node/ironcalc";
import { loadMetadata } from "./node/metadata";
import { addInOf, Ribbon } from "./person/ribbon";
import { SimulatedExcel } from "./person/simulated-excel";
import { supportedSets } from "./seams/requirements";

const XML = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");
const manifest = (xml: string): Document => new DOMParser().parseFromString(xml, "text/xml");
const withSharedRuntime = supportedSets("1.14");

const excel = new SimulatedExcel({ metadata: loadMetadata(), calculator: loadCalculator() });
const ribbonOf = (xml: string, sets = withSharedRuntime): Ribbon =>
  new Ribbon(addInOf(manifest(xml), sets), excel.host.calls);

describe("the buttons of the ribbon in an Excel that has one page for them and the pane", () => {
  const asked: string[] = [];
  const ribbon = ribbonOf(XML);

  beforeAll(async () => {
    const requests = new RibbonRequests();
    requests.listen((action) => asked.push(action));
    const booted = bootOffice(excel);
    // The page's own script runs right behind office.js, long before Excel has answered.
    answerRibbon(Object.keys(RIBBON_FUNCTIONS), (name) => requests.ask(RIBBON_FUNCTIONS[name]!));
    await booted;
  });

  it("start the page, and show it, where the pane was never opened", async () => {
    await ribbon.press("审核当前工作簿");
    expect(asked.splice(0)).toEqual(["check"]);
    expect(ribbon).toMatchObject({ loads: 1, visible: true });
  });

  it("reach the page that is there: none takes its place", async () => {
    for (const label of ribbon.labels) await ribbon.press(label);
    expect(asked.splice(0)).toEqual(["check", "consolidate", "report"]);
    expect(ribbon.loads).toBe(1);
  });

  it("are answered however fast they are pressed", async () => {
    await Promise.all(["报告", "一键汇总", "报告"].map((label) => ribbon.press(label)));
    expect(asked.splice(0)).toEqual(["report", "consolidate", "report"]);
  });

  it("say so where the page has no such function", async () => {
    const unknown = ribbonOf(XML.replace("TownshipReport", "TownshipWord"));
    await expect(unknown.press("报告")).rejects.toThrow(/TownshipWord/);
  });
});

describe("the simulated ribbon", () => {
  it("replaces the page where two buttons of one pane show different addresses, as Excel does", async () => {
    const [show] = /<Action xsi:type="ShowTaskpane">[^]*?<\/Action>/.exec(XML)!;
    const another = XML.replace(
      /<Action xsi:type="ExecuteFunction">[^]*?<\/Action>/,
      show.replace("Pane.Url", "Support.Url"),
    );
    const ribbon = ribbonOf(another);
    await ribbon.press("打开窗格");
    await ribbon.press("审核当前工作簿");
    expect(ribbon.loads).toBe(2);
    await ribbon.press("打开窗格");
    expect(ribbon.loads).toBe(3);
  });

  it("has one button that opens the pane where pane and buttons can share no page, as on an iPad", async () => {
    const ribbon = ribbonOf(XML, supportedSets("1.14", false));
    expect(ribbon.labels).toEqual(["乡镇报表汇总"]);
    await ribbon.press("乡镇报表汇总");
    expect(ribbon.page).toBe("https://localhost:3000/taskpane.html");
  });
});
