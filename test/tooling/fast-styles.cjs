/**
 * jsdom's computed styles at a price that hundreds of tests can pay. For each element that it is asked about, jsdom tries
 * every rule of every sheet, its own of a browser included, and computes a dozen colours. Here a rule is tried only where
 * the element has the tag or class that its selector ends with, elements to which the same rules apply share a style, and
 * colours are left as they were written.
 */
const cssom = require("rrweb-cssom");
const { CSSStyleDeclaration } = require("cssstyle");
const ofBrowsers = require("jsdom/lib/jsdom/browser/default-stylesheet");
const { implForWrapper } = require("jsdom/lib/jsdom/living/generated/utils");
const { matchesDontThrow } = require("jsdom/lib/jsdom/living/helpers/selectors");

const INHERITED = { visibility: "visible", "pointer-events": "auto" };
const defaultSheet = cssom.parse(ofBrowsers);

/** @param window of a page, as jsdom made it */
module.exports.installFastStyles = (window) => {
  const page = implForWrapper(window.document);
  const styles = new Map();
  let index;
  let seen = [];
  let computed = new WeakMap();

  const compute = (element) => {
    const known = computed.get(element);
    if (known) return known;
    const style = styleOf(element);
    computed.set(element, style);
    return style;
  };

  const styleOf = (element) => {
    const rules = rulesOf(element, index);
    const parent = element.parentElement ? compute(element.parentElement) : undefined;
    const inherited = Object.entries(INHERITED).map(([name, initial]) => [
      name,
      parent ? parent.getPropertyValue(name) : initial,
    ]);
    const own = element.hasAttribute("style") ? element.style.cssText : "";
    const key = JSON.stringify([rules.map(({ at }) => at), inherited, own]);
    if (!styles.has(key))
      styles.set(key, declared([...rules.map(({ rule }) => rule.style), element.style], inherited));
    return styles.get(key);
  };

  window.getComputedStyle = (element) => {
    const sheets = [defaultSheet, ...page.styleSheets._list];
    const state = sheets.flatMap((sheet) => [sheet, sheet.cssRules.length]);
    if (state.length !== seen.length || state.some((each, i) => each !== seen[i])) {
      index = indexOf(sheets);
      seen = state;
      styles.clear();
      computed = new WeakMap();
    }
    // jsdom sets it to null where anything in the document changes.
    if (!page._styleCache) computed = new WeakMap();
    page._styleCache ??= new WeakMap();
    return element.isConnected ? compute(element) : styleOf(element);
  };
};

/** The rules for screens, by the tag or class that an element must have; `any`: those that must be tried on each. */
function indexOf(sheets) {
  const index = { byTag: new Map(), byClass: new Map(), any: [] };
  const add = (map, name, entry) => map.set(name, [...(map.get(name) ?? []), entry]);
  let at = 0;
  for (const { cssRules } of sheets) {
    for (const rule of [...cssRules].flatMap(onScreens)) {
      const entry = { rule, at: at++, plain: isPlain(rule.selectorText) };
      for (const { tag, name } of endsOf(rule.selectorText)) {
        if (name !== undefined) add(index.byClass, name, entry);
        else if (tag !== undefined) add(index.byTag, tag.toLowerCase(), entry);
        else index.any.push(entry);
      }
    }
  }
  return index;
}

const onScreens = (rule) =>
  rule.media
    ? Array.from(rule.media).includes("screen")
      ? [...rule.cssRules]
      : []
    : rule.selectorText
      ? [rule]
      : [];

/** A tag or a class alone, or a list of them: whoever is found by it is meant. Most of Fluent's rules. */
const isPlain = (selector) =>
  selector.split(",").every((alternative) => /^(?:[a-z]\w*|\.[\w-]+)$/.test(alternative.trim()));

/** Tag and class of the last part of each alternative; of a selector that is not simple, none. */
function endsOf(selector) {
  if (/[\\"'()|&]|~=/.test(selector)) return [{}];
  return selector.split(",").map((alternative) => {
    const last = /[^\s>+~]*$/.exec(alternative.trim())[0].replace(/[[:].*$/, "");
    const [, tag, name] = /^([A-Za-z][\w-]*)?[^.]*(?:\.([\w-]+))?/.exec(last);
    return { tag, name };
  });
}

function rulesOf(element, { byTag, byClass, any }) {
  const candidates = new Set(any);
  for (const entry of byTag.get(element.localName.toLowerCase()) ?? []) candidates.add(entry);
  for (const name of element.classList) for (const entry of byClass.get(name) ?? []) candidates.add(entry);
  const impl = implForWrapper(element);
  return [...candidates]
    .filter(({ rule, plain }) => plain || matchesDontThrow(impl, rule.selectorText))
    .sort((a, b) => a.at - b.at);
}

/** The later one wins, as in jsdom. */
function declared(styles, inherited) {
  const result = new CSSStyleDeclaration();
  for (const style of styles) {
    for (const name of Array.from(style)) {
      const value = style.getPropertyValue(name);
      if (value === "unset") result.removeProperty(name);
      else result.setProperty(name, value, style.getPropertyPriority(name));
    }
  }
  for (const [name, value] of inherited)
    if (result.getPropertyValue(name) === "") result.setProperty(name, value);
  return result;
}
