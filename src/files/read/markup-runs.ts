/**
 * Runs that are struck out, raised or lowered in HTML, XML Spreadsheet 2003 and OpenDocument. The library gives the
 * text of a cell without them, so noncharacters of Unicode are put around them before it reads: it keeps these.
 */
import { seenRuns, type Position, type Run, type Runs } from "./runs";

const OPEN = { struckOut: "\ufdd0", superscript: "\ufdd2", subscript: "\ufdd4" } as const;
const CLOSE = { struckOut: "\ufdd1", superscript: "\ufdd3", subscript: "\ufdd5" } as const;
type Mark = keyof typeof OPEN;
const ANY = /[\ufdd0-\ufdd5]/;
const EACH = /[\ufdd0-\ufdd5]/g;

const TAGS: Readonly<Record<string, Mark>> = {
  s: "struckOut",
  strike: "struckOut",
  del: "struckOut",
  sup: "superscript",
  sub: "subscript",
};
/** Elements of running text, whose end tag says how far a look goes. */
const INLINE = /^(?:s|strike|del|sup|sub|span|font|b|i|u|a|em|strong|small|big|ins|text:span)$/;
/** Tags that end whatever was open: nothing goes on from one cell to the next. */
const BOUNDARY = /^(?:td|th|tr|table|cell|ss:cell|data|ss:data|table:table-cell)$/;
const LONGEST_TAG = 8192;

/** HTML, or the HTML within the cells of XML Spreadsheet 2003. */
export function markHtmlRuns(markup: string): string {
  const classes = classLooks(markup);
  return mark(markup, (name, attributes) => {
    const style = attributeOf(attributes, "style");
    const names = attributeOf(attributes, "class").split(/\s+/);
    const looks = [...declared(style), ...names.flatMap((each) => classes.get(each) ?? [])];
    const own = Object.hasOwn(TAGS, name) ? [TAGS[name]!] : [];
    // How a cell's text is placed in its height is another matter.
    return /^t[dhr]$/.test(name) ? looks.filter((look) => look === "struckOut") : [...own, ...looks];
  });
}

/** The content part of an OpenDocument spreadsheet. */
export function markOpenDocumentRuns(markup: string): string {
  const looks = styleLooks(markup);
  if (looks.size === 0) return markup;
  return mark(markup, (name, attributes) =>
    name === "text:span" ? (looks.get(attributeOf(attributes, "text:style-name")) ?? []) : [],
  );
}

/** A text with such marks as it is stored and as it is seen; null where it has none. */
export function unmark(text: string): { readonly text: string; readonly runs: Runs | null } | null {
  if (!ANY.test(text)) return null;
  const runs: Run[] = [];
  const depth: Record<Mark, number> = { struckOut: 0, superscript: 0, subscript: 0 };
  let from = 0;
  const close = (to: number): void => {
    if (to === from) return;
    const position: Position =
      depth.superscript > 0 ? "superscript" : depth.subscript > 0 ? "subscript" : null;
    runs.push({ text: text.slice(from, to), struckOut: depth.struckOut > 0, position });
  };
  for (const { 0: mark, index } of text.matchAll(EACH)) {
    close(index);
    for (const look of ["struckOut", "superscript", "subscript"] as const) {
      if (mark === OPEN[look]) depth[look]++;
      else if (mark === CLOSE[look]) depth[look]--;
    }
    from = index + 1;
  }
  close(text.length);
  return { text: text.replace(EACH, ""), runs: seenRuns(runs) };
}

/** One pass over the tags; elements that are not closed end with their cell. */
function mark(markup: string, looksOf: (name: string, attributes: string) => readonly Mark[]): string {
  const open: { readonly name: string; readonly looks: readonly Mark[] }[] = [];
  let out = "";
  let done = 0;
  let ofRow: readonly Mark[] = [];
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", Math.max(done, at + 1))) {
    if (markup.startsWith("<!--", at)) {
      const end = markup.indexOf("-->", at);
      if (end < 0) break;
      at = end;
      continue;
    }
    const end = markup.indexOf(">", at);
    if (end < 0) break;
    if (end - at > LONGEST_TAG) continue;
    const [, slash = "", named = ""] = /^<(\/?)([\w:]+)/.exec(markup.slice(at, at + 40)) ?? [];
    const name = named.toLowerCase().replace(/^html:/, "");
    if (slash === "/") {
      const index = open.findLastIndex((each) => each.name === name);
      if (index < 0) continue;
      const closed = open.splice(index).flatMap(({ looks }) => looks);
      if (closed.length === 0) continue;
      out += markup.slice(done, at) + closed.map((look) => CLOSE[look]).join("");
      done = at;
    } else if (BOUNDARY.test(name) || INLINE.test(name)) {
      if (BOUNDARY.test(name)) open.length = 0;
      if (markup[end - 1] === "/") continue;
      const own = looksOf(name, markup.slice(at, end));
      if (name === "tr") {
        ofRow = own;
        continue;
      }
      const looks = name === "td" || name === "th" ? [...new Set([...ofRow, ...own])] : own;
      if (INLINE.test(name) && open.length < 1000) open.push({ name, looks });
      if (looks.length === 0) continue;
      out += markup.slice(done, end + 1) + looks.map((look) => OPEN[look]).join("");
      done = end + 1;
    }
  }
  return out + markup.slice(done);
}

function attributeOf(attributes: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? "";
}

/** CSS: `text-decoration:line-through`, `vertical-align:super`. */
function declared(css: string): Mark[] {
  const looks: Mark[] = [];
  if (/text-decoration[\w-]*\s*:[^;]*line-through/i.test(css)) looks.push("struckOut");
  const position = /vertical-align\s*:\s*(super|sub)\b/i.exec(css)?.[1]?.toLowerCase();
  if (position) looks.push(position === "super" ? "superscript" : "subscript");
  return looks;
}

function classLooks(markup: string): ReadonlyMap<string, readonly Mark[]> {
  const looks = new Map<string, readonly Mark[]>();
  const head = markup.slice(0, Math.max(0, markup.search(/<\/head>|<body/i)) || 65_536);
  for (const [, name, css] of head.matchAll(/\.([\w-]{1,64})\s*\{([^{}]{0,4000})\}/g)) {
    const found = declared(css!);
    if (found.length > 0) looks.set(name!, found);
  }
  return looks;
}

/** Styles of text, by name. */
function styleLooks(markup: string): ReadonlyMap<string, readonly Mark[]> {
  const looks = new Map<string, readonly Mark[]>();
  for (const style of markup.split("<style:style ").slice(1)) {
    const body = style.split("</style:style>", 1)[0]!;
    const found: Mark[] = [];
    if (/style:text-line-through-(?:style|type)="(?!none")/.test(body)) found.push("struckOut");
    const position = /style:text-position="(super|sub)/.exec(body)?.[1];
    if (position) found.push(position === "super" ? "superscript" : "subscript");
    if (found.length > 0) looks.set(attributeOf(` ${body}`, "style:name"), found);
  }
  return looks;
}
