import * as fs from "node:fs";
import * as path from "node:path";
import { builtInTemplate } from "../../src/template/builtin";
import { indicatorsOf } from "../../src/template/template-index";

const SOURCE = path.join(__dirname, "../../src");
/** The built-in forms and the sample county; readers and Excel, which know no template. */
const THEIR_HOMES = /^(?:template\/builtin|samples|files|excel)\//;

it("no code of a built-in line, list or form is in the program outside the built-in template: an office numbers its own", () => {
  const { lists, forms } = builtInTemplate;
  const ids = [...lists, ...forms].map(({ id }) => id);
  const codes = new Set([...indicatorsOf(builtInTemplate).map(({ code }) => code), ...ids]);
  const files = fs
    .readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("locales/") && !THEIR_HOMES.test(name));
  const named = files.flatMap((name) => {
    const lines = fs.readFileSync(path.join(SOURCE, name), "utf8").split("\n");
    const program = lines.filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line)).join("\n");
    const quoted = program.replace(/\/\*.*?\*\//g, "").matchAll(/["'`/(|](\d{4}|L\d|关工\d\d)["'`/)|]/g);
    return [...quoted].flatMap(([, code]) => (codes.has(code!) ? [`${name}: ${code}`] : []));
  });
  expect(files.length).toBeGreaterThan(300);
  expect(named).toEqual([]);
});
