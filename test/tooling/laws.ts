/**
 * The first two laws of the house, and the third as far as a program can see it, checked on the text of the sources:
 * which room may import which, where Office and React appear, and what pure rooms must not touch.
 */
import { builtinModules } from "node:module";
import * as path from "node:path";
import * as ts from "typescript";

/** A file of `src/`: its path relative to `src/` with `/`, and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface Breach {
  readonly file: string;
  readonly law: "arrow" | "cycle" | "office" | "react" | "pure" | "missing";
  /** What was imported or named. */
  readonly what: string;
}

/** Each room may import itself and what is listed before it. */
const WAY = [
  "workbook",
  "ports",
  "rules",
  "template",
  "findings",
  "intake",
  "validation",
  "form-discovery",
  "consolidation",
  "county-layout",
  "annual-report",
  "county-workbook",
  "fact-check",
  "returns",
  "app",
] as const;
const PURE: readonly string[] = [...WAY.slice(0, -1), "locales"];

/** The rooms beside the way, and the rooms that each may import besides itself. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  locales: ["findings"],
  files: ["workbook", "ports"],
  excel: ["workbook", "ports"],
  samples: WAY,
  taskpane: [...WAY, "locales"],
  cli: [...WAY, "samples", "files", "locales"],
};

/** Composition roots of the pane: they alone also choose the adapters. */
const ROOTS = /^taskpane\/(index\.tsx|worker\/)/;

const ENTRIES: readonly string[] = ["taskpane/index.tsx"];
const UI_PACKAGES = /^(react|react-dom|@fluentui\/[^/]+)(\/|$)/;
const OFFICE_GLOBALS: readonly string[] = ["Excel", "Office", "OfficeExtension"];
const IMPURE_GLOBALS: readonly string[] = [
  "process",
  "window",
  "document",
  "globalThis",
  "navigator",
  "localStorage",
  "fetch",
  "performance",
  "crypto",
  "setTimeout",
  "setInterval",
  "console",
];

/** Everything in the sources that breaks a law, in the order of the files. */
export function breaches(sources: readonly SourceText[]): Breach[] {
  const paths = new Set(sources.map((source) => source.path));
  const graph = new Map<string, string[]>();
  const found: Breach[] = [];
  for (const source of sources) {
    const imports = importsOf(source.text);
    const inside = imports.filter((name) => name.startsWith(".") && !name.endsWith("/package.json"));
    const targets = inside.map((name) => resolve(source.path, name, paths));
    inside.forEach((name, i) => {
      if (targets[i] === undefined) found.push({ file: source.path, law: "missing", what: name });
    });
    const files = targets.filter((target) => target !== undefined);
    graph.set(source.path, files);
    found.push(...arrowBreaches(source.path, files), ...packageBreaches(source.path, imports));
    found.push(...globalBreaches(source));
  }
  return [...found, ...cycleBreaches(graph)];
}

/** Static and dynamic imports, re-exports, and the modules that workers are started from. */
function importsOf(text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const workers = [...text.matchAll(/new URL\(\s*["'](\.[^"']+)["']\s*,\s*import\.meta\.url/g)];
  return [...importedFiles.map((file) => file.fileName), ...workers.map((match) => match[1]!)];
}

function resolve(from: string, name: string, paths: ReadonlySet<string>): string | undefined {
  const base = path.posix.join(path.posix.dirname(from), name);
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find((file) =>
    paths.has(file),
  );
}

const roomOf = (file: string): string => file.split("/")[0]!;

function mayImport(from: string, target: string): boolean {
  const room = roomOf(from);
  const to = roomOf(target);
  if (to === room) return true;
  if (ROOTS.test(from) && ["files", "excel"].includes(to)) return true;
  const step = (WAY as readonly string[]).indexOf(room);
  const allowed: readonly string[] = step >= 0 ? WAY.slice(0, step) : (BESIDE[room] ?? []);
  return allowed.includes(to);
}

function arrowBreaches(file: string, targets: readonly string[]): Breach[] {
  return targets
    .filter((target) => !mayImport(file, target))
    .map((what) => ({ file, law: "arrow" as const, what }));
}

function packageBreaches(file: string, imports: readonly string[]): Breach[] {
  const builtin = (name: string): boolean => name.startsWith("node:") || builtinModules.includes(name);
  const react = roomOf(file) === "taskpane" ? [] : imports.filter((name) => UI_PACKAGES.test(name));
  const node = PURE.includes(roomOf(file)) ? imports.filter(builtin) : [];
  return [
    ...react.map((what) => ({ file, law: "react" as const, what })),
    ...node.map((what) => ({ file, law: "pure" as const, what })),
  ];
}

function globalBreaches({ path: file, text }: SourceText): Breach[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, scriptKind(file));
  const office = roomOf(file) === "excel" || ENTRIES.includes(file);
  const pure = PURE.includes(roomOf(file));
  const found: Breach[] = [];
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isDeclaration(node)) declared.add(node.text);
    if (ts.isIdentifier(node) && standsAlone(node)) {
      if (!office && OFFICE_GLOBALS.includes(node.text)) found.push({ file, law: "office", what: node.text });
      if (pure && IMPURE_GLOBALS.includes(node.text)) found.push({ file, law: "pure", what: node.text });
    }
    const impure = pure ? impureExpression(node) : undefined;
    if (impure !== undefined) found.push({ file, law: "pure", what: impure });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.filter((breach) => !declared.has(breach.what));
}

const scriptKind = (file: string): ts.ScriptKind =>
  file.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;

/** The clock, chance, and variables that outlive a call. */
function impureExpression(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    return text === "Date.now" || text === "Math.random" ? text : undefined;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Date") {
    return (node.arguments?.length ?? 0) === 0 ? "new Date()" : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.getText() === "Date") return "Date()";
  const changing =
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    !(node.declarationList.flags & ts.NodeFlags.Const);
  return changing ? "variable outside a function" : undefined;
}

/** Is the identifier a name looked up in scope, not the name of a member (`row.Excel`, `{ window: 1 }`)? */
function standsAlone(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  const named = parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return named.name !== node && named.propertyName !== node;
}

function isDeclaration(node: ts.Identifier): boolean {
  const parent = node.parent;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent)) &&
    parent.name === node
  );
}

/** One breach for each import that closes a circle. */
function cycleBreaches(graph: ReadonlyMap<string, readonly string[]>): Breach[] {
  const found: Breach[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      const circle = [...trail.slice(trail.indexOf(file)), file];
      found.push({ file: trail.at(-1)!, law: "cycle", what: circle.join(" → ") });
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
