import * as fs from "node:fs";
import * as path from "node:path";
import { ribbonAction } from "../../src/commands/ribbon";

describe("what the ribbon asks of the pane", () => {
  it("stands in the address that each button of the manifest opens", () => {
    const manifest = fs.readFileSync(path.join(__dirname, "../../manifest.xml"), "utf8");
    const urls = [
      ...manifest.matchAll(/<bt:Url id="(Pane|Check|Consolidate|Report)\.Url" DefaultValue="([^"]+)"/g),
    ];
    expect(urls.map(([, button, url]) => [button, ribbonAction(new URL(url!).search)])).toEqual([
      ["Pane", undefined],
      ["Check", "check"],
      ["Consolidate", "consolidate"],
      ["Report", "report"],
    ]);
  });

  it("is found beside what Excel on the web adds to the address", () => {
    expect(ribbonAction("?action=check&_host_Info=Excel$Web$16.01$zh-CN$$$$0")).toBe("check");
  });

  it.each(["", "?action=", "?action=delete", "?Action=check"])(
    "is nothing where the address is %p",
    (search) => {
      expect(ribbonAction(search)).toBeUndefined();
    },
  );
});
