/** @jest-environment ./test/tooling/page-environment.cjs */
import * as fs from "node:fs";
import * as path from "node:path";
import { RIBBON_FUNCTIONS } from "../src/taskpane/ribbon-requests";
import { manifestFaults, type Surroundings } from "./tooling/manifest-check";

const ROOT = path.join(__dirname, "..");
const XML = fs.readFileSync(path.join(ROOT, "manifest.xml"), "utf8");
const PACKAGE = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as { version: string };

type Size = { readonly width: number; readonly height: number } | null;
const sizes = new Map<string, Size>();

function pngSize(file: string): Size {
  if (!sizes.has(file)) sizes.set(file, readPngSize(file));
  return sizes.get(file) ?? null;
}

/** Width and height are in the first chunk of a PNG (ISO/IEC 15948, 11.2.2). */
function readPngSize(file: string): Size {
  const full = path.join(ROOT, file);
  if (!fs.statSync(full, { throwIfNoEntry: false })?.isFile()) return null;
  const bytes = fs.readFileSync(full);
  if (bytes.toString("latin1", 0, 8) !== "\x89PNG\r\n\x1a\n") return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const surroundings: Surroundings = {
  packageVersion: PACKAGE.version,
  pngSize,
  pages: ["taskpane.html", "support.html"],
  functions: Object.keys(RIBBON_FUNCTIONS),
};

const parse = (xml: string): Document => new DOMParser().parseFromString(xml, "text/xml");

function faults(xml: string, around: Partial<Surroundings> = {}): string[] {
  return manifestFaults(parse(xml), { ...surroundings, ...around }).map(
    (fault) => `${fault.check}: ${fault.what}`,
  );
}

/** The manifest with one thing changed; the change must have found its place. */
function changed(from: string | RegExp, to: string): string {
  const xml = XML.replace(from, to);
  expect(xml).not.toBe(XML);
  expect(parse(xml).querySelector("parsererror")).toBeNull();
  return xml;
}

describe("the manifest", () => {
  it("has no fault", () => {
    expect(faults(XML)).toEqual([]);
  });

  it("offers to open the pane, check the open workbook, consolidate and report, all in one page", () => {
    const doc = parse(XML);
    const labels = [...doc.querySelectorAll("Control > Label")].map((label) => label.getAttribute("resid"));
    const texts = labels.map((id) =>
      [...doc.querySelectorAll("ShortStrings > *")]
        .find((text) => text.id === id)
        ?.getAttribute("DefaultValue"),
    );
    expect(texts).toEqual(["打开窗格", "审核当前工作簿", "一键汇总", "报告"]);
    const actions = [...doc.querySelectorAll("Action")].map((action) => action.getAttribute("xsi:type"));
    expect(actions).toEqual(["ShowTaskpane", "ExecuteFunction", "ExecuteFunction", "ExecuteFunction"]);
  });
});

describe("the check of the manifest", () => {
  it.each<[string, string | RegExp, string, string]>([
    [
      "elements out of order",
      /(<Hosts>[^]*?<\/Hosts>)(\s*)(<Requirements>[^]*?<\/Requirements>)/,
      "$3$2$1",
      "order: OfficeApp",
    ],
    [
      "an icon before its tip",
      /(<Supertip>[^]*?<\/Supertip>)(\s*)(<Icon>[^]*?<\/Icon>)/,
      "$3$2$1",
      "order: Control",
    ],
    ["no support page", /<SupportUrl [^>]*>/, "", "missing: OfficeApp/SupportUrl"],
    ["no tip on a button", /<Supertip>[^]*?<\/Supertip>/, "", "missing: Control/Supertip"],
    ["an id that is no GUID", /<Id>.*<\/Id>/, "<Id>township</Id>", "identity: Id"],
    ["another kind of add-in", `xsi:type="TaskPaneApp"`, `xsi:type="MailApp"`, "identity: xsi:type"],
    ["another default locale", ">zh-CN<", ">zh<", "identity: DefaultLocale"],
    ["another version", /<Version>.*<\/Version>/, "<Version>9.9.9.0</Version>", "version: Version"],
    ["fewer permissions", "ReadWriteDocument", "ReadDocument", "requirement: Permissions"],
    ["another host", `Name="Workbook"`, `Name="Document"`, "requirement: Host"],
    ["an older Excel", `MinVersion="1.14"`, `MinVersion="1.9"`, "requirement: ExcelApi"],
    [
      "a page for the functions that is not the pane's",
      `FunctionFile resid="Pane.Url"`,
      `FunctionFile resid="Support.Url"`,
      "page: more than one page",
    ],
    [
      "two buttons that show a page",
      /<Action xsi:type="ExecuteFunction">[^]*?<\/Action>/,
      `<Action xsi:type="ShowTaskpane"><TaskpaneId>Township.Pane</TaskpaneId><SourceLocation resid="Pane.Url"/></Action>`,
      "page: 2 buttons show a page",
    ],
    ["a function that the page has not", "TownshipCheck", "TownshipChek", "page: TownshipChek"],
    ["a page that ends with the pane", `lifetime="long"`, `lifetime="short"`, "identity: Runtime lifetime"],
    [
      "buttons for an Excel that has no shared page",
      /<bt:Set Name="SharedRuntime"[^>]*>/,
      "",
      "requirement: SharedRuntime",
    ],
    ["a text that is not there", `resid="Open.Tip"`, `resid="Open.Tips"`, "reference: Open.Tips"],
    [
      "a text of the wrong kind",
      `<Label resid="Open.Label"`,
      `<Label resid="Open.Tip"`,
      "reference: Open.Tip",
    ],
    [
      "a text that nothing shows",
      `<Description resid="Open.Tip"/>`,
      `<Description resid="Check.Tip"/>`,
      "unused: Open.Tip",
    ],
    ["two buttons of one id", `id="Township.Check"`, `id="Township.Open"`, "duplicate: Township.Open"],
    [
      "an English text left out",
      /(id="Open\.Label"[^>]*>)\s*<bt:Override [^>]*>/,
      "$1",
      "locale: Open.Label",
    ],
    [
      "an English text twice",
      /(<Override Locale="en-US" Value="Township[^>]*>)/,
      "$1$1",
      "locale: DisplayName",
    ],
    ["an empty text", `Value="Open Pane"`, `Value=" "`, "locale: Open.Label"],
    [
      "an override for the default locale",
      `<bt:Override Locale="en-US" Value="Open Pane"`,
      `<bt:Override Locale="zh-CN" Value="Open Pane"`,
      "locale: Open.Label",
    ],
    ["a label that is too long", `Value="Open Pane"`, `Value="${"Open ".repeat(26)}"`, "length: Open.Label"],
    [
      "a description that is too long",
      /(<Description DefaultValue=")/,
      `$1${"长".repeat(250)}`,
      "length: Description",
    ],
    ["an id that is too long", /Check\.80/g, `Check.${"8".repeat(32)}`, `length: Check.${"8".repeat(32)}`],
    [
      "a button without its 80 pixel icon",
      /(id="Township\.Open"[^]*?)<bt:Image size="80" [^>]*>/,
      "$1",
      "icon: Township.Open lacks 80",
    ],
    ["an icon of the wrong size", "assets/check-16.png", "assets/check-20.png", "icon: Check.16"],
    ["an icon file that is not there", "assets/check-16.png", "assets/gone-16.png", "icon: Check.16"],
    ["a small picture for high resolution", "icon-64.png", "icon-32.png", "icon: HighResolutionIconUrl"],
    [
      "an address without encryption",
      `SupportUrl DefaultValue="https:`,
      `SupportUrl DefaultValue="http:`,
      "address: http://localhost:3000/support.html",
    ],
    [
      "a second origin",
      /(id="Pane\.Url" DefaultValue=")https:\/\/localhost:3000/,
      "$1https://example.org",
      "address: https://example.org/taskpane.html",
    ],
    [
      "a page that is not built",
      "3000/support.html",
      "3000/help.html",
      "address: https://localhost:3000/help.html",
    ],
  ])("sees %s", (_, from, to, fault) => {
    expect(faults(changed(from, to))).toContain(fault);
  });

  it("misses no element that is taken out, but for icons of sizes that Excel can do without", () => {
    const doc = parse(XML);
    const unseen = [...doc.querySelectorAll("OfficeApp *")].filter((element) => {
      const [parent, next] = [element.parentNode!, element.nextSibling];
      element.remove();
      const isUnseen = manifestFaults(doc, surroundings).length === 0;
      parent.insertBefore(element, next);
      return isUnseen;
    });
    const sizes = unseen.map((element) => element.getAttribute("size") ?? element.outerHTML);
    expect([...new Set(sizes)].sort()).toEqual(["20", "24", "40", "48", "64"]);
  });

  it("misses no attribute that says something else, but for words and for names of our own", () => {
    const doc = parse(XML);
    const unseen = new Set<string>();
    for (const element of doc.querySelectorAll("OfficeApp, OfficeApp *")) {
      for (const { name, value } of [...element.attributes]) {
        if (name.startsWith("xmlns")) continue;
        element.setAttribute(name, `${value}x`);
        if (manifestFaults(doc, surroundings).length === 0) unseen.add(`${element.localName} ${name}`);
        element.setAttribute(name, value);
      }
    }
    expect([...unseen].sort()).toEqual([
      "Control id",
      "Description DefaultValue",
      "DisplayName DefaultValue",
      "Group id",
      "Override Value",
      "String DefaultValue",
    ]);
  });

  it("sees that package.json has moved on", () => {
    expect(faults(XML, { packageVersion: "9.9.9" })).toEqual(["version: Version"]);
  });
});
