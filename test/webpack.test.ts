import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import webpack, { type Configuration, type WebpackPluginInstance } from "webpack";

interface Build {
  (env?: object, options?: { mode: string }): Promise<Configuration>;
  FirstScriptLimit: new (entry: string, limit: number) => WebpackPluginInstance;
}

const ROOT = path.join(__dirname, "..");
const configure = require("../webpack.config.js") as Build;
const folders: string[] = [];

/** A build takes seconds, but minutes on a busy machine. */
jest.setTimeout(240_000);

afterEach(() => {
  delete process.env.ADDIN_URL;
  delete process.env.OFFICE_JS;
});
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

/** The real configuration around a small page; gives the folder that it wrote and what went wrong. */
async function build(env: { ADDIN_URL?: string; OFFICE_JS?: string }, more: WebpackPluginInstance[] = []) {
  Object.assign(process.env, env);
  const config = await configure({}, { mode: "production" });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "build-"));
  folders.push(folder);
  const compiler = webpack({
    ...config,
    entry: { taskpane: "./test/tooling/page/entry.ts" },
    output: { ...config.output, path: folder },
    plugins: [...(config.plugins ?? []), ...more],
  });
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((error, result) => (result ? resolve(result) : reject(error))),
  );
  await new Promise((resolve) => compiler.close(resolve));
  const errors = (stats.toJson({ all: false, errors: true }).errors ?? []).map((error) => error.message);
  const read = (file: string): string => fs.readFileSync(path.join(folder, file), "utf8");
  return { folder, errors, read, files: fs.readdirSync(folder) };
}

const policy = (html: string): string => /Content-Security-Policy"? content="([^"]*)"/.exec(html)?.[1] ?? "";

describe("a build for Microsoft's network", () => {
  let built: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    built = await build({ ADDIN_URL: "https://reports.example.org/county" });
  });

  it("lets the pane load its own scripts and office.js, and reach nothing else", () => {
    const html = built.read("taskpane.html");
    expect(html).toContain("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    expect(policy(html).split("; ")).toEqual([
      "default-src 'self'",
      "script-src 'self' https://appsforoffice.microsoft.com",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "worker-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
  });

  it("writes the manifest for the address where the add-in will stand", () => {
    const manifest = built.read("manifest.xml");
    expect(manifest).toContain('"https://reports.example.org/county/taskpane.html"');
    expect(manifest).not.toContain("localhost");
  });

  it("names scripts by their content, and starts a worker from a script of its own", () => {
    const scripts = built.files.filter((file) => file.endsWith(".js"));
    expect(scripts).toHaveLength(2);
    expect(scripts.every((file) => /^\w+\.[0-9a-f]{20}\.js$/.test(file))).toBe(true);
    expect(built.read("taskpane.html")).toContain(scripts.find((file) => file.startsWith("taskpane.")));
  });

  it("brings the icons and the page of help", () => {
    expect(fs.existsSync(path.join(built.folder, "assets/icon-80.png"))).toBe(true);
    expect(built.files).toContain("support.html");
  });

  it("brings the sample county for a first try", () => {
    const index = JSON.parse(built.read("samples/index.json")) as { submissions: string[]; lastYear: string };
    expect(index.submissions).toHaveLength(22);
    for (const name of [...index.submissions, index.lastYear]) {
      expect(built.read(`samples/${name}`).slice(0, 2)).toBe("PK");
    }
  });

  it("writes the licence of each bundled package, and of no other", () => {
    const notices = built.read("THIRD-PARTY-NOTICES.txt");
    expect(notices).toMatch(/^fflate [\d.]+ \(MIT\)\n\nMIT License/);
    expect(notices.match(/^\S+ [\d.]+ \(.*\)$/gm)).toHaveLength(1);
    expect(built.errors).toEqual([]);
  });
});

describe("a build for offices without internet", () => {
  it("has Microsoft's files beside the pane as they were, with their licence, and no other origin", async () => {
    const built = await build({ OFFICE_JS: "local" });
    const html = built.read("taskpane.html");
    expect(html).toMatch(/src="?office-js\/office\.js/);
    expect(policy(html)).toContain("script-src 'self';");
    const original = path.join(ROOT, "node_modules/@microsoft/office-js");
    for (const file of ["office.js", "excel-win32-16.01.js", "zh-cn/office_strings.js"]) {
      expect(built.read(`office-js/${file}`)).toBe(
        fs.readFileSync(path.join(original, "dist", file), "utf8"),
      );
    }
    expect(built.read("office-js/LICENSE.md")).toContain("MICROSOFT SOFTWARE LICENSE TERMS");
    expect(built.read("THIRD-PARTY-NOTICES.txt")).toContain("@microsoft/office-js");
    expect(built.read("office-js/NOTICE.txt")).toMatch(
      /Microsoft is not responsible for maintaining, updating or supporting/,
    );
    expect(built.read("LICENSE.txt")).toContain("Copyright");
  });
});

describe("a build for 21Vianet's network", () => {
  it("takes office.js from there, and fails where the first script is over its limit", async () => {
    const built = await build({ OFFICE_JS: "cn" }, [new configure.FirstScriptLimit("taskpane", 10)]);
    expect(policy(built.read("taskpane.html"))).toContain(
      "script-src 'self' https://appsforoffice.cdn.partner.office365.cn;",
    );
    expect(built.errors).toEqual([
      expect.stringMatching(/^first script of taskpane: \d\.\d KB gzipped, limit 0\.0 KB$/),
    ]);
  });
});

describe("what ships", () => {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };

  it("is made of src alone: nothing of the demo, the simulated Excel or the tests", async () => {
    const { entry, plugins } = await configure({}, { mode: "production" });
    expect(Object.values(entry as object)).toEqual([expect.stringMatching(/^\.\/src\//)]);
    expect(JSON.stringify(plugins)).not.toMatch(/test\/|workbench|excel-host/);
  });

  it("imports packages that are dependencies, none that is there for development", () => {
    const files = fs.readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" });
    const imported = files
      .filter((file) => /\.tsx?$/.test(file) && !/^cli[\\/]/.test(file))
      .flatMap((file) => [
        ...fs
          .readFileSync(path.join(ROOT, "src", file), "utf8")
          .matchAll(/^(?:import|export|\}).* from "((?:@[\w-]+\/)?[\w-]+)[^"]*";$/gm),
      ])
      .map(([, name]) => name!);
    const packages = [...new Set(imported)].filter((name) => name !== "node" && !(name in dependencies));
    expect(packages).toEqual([]);
    expect(imported).toContain("fflate");
  });
});

describe("a wrong call of the build", () => {
  it.each([
    [{ ADDIN_URL: "http://reports.example.org/" }, "ADDIN_URL must be an https address"],
    [{ ADDIN_URL: "reports" }, "ADDIN_URL must be an https address"],
    [{ OFFICE_JS: "toString" }, "OFFICE_JS must be one of global, cn, local"],
  ])("is refused: %j", async (env, message) => {
    await expect(build(env)).rejects.toThrow(message);
  });
});

describe("the limit of 206 KB", () => {
  it.each([
    ["production", [206 * 1024]],
    ["development", []],
  ])("is kept in a %s build: %j", async (mode, limits) => {
    const { plugins = [] } = await configure({}, { mode });
    const found = plugins.filter((plugin) => plugin instanceof configure.FirstScriptLimit);
    expect(found.map((plugin) => (plugin as { limit?: number }).limit)).toEqual(limits);
  });
});
