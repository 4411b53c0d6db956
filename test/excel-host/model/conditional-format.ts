import { removeWhere } from "../book/book";
import type { PropertyBag } from "../book/property-bag";
import { RuleState } from "../book/rule-state";
import type { Sheet } from "../book/sheet";
import { assertFormula } from "../book/formula-check";
import { HostError, invalidArgument, itemNotFound, NOT_IMPLEMENTED } from "../protocol/errors";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { readColor } from "./color";
import { assertSheetAlive, type Place } from "./place";
import { range } from "./range";
import { rangeAreas } from "./range-areas";
import { intersect } from "./range-navigation";

interface Rule {
  readonly sheet: Sheet;
  readonly rule: RuleState;
}

const rangeFill = defineClass<PropertyBag>({
  className: "ConditionalRangeFill",
  scalars: {
    color: {
      get: (bag) => bag.values.get("color") ?? "",
      set: (bag, value) => void bag.values.set("color", readColor(value)),
    },
  },
  methods: {
    clear: (bag) => {
      bag.values.clear();
    },
  },
});

const rangeFont = defineClass<PropertyBag>({
  className: "ConditionalRangeFont",
  bag: (bag) => bag,
  scalars: {
    color: {
      get: (bag) => bag.values.get("color") ?? "",
      set: (bag, value) => void bag.values.set("color", readColor(value)),
    },
  },
});

const rangeFormat = defineClass<PropertyBag>({
  className: "ConditionalRangeFormat",
  bag: (bag) => bag,
  navigation: {
    fill: (bag) => rangeFill(bag.child("fill")),
    font: (bag) => rangeFont(bag.child("font")),
  },
});

const formatRule = defineClass<Rule>({
  className: "ConditionalFormatRule",
  scalars: {
    formula: {
      get: ({ rule }) => rule.formula,
      set: ({ sheet, rule }, value) => {
        const formula = String(value);
        assertFormula(sheet.book, formula.startsWith("=") ? formula : `=${formula}`);
        rule.formula = formula;
      },
    },
  },
});

const custom = defineClass<Rule>({
  className: "CustomConditionalFormat",
  navigation: {
    format: ({ rule }) => rangeFormat(rule.bag),
    rule: (target) => formatRule(target),
  },
});

const conditionalFormat = defineClass<Rule>({
  className: "ConditionalFormat",
  assertAlive: assertSheetAlive,
  scalars: {
    id: { get: ({ rule }) => rule.id },
    type: { get: ({ rule }) => rule.type },
    priority: { get: ({ sheet, rule }) => sheet.rules.indexOf(rule) },
    stopIfTrue: {
      get: ({ rule }) => rule.stopIfTrue,
      set: ({ rule }, value) => void (rule.stopIfTrue = value === true),
    },
  },
  navigation: { custom: (target) => custom(target) },
  methods: {
    delete: ({ sheet, rule }) => {
      sheet.assertUnprotected();
      removeWhere(sheet.rules, (known) => known === rule);
    },
    getRange: ({ sheet, rule }) => range({ sheet, area: rule.areas[0]! }),
    getRanges: ({ sheet, rule }) => rangeAreas({ sheet, areas: rule.areas }),
  },
});

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-conditional-formatting : custom formulas only. */
export const conditionalFormats: (place: Place) => ServerObject = defineClass<Place>({
  className: "ConditionalFormatCollection",
  assertAlive: assertSheetAlive,
  items: (place) => rulesOn(place).map((rule) => conditionalFormat({ sheet: place.sheet, rule })),
  methods: {
    add: ({ sheet, area }, args) => {
      const type = args.text(0);
      if (type !== "Custom")
        throw new HostError(NOT_IMPLEMENTED, `Conditional formats of type ${type} are not simulated.`);
      sheet.assertUnprotected();
      const rule = new RuleState(sheet.book.newId(), type, [area]);
      // The newest rule comes first.
      sheet.rules.unshift(rule);
      return conditionalFormat({ sheet, rule });
    },
    clearAll: (place) => {
      place.sheet.assertUnprotected();
      const gone = new Set(rulesOn(place));
      removeWhere(place.sheet.rules, (rule) => gone.has(rule));
    },
    getCount: (place) => rulesOn(place).length,
    getItem: (place, args) => {
      const rule = rulesOn(place).find((known) => known.id === args.text(0));
      if (!rule) throw itemNotFound();
      return conditionalFormat({ sheet: place.sheet, rule });
    },
    getItemAt: (place, args) => {
      const rule = rulesOn(place)[args.whole(0)];
      if (!rule) throw invalidArgument("index");
      return conditionalFormat({ sheet: place.sheet, rule });
    },
  },
});

function rulesOn({ sheet, area }: Place): RuleState[] {
  return sheet.rules.filter((rule) => rule.areas.some((part) => intersect(part, area)));
}
