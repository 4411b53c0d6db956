import { removeWhere } from "../book/book";
import type { ValidationState } from "../book/rule-state";
import { HostError, invalidArgument, NOT_IMPLEMENTED } from "../protocol/errors";
import type { Json, JsonObject } from "../protocol/messages";
import { defineClass } from "../protocol/server-object";
import { assertSheetAlive, type Place } from "./place";
import { intersect } from "./range-navigation";

/** The key of the rule and the type that Excel reports for it. */
const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-data-validation , with its defaults. */
const NO_PROMPT: JsonObject = { showPrompt: true, title: "", message: "" };
const NO_ALERT: JsonObject = { showAlert: true, style: "Stop", title: "", message: "" };

export const dataValidation = defineClass<Place>({
  className: "DataValidation",
  assertAlive: assertSheetAlive,
  scalars: {
    rule: { get: (place) => find(place)?.rule ?? {}, set: setRule },
    type: { get: (place) => typeOf(find(place)?.rule) },
    ignoreBlanks: {
      get: (place) => find(place)?.ignoreBlanks ?? true,
      set: (place, value) => void (own(place).ignoreBlanks = value === true),
    },
    prompt: {
      get: (place) => find(place)?.prompt ?? NO_PROMPT,
      set: (place, value) => void (own(place).prompt = texts(value, PROMPT_LIMIT)),
    },
    errorAlert: {
      get: (place) => find(place)?.errorAlert ?? NO_ALERT,
      set: (place, value) => void (own(place).errorAlert = texts(value, ERROR_LIMIT)),
    },
  },
  methods: {
    clear: ({ sheet, area }) => {
      sheet.assertUnprotected();
      removeWhere(sheet.validations, (known) => intersect(known.area, area) !== undefined);
    },
  },
});

/** The limits of Excel's dialogs: https://support.microsoft.com/office (Apply data validation to cells). */
const TITLE_LIMIT = 32;
const PROMPT_LIMIT = 255;
const ERROR_LIMIT = 225;

function texts(value: Json, limit: number): JsonObject {
  const given = object(value);
  const length = (name: string): number => String(given[name] ?? "").length;
  if (length("title") > TITLE_LIMIT || length("message") > limit) {
    throw invalidArgument(`a title has at most ${TITLE_LIMIT}, a message ${limit} characters`);
  }
  return given;
}

function setRule(place: Place, value: Json): void {
  const rule = object(value);
  const kinds = Object.keys(rule).filter((key) => rule[key] !== null);
  if (kinds.length !== 1 || TYPES[kinds[0]!] === undefined)
    throw invalidArgument("one kind of rule is wanted");
  const source = object(rule[kinds[0]!] ?? null)["source"];
  // A list given as text is limited like any formula: https://support.microsoft.com/office (255 characters).
  if (typeof source === "string" && !source.startsWith("=") && source.length > 255) {
    throw invalidArgument("a list given as text has at most 255 characters");
  }
  own(place).rule = { [kinds[0]!]: rule[kinds[0]!]! };
}

/** The validation of exactly this area; it takes the place of what was there. */
function own(place: Place): ValidationState {
  place.sheet.assertUnprotected();
  const { sheet, area } = place;
  const known = sheet.validations.find((candidate) => sameArea(candidate.area, area));
  if (known) return known;
  if (sheet.validations.some((candidate) => cutsThrough(candidate.area, area))) {
    throw new HostError(
      NOT_IMPLEMENTED,
      "Data validation of part of an area that has another one is not simulated.",
    );
  }
  removeWhere(sheet.validations, (candidate) => intersect(candidate.area, area) !== undefined);
  const state: ValidationState = {
    area,
    rule: {},
    ignoreBlanks: true,
    prompt: NO_PROMPT,
    errorAlert: NO_ALERT,
  };
  sheet.validations.push(state);
  return state;
}

function find({ sheet, area }: Place): ValidationState | undefined {
  return sheet.validations.find((known) => {
    const common = intersect(known.area, area);
    return common !== undefined && sameArea(common, area);
  });
}

function cutsThrough(known: Place["area"], area: Place["area"]): boolean {
  const common = intersect(known, area);
  return common !== undefined && !sameArea(common, known);
}

function sameArea(a: Place["area"], b: Place["area"]): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

function typeOf(rule: JsonObject | undefined): string {
  return TYPES[Object.keys(rule ?? {})[0] ?? ""] ?? "None";
}

function object(value: Json): JsonObject {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw invalidArgument("an object is wanted");
  return value as JsonObject;
}
