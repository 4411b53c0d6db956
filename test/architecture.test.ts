import * as fs from "node:fs";
import * as path from "node:path";
import { breaches, type SourceText } from "./tooling/laws";

const SRC = path.join(__dirname, "../src");

function sources(): SourceText[] {
  return fs
    .readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|json)$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => ({
      path: name.split(path.sep).join("/"),
      text: fs.readFileSync(path.join(SRC, name), "utf8"),
    }));
}

/** The breaches in a small house: file paths to texts. */
const inHouse = (files: Record<string, string>): string[] =>
  breaches(Object.entries(files).map(([file, text]) => ({ path: file, text }))).map(
    (breach) => `${breach.law}: ${breach.file}: ${breach.what}`,
  );

describe("the house", () => {
  it("keeps its laws: arrows run one way, Office and React stay in their rooms, pure rooms stay pure", () => {
    const all = sources();
    expect(all.length).toBeGreaterThan(0);
    expect(breaches(all)).toEqual([]);
  });
});

describe("the checker of the laws", () => {
  const grid = { "workbook/grid.ts": "export const a = 1;" };

  it("lets a room import what stands before it", () => {
    expect(
      inHouse({ ...grid, "intake/read.ts": `import { a } from "../workbook/grid"; export default a;` }),
    ).toEqual([]);
  });

  it.each([
    ["a room before it", "workbook/up.ts", `import "../intake/a";`],
    ["files from the way", "returns/up.ts", `import { read } from "../files/a";`],
    ["the insides of a session from files", "files/up.ts", `export * from "../app/a";`],
    ["locales from a pure room", "county-workbook/up.ts", `import type { Say } from "../locales/a";`],
    ["anything from locales", "locales/up.ts", `import { a } from "../workbook/a";`],
    ["the pane from the command line", "cli/up.ts", `const pane = await import("../taskpane/a");`],
    ["a worker of another room", "files/up.ts", `new Worker(new URL("../intake/a.ts", import.meta.url));`],
  ])("sees an arrow against the way: %s", (_, file, text) => {
    const target = /"\.\.\/(\w+\/a)(?:\.ts)?"/.exec(text)![1]!;
    expect(inHouse({ [`${target}.ts`]: "export const a = 1;", [file]: text })).toEqual([
      `arrow: ${file}: ${target}.ts`,
    ]);
  });

  it("lets files and excel know the ports", () => {
    const port = { "ports/ports.ts": "export interface Port {}" };
    expect(inHouse({ ...port, "files/a.ts": `import type { Port } from "../ports/ports";` })).toEqual([]);
    expect(inHouse({ ...port, "excel/a.ts": `import type { Port } from "../ports/ports";` })).toEqual([]);
  });

  it("sees an import of a file that is not there", () => {
    expect(inHouse({ "rules/a.ts": `import "./gone";` })).toEqual(["missing: rules/a.ts: ./gone"]);
  });

  it("sees a circle of imports", () => {
    const circle = { "rules/a.ts": `import "./b";`, "rules/b.ts": `export * from "./a";` };
    expect(inHouse(circle)).toEqual(["cycle: rules/b.ts: rules/a.ts → rules/b.ts → rules/a.ts"]);
  });

  it("sees Office outside its room and the entries", () => {
    const text = "export async function go(): Promise<void> { await Excel.run(async () => undefined); }";
    expect(inHouse({ "app/a.ts": text })).toEqual(["office: app/a.ts: Excel"]);
    expect(inHouse({ "taskpane/App.tsx": "let c: Office.Context;" })).toEqual([
      "office: taskpane/App.tsx: Office",
    ]);
    expect(inHouse({ "excel/a.ts": text, "taskpane/index.tsx": text })).toEqual([]);
  });

  it("takes a text or a member of that name for what it is", () => {
    expect(inHouse({ "app/a.ts": `export const x = { Excel: "Excel" }; x.Excel;` })).toEqual([]);
  });

  it.each(["react", "react-dom/client", "@fluentui/react-components"])("sees %s outside the pane", (name) => {
    const text = `import * as it from "${name}";`;
    expect(inHouse({ "excel/a.ts": text })).toEqual([`react: excel/a.ts: ${name}`]);
    expect(inHouse({ "taskpane/a.ts": text })).toEqual([]);
  });

  it.each([
    [`import * as fs from "node:fs";`, "node:fs"],
    [`import * as fs from "fs";`, "fs"],
    ["export const now = () => Date.now();", "Date.now"],
    ["export const now = () => new Date();", "new Date()"],
    ["export const any = () => Math.random();", "Math.random"],
    ["export const home = () => process.env.HOME;", "process"],
    ["export const wide = () => window.innerWidth;", "window"],
    ["export const body = () => document.body;", "document"],
    ["let last = 0; export const next = () => ++last;", "variable outside a function"],
  ])("sees what is not pure: %s", (text, what) => {
    expect(inHouse({ "validation/a.ts": text })).toEqual([`pure: validation/a.ts: ${what}`]);
    expect(inHouse({ "cli/a.ts": text })).toEqual([]);
  });

  it("lets a pure room reckon with a given time and name its own things as it likes", () => {
    const text =
      "export function day(document: string, time: number) { return document + new Date(time).getUTCDate(); }";
    expect(inHouse({ "validation/a.ts": text })).toEqual([]);
  });
});
