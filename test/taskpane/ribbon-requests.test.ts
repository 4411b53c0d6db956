import * as fs from "node:fs";
import * as path from "node:path";
import { RIBBON_FUNCTIONS, RibbonRequests } from "../../src/taskpane/ribbon-requests";

describe("what the ribbon asks of the pane", () => {
  it("has a function for every button of the manifest that calls one, and no other", () => {
    const manifest = fs.readFileSync(path.join(__dirname, "../../manifest.xml"), "utf8");
    const names = [...manifest.matchAll(/<FunctionName>(.*?)<\/FunctionName>/g)].map(([, name]) => name);
    expect(names).toEqual(Object.keys(RIBBON_FUNCTIONS));
  });

  it("reaches a pane that listens at once", () => {
    const requests = new RibbonRequests();
    const heard: string[] = [];
    const end = requests.listen((action) => heard.push(action));
    requests.ask("check");
    end();
    requests.ask("report");
    expect(heard).toEqual(["check"]);
  });

  it("waits for a pane that is still coming up, which is asked for the last button only", () => {
    const requests = new RibbonRequests();
    requests.ask("check");
    requests.ask("consolidate");
    const heard: string[] = [];
    requests.listen((action) => heard.push(action))();
    requests.listen((action) => heard.push(action));
    expect(heard).toEqual(["consolidate"]);
  });
});
