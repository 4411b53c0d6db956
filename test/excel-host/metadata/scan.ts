import type {
  ClassMetadata,
  MemberMetadata,
  Metadata,
  MethodMetadata,
  ParameterMetadata,
  ScalarMetadata,
} from "./metadata";

/** Members of every client object that never reach the host. */
const CLIENT_ONLY = new Set([
  "context",
  "load",
  "set",
  "toJSON",
  "track",
  "untrack",
  "isNull",
  "isNullObject",
]);

const CLASS_START = /^ {4}class (\w+) extends OfficeExtension\.ClientObject \{$/;
const API_SET = /\[Api set: (\w+) (\d+\.\d+)/;
const PROPERTY = /^ {8}(readonly )?(\w+)\??: (.+);$/;
const METHOD = /^ {8}(\w+)\((.*)\): (.+);$/;

/**
 * Reads the namespace Excel out of the text of `@types/office-js/index.d.ts`.
 * The file is printed by a tool with one declaration a line and fixed indents, so reading it by lines is safe and
 * fifty times faster than a compiler; {@link assertPlausible} fails where the layout has changed.
 */
export function scanTypes(text: string): Metadata {
  const lines = excelNamespace(text);
  const names = new Set(
    lines.map((line) => CLASS_START.exec(line)?.[1]).filter((name) => name !== undefined),
  );
  const classes: Record<string, ClassMetadata> = {};
  for (let i = 0; i < lines.length; i++) {
    const name = CLASS_START.exec(lines[i]!)?.[1];
    if (name === undefined) continue;
    const end = lines.indexOf("    }", i);
    classes[name] = scanClass(name, lines.slice(i + 1, end), names);
    i = end;
  }
  assertPlausible(classes);
  return classes;
}

function excelNamespace(text: string): string[] {
  const start = text.indexOf("\ndeclare namespace Excel {");
  const end = text.indexOf("\n}", start);
  if (start < 0 || end < 0)
    throw new Error("@types/office-js holds no namespace Excel: its layout has changed.");
  return text.slice(start, end).split(/\r?\n/);
}

function scanClass(name: string, lines: readonly string[], classNames: ReadonlySet<string>): ClassMetadata {
  const members: Record<string, MemberMetadata> = {};
  let itemClass: string | undefined;
  let api = "";
  for (const line of lines) {
    if (line.trim() === "/**") api = "";
    const set = API_SET.exec(line);
    if (set) api = `${set[1]} ${set[2]}`;
    const property = PROPERTY.exec(line);
    const method = property ? null : METHOD.exec(line);
    const memberName = property?.[2] ?? method?.[1];
    if (memberName === undefined || CLIENT_ONLY.has(memberName)) continue;
    if (property) {
      if (memberName === "items") itemClass = className(property[3]!.replace(/\[\]$/, ""), classNames);
      else members[memberName] = scanProperty(property[3]!, property[1] !== undefined, api, classNames);
    } else if (method) {
      members[memberName] = merge(members[memberName], scanMethod(method[2]!, method[3]!, api, classNames));
    }
  }
  return { name, members, ...(itemClass === undefined ? {} : { itemClass }) };
}

function scanProperty(
  type: string,
  readOnly: boolean,
  api: string,
  classNames: ReadonlySet<string>,
): MemberMetadata {
  if (type.startsWith("OfficeExtension.EventHandlers<")) return { kind: "event", api };
  const target = className(type, classNames);
  if (target !== undefined) return { kind: "navigation", api, className: target };
  return withChoices<ScalarMetadata>({ kind: "scalar", api, readOnly }, type);
}

function scanMethod(
  parameters: string,
  returns: string,
  api: string,
  classNames: ReadonlySet<string>,
): MethodMetadata {
  const target = className(returns, classNames);
  return {
    kind: "method",
    api,
    parameters: splitParameters(parameters).map(scanParameter),
    ...(target === undefined ? {} : { returns: target }),
  };
}

function scanParameter(text: string): ParameterMetadata {
  const colon = text.indexOf(":");
  const name = text.slice(0, colon).trim();
  const optional = name.endsWith("?") || name.startsWith("...");
  return withChoices({ name: name.replace(/^\.\.\.|\?$/g, ""), optional }, text.slice(colon + 1));
}

/** Splits at the commas that are outside of all brackets. */
function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if ("([{<".includes(text[i]!)) depth++;
    if (")]}".includes(text[i]!) || (text[i] === ">" && text[i - 1] !== "=")) depth--;
    if (text[i] === "," && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Adds the permitted texts where the type is a union of texts and nothing else but enumerations. */
function withChoices<T extends object>(member: T, type: string): T & { choices?: readonly string[] } {
  const parts = type.split("|").map((part) => part.trim());
  const texts = parts.filter((part) => part.startsWith('"')).map((part) => part.slice(1, -1));
  const others = parts.filter((part) => !part.startsWith('"') && !/^(Excel\.)?[A-Z]\w+$/.test(part));
  return texts.length > 0 && others.length === 0 ? { ...member, choices: texts } : member;
}

/** Overloads differ in the spelling of an enumeration only; the one that lists the texts says more. */
function merge(known: MemberMetadata | undefined, overload: MethodMetadata): MethodMetadata {
  if (known?.kind !== "method") return overload;
  const [longer, shorter] =
    overload.parameters.length >= known.parameters.length ? [overload, known] : [known, overload];
  const parameters = longer.parameters.map((parameter, i) => {
    const other = shorter.parameters[i];
    const choices = parameter.choices ?? other?.choices;
    return { ...parameter, ...(choices === undefined ? {} : { choices }) };
  });
  return { ...longer, api: known.api, parameters };
}

function className(type: string, classNames: ReadonlySet<string>): string | undefined {
  const name = type.replace(/^Excel\./, "");
  return classNames.has(name) ? name : undefined;
}

function assertPlausible(classes: Metadata): void {
  const values = classes["Range"]?.members["values"];
  const items = classes["WorksheetCollection"]?.itemClass;
  const add = classes["ChartCollection"]?.members["add"];
  const complete = add?.kind === "method" && add.parameters[2]?.choices?.includes("Columns") === true;
  if (values?.kind !== "scalar" || items !== "Worksheet" || !complete || Object.keys(classes).length < 150) {
    throw new Error("@types/office-js could not be understood: its layout has changed.");
  }
}
