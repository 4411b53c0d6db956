/**
 * jsdom's computed styles at a price that hundreds of tests can pay. For each element that it is asked about, jsdom tries
 * every rule of every sheet, its own of a browser included, by a full match of the selector, and computes a dozen
 * colours. Here a rule is tried only where the element has the tag and class that its selector ends with, colours are left
 * as they were written, and a style is computed once until the document changes. Loaded before jsdom.
 */
const helpers = "jsdom/lib/jsdom/living/helpers";
const selectors = require(`${helpers}/selectors`);

/** What an element must have: one of these pairs; `null`: nobody knows, it must be tried. */
const needs = new Map();

const match = selectors.matchesDontThrow;
selectors.matchesDontThrow = (element, selector) => mayMatch(element, selector) && match(element, selector);

function mayMatch(element, selector) {
  if (!needs.has(selector)) needs.set(selector, needsOf(selector));
  const pairs = needs.get(selector);
  if (pairs === null) return true;
  const own = element._localName.toLowerCase();
  const names = ` ${element.getAttributeNS(null, "class") ?? ""} `;
  return pairs.some(
    ([tag, name]) =>
      (tag === undefined || tag === own) && (name === undefined || names.includes(` ${name} `)),
  );
}

/** Tag and class of the last part of each alternative. */
function needsOf(selector) {
  if (typeof selector !== "string" || /[\\"'()|&]|~=/.test(selector)) return null;
  return selector.split(",").map((alternative) => {
    const last = /[^\s>+~]*$/.exec(alternative.trim())[0].replace(/[[:].*$/, "");
    const [, tag, name] = /^([A-Za-z][\w-]*)?[^.]*(?:\.([\w-]+))?/.exec(last);
    return [tag?.toLowerCase(), name];
  });
}

const { propertiesWithResolvedValueImplemented: implemented } = require(`${helpers}/style-rules`);
for (const property of Object.keys(implemented)) if (property.endsWith("color")) delete implemented[property];

/** @param window of a page, as jsdom made it */
module.exports.computeOnce = (window) => {
  const compute = window.getComputedStyle;
  const documentOf = require("jsdom/lib/jsdom/living/generated/utils").implForWrapper;
  let computed = new WeakMap();
  let from;
  window.getComputedStyle = (element, pseudo) => {
    // jsdom forgets what it found where anything in the document changes.
    const found = documentOf(window.document)._styleCache;
    if (found !== from || !found) [computed, from] = [new WeakMap(), found];
    const style = computed.get(element) ?? compute(element, pseudo);
    from = documentOf(window.document)._styleCache;
    if (element.isConnected) computed.set(element, style);
    return style;
  };
};
