/**
 * Builds the add-in into `dist/`, ready to be put on any static web server.
 *   ADDIN_URL   where it will stand; the manifest is written for it (https://localhost:3000/ if left out)
 *   OFFICE_JS   where office.js comes from: `global` (Microsoft's network), `cn` (21Vianet's, for offices in China whose
 *               Microsoft 365 is run by it), `local` (beside the pane, for offices without internet; best effort,
 *               as Microsoft supports the first two only)
 */
const { execFile } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { promisify } = require("node:util");
const { gzipSync } = require("node:zlib");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");

const DEV_URL = "https://localhost:3000/";
const TYPESCRIPT = path.join(__dirname, "test/tooling/esbuild.cjs");
const OFFICE_JS_PACKAGE = path.dirname(require.resolve("@microsoft/office-js/package.json"));

/** https://learn.microsoft.com/office/dev/add-ins/develop/referencing-the-javascript-api-for-office-library-from-its-cdn */
const OFFICE_JS = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  cn: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  local: "office-js/office.js",
};

/** What office.js of the package loads by itself in Excel, for Windows, Mac, iPad and the web. */
const LOCAL_OFFICE_JS = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-ios-16.00.js",
  "excel-web-16.00.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/oteljs_agave.js",
];

/** Pictures in the guide of each station. */
const HELP_PICTURES = [
  ...["01-start", "02-all-reported", "03-written", "04-board", "05-findings", "07-repaired", "08-returned"],
  ...["09-text-check", "16-template", "24-own-report", "26-issue"],
];

/** What a clerk waits for before the pane shows: no more than this, compressed. */
const FIRST_SCRIPT_LIMIT = 206 * 1024;

/**
 * The page may load and reach nothing but itself and office.js: no data leaves the machine, and none of a workbook's
 * text can become a script. Griffel, Fluent's style engine, writes style elements.
 */
function contentSecurityPolicy(officeJs) {
  const scripts = URL.canParse(officeJs) ? `'self' ${new URL(officeJs).origin}` : "'self'";
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Fails the build where the scripts that an entry loads at once are larger than `limit` bytes gzipped. */
class FirstScriptLimit {
  constructor(entry, limit) {
    this.entry = entry;
    this.limit = limit;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap("FirstScriptLimit", (compilation) => {
      const files = compilation.entrypoints.get(this.entry).getFiles();
      const scripts = files.filter((file) => file.endsWith(".js"));
      const size = scripts
        .map(
          (file) =>
            gzipSync(compiler.outputFileSystem.readFileSync(path.join(compiler.outputPath, file))).length,
        )
        .reduce((sum, bytes) => sum + bytes, 0);
      if (size > this.limit) {
        const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
        const message = `first script of ${this.entry}: ${kilobytes(size)} gzipped, limit ${kilobytes(this.limit)}`;
        compilation.errors.push(new compiler.webpack.WebpackError(message));
      }
    });
  }
}

/**
 * What a clerk waits for at the start is made as small as terser can; the other scripts, half of a build's time with
 * terser, by esbuild.
 */
const WAITED_FOR = /^(taskpane|session-worker)\./;
const MINIMIZERS = [
  new MinimizerPlugin({
    include: WAITED_FOR,
    minimizerOptions: { compress: { collapse_vars: false, inline: 0 } },
  }),
  new MinimizerPlugin({
    exclude: [WAITED_FOR, /^office-js\//],
    minify: MinimizerPlugin.esbuildMinify,
    minimizerOptions: { target: "es2022" },
  }),
];

/** Licences that let us hand a package on inside ours with no more than a notice. */
const PERMISSIVE = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"];

/**
 * Writes the licence of every package that stands in a bundle, and of `others` (folders of packages handed on as they
 * are). Fails the build where a licence asks for more than a notice, or its text is missing.
 * The plugins on npm overlook modules that webpack 5.112 has joined into one scope, which most of Fluent is.
 */
class ThirdPartyNotices {
  constructor(file, others = []) {
    this.file = file;
    this.others = others;
  }

  apply(compiler) {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("ThirdPartyNotices", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "ThirdPartyNotices", stage }, () => {
        const bundled = bundledPackages(compilation).map((folder) => notice(folder, PERMISSIVE));
        const notices = [...bundled, ...this.others.map((folder) => notice(folder))];
        for (const { fault } of notices) if (fault) compilation.errors.push(new WebpackError(fault));
        const texts = notices.map(({ text }) => text).sort();
        compilation.emitAsset(this.file, new sources.RawSource(texts.join("\n\n")));
      });
    });
  }
}

/** The folders of the packages that the bundles are made of. */
function bundledPackages(compilation) {
  const modules = [...compilation.chunks]
    .flatMap((chunk) => [...compilation.chunkGraph.getChunkModulesIterable(chunk)])
    .flatMap((module) => module.modules ?? [module]);
  const folders = modules.map((module) => PACKAGE_FOLDER.exec(module.resource ?? "")?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))];
}

const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** Packages that leave their licence file out, and one of the same owner and licence that has it. */
const LICENCE_IN = { "@fluentui/react-icons": "@fluentui/react-components" };

/** Any licence will do where `allowed` is left out: for what is handed on under its own terms. */
function notice(folder, allowed) {
  const {
    name,
    version,
    license = "none",
  } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const home = LICENCE_IN[name] ? path.dirname(require.resolve(`${LICENCE_IN[name]}/package.json`)) : folder;
  const file = fs.readdirSync(home).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const title = `${name} ${version} (${license})`;
  if (file === undefined) return { text: title, fault: `${name} has no licence file` };
  const text = `${title}\n\n${fs.readFileSync(path.join(home, file), "utf8").trim()}\n`;
  const fault = `${name} may not be bundled: its licence is ${license}`;
  return allowed && !allowed.includes(license) ? { text, fault } : { text };
}

/** Writes the sample county beside the pane, for a user's first try: its workbooks, and a list of them. */
class SampleCounty {
  /** The same in every build of a process. */
  static made;

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("SampleCounty", (compilation) => {
      // Made by a process of its own while webpack is at work.
      SampleCounty.made ??= sampleCounty();
      // Who waits for it, below, hears of an error.
      SampleCounty.made.catch(() => undefined);
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "SampleCounty", stage }, async () => {
        for (const { name, content } of await SampleCounty.made) {
          compilation.emitAsset(`samples/${name}`, new sources.RawSource(content));
        }
      });
    });
  }
}

/** Names and contents of what the command line's `samples` makes, as far as the pane uses it. */
async function sampleCounty() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "samples-"));
  try {
    const words = ["--import", "tsx", "src/cli/main.ts", "samples", folder];
    await promisify(execFile)(process.execPath, words, { cwd: __dirname });
    const submissions = fs.readdirSync(path.join(folder, "2020")).map((name) => `2020/${name}`);
    const own = fs.readdirSync(path.join(folder, "own", "2020-06")).map((name) => `own/2020-06/${name}`);
    const assessment = fs.readdirSync(path.join(folder, "assessment")).map((name) => `assessment/${name}`);
    const index = { submissions, lastYear: "2019-county.xlsx", own, assessment };
    const files = [...submissions, index.lastYear, ...own, ...assessment].map((name) => ({
      name,
      content: fs.readFileSync(path.join(folder, name)),
    }));
    return [{ name: "index.json", content: Buffer.from(JSON.stringify(index)) }, ...files];
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** The address that the manifest is written for; it ends with a slash. */
function addinUrl(text) {
  if (!URL.canParse(text) || new URL(text).protocol !== "https:") {
    throw new Error(`ADDIN_URL must be an https address, not ${text}`);
  }
  return text.endsWith("/") ? text : `${text}/`;
}

function officeJsAddress(choice) {
  if (!Object.hasOwn(OFFICE_JS, choice)) {
    throw new Error(`OFFICE_JS must be one of ${Object.keys(OFFICE_JS).join(", ")}, not ${choice}`);
  }
  return OFFICE_JS[choice];
}

function filesToCopy(url, local) {
  const fromPackage = (name) => path.join(OFFICE_JS_PACKAGE, name);
  const officeJs = LOCAL_OFFICE_JS.map((file) => ({
    from: fromPackage(`dist/${file}`),
    to: `office-js/${file}`,
    // Microsoft's licence lets us hand the files on as they are: minifying them again would change them.
    info: { minimized: true },
  }));
  return [
    { from: "assets/*.png" },
    // The guide of each station, `src/taskpane/help/`.
    ...HELP_PICTURES.map((name) => `assets/screenshots/${name}.png`).map((file) => ({
      from: file,
      to: file,
    })),
    { from: "manifest.xml", transform: (content) => content.toString().replaceAll(DEV_URL, url) },
    { from: "LICENSE", to: "LICENSE.txt", toType: "file" },
    ...(local
      ? [
          ...officeJs,
          { from: fromPackage("LICENSE.md"), to: "office-js/LICENSE.md" },
          { from: "src/locales/office-js-notice.txt", to: "office-js/NOTICE.txt" },
        ]
      : []),
  ];
}

function plugins(url, choice) {
  const officeJs = officeJsAddress(choice);
  const local = choice === "local";
  return [
    new HtmlWebpackPlugin({
      filename: "taskpane.html",
      template: "src/taskpane/taskpane.html",
      chunks: ["taskpane"],
      // At the end of the body, not deferred: Excel asks for the ribbon's functions as soon as the page is parsed, and
      // forgets what it asked where they are not there yet (OfficeDev/office-js issues 2744 and 5176).
      scriptLoading: "blocking",
      templateParameters: { officeJs, contentSecurityPolicy: contentSecurityPolicy(officeJs) },
    }),
    new HtmlWebpackPlugin({ filename: "support.html", template: "src/locales/support.html", chunks: [] }),
    new CopyWebpackPlugin({ patterns: filesToCopy(url, local) }),
    new SampleCounty(),
    new ThirdPartyNotices("THIRD-PARTY-NOTICES.txt", local ? [OFFICE_JS_PACKAGE] : []),
  ];
}

/** Asks for the certificate (and, the first time, for the user's trust) only when a browser is to be served. */
async function devServer() {
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  return {
    headers: { "Access-Control-Allow-Origin": "*" },
    server: { type: "https", options: await getHttpsServerOptions() },
    port: Number(process.env.npm_package_config_dev_server_port ?? 3000),
    hot: false,
  };
}

async function configure(env = {}, { mode = "production" } = {}) {
  const production = mode === "production";
  const url = production ? addinUrl(process.env.ADDIN_URL ?? DEV_URL) : DEV_URL;
  return {
    mode,
    context: __dirname,
    // A source map in a file of its own, as the policy of the page forbids the `eval` kinds.
    devtool: production ? false : "source-map",
    entry: { taskpane: "./src/taskpane/index.tsx" },
    output: {
      path: path.join(__dirname, "dist"),
      filename: "[name].[contenthash].js",
      publicPath: "",
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [{ test: /\.tsx?$/, exclude: /node_modules/, loader: TYPESCRIPT }],
    },
    performance: false,
    optimization: { minimizer: MINIMIZERS },
    plugins: [
      ...plugins(url, process.env.OFFICE_JS ?? "global"),
      // What is built for development is not minified, and waited for by nobody.
      ...(production ? [new FirstScriptLimit("taskpane", FIRST_SCRIPT_LIMIT)] : []),
    ],
    ...(env.WEBPACK_SERVE ? { devServer: await devServer() } : {}),
  };
}

module.exports = Object.assign(configure, { FirstScriptLimit, ThirdPartyNotices });
