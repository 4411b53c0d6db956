import { canSaveFiles } from "../../src/taskpane/can-save";

const WEBKIT = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const EDGE =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0";

describe("whether the pane can hand out a file", () => {
  it.each([
    ["Excel on a Mac", "Mac", WEBKIT, false],
    ["Excel on an iPad", "iOS", `${WEBKIT} Mobile/15E148`, false],
    ["Excel on Windows", "PC", EDGE, true],
    ["Excel on the web, in Safari", "OfficeOnline", `${WEBKIT} Version/16.3 Safari/605.1.15`, true],
    ["a Mac's Excel that does not answer", undefined, WEBKIT, false],
    ["an iPad's Excel that does not answer", undefined, `${WEBKIT} Mobile/15E148`, false],
    ["a Windows Excel that does not answer", undefined, EDGE, true],
    ["Safari", undefined, `${WEBKIT} Version/16.3 Safari/605.1.15`, true],
    ["Firefox", undefined, "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", true],
  ])("%s", (_, platform, userAgent, can) => expect(canSaveFiles(platform, userAgent)).toBe(can));
});
