/**
 * What the program knows of each of its codes, once: how grave its findings are, when they are folded, what they follow
 * from, what can be decided about them. A new code begins here; the compiler then names the messages that it lacks.
 * `npm run docs:codes` writes docs/finding-codes.md from this file and the messages.
 */
import type { RuleClass } from "../rules/rule";

/** What a finding is about. */
export type Subject =
  /** The workbook as a whole: which template, which forms, which unit, which period. */
  | "workbook"
  /** A file, or something in it that cannot be read. */
  | "file"
  /** A cell, a row or a sheet as the unit sent it. */
  | "cell"
  /** A relation that is built in, within one unit's forms. */
  | "relation"
  /** A relation between a form and a detail list. */
  | "list"
  /** Figures that are possible and not likely. */
  | "plausibility"
  /** The county's totals. */
  | "county";

/** When a finding is folded, see `validation/group-by-root-cause.ts`. */
export type Stage = "wholes" | "damages" | "rules" | "plausibility" | "stale";

/** What may bring a finding about; it is then listed under that. */
export type RootCause =
  /** The workbook is of another year, or last year's was sent again (S05, D54). */
  | "anotherYear"
  /** The file is a copy of another unit's (D11). */
  | "copiedFile"
  /** The value of its cell is wrong anyway: how the cell was read is no news. */
  | "wrongValue";

/** How the value is found that a cell should have instead, see `validation/proposals/by-kind.ts`. */
export type ProposalKind =
  | "asRead"
  | "asReadInOwnMeasure"
  | "oneNumberOfSeveral"
  | "negativeNumber"
  | "numberInText"
  | "recomputed"
  | "restoredFormula"
  | "overwrittenFormula"
  | "ratio"
  | "carried"
  | "tenThousandTimes";

export interface CatalogueEntry {
  readonly subject: Subject;
  /** The classes of its findings, the default first. A template may set another class for what it lists as built in. */
  readonly severity: readonly [RuleClass, ...RuleClass[]];
  readonly stage: Stage;
  /** Where its notes are folded, if elsewhere. */
  readonly stageOfNotes?: Stage;
  /** Nothing if absent: it is a root unless it is in a cell or form that is damaged. */
  readonly followsFrom?: readonly RootCause[];
  /** The county may confirm its reading for a whole file (确认无误). */
  readonly confirmable?: true;
  /** Absent where nobody can say what was meant. */
  readonly proposal?: ProposalKind;
  /** It is found at another cell than the one whose value it is about. */
  readonly standsBeside?: true;
  /** A way of reading that the unit should know of, since it would fill in the same way another time. */
  readonly toldToUnit?: true;
  /** The text of the cell says why it is read as it is, whatever the number format shows. */
  readonly textDecides?: true;
  /** How the value was read is said in words of its own (`report.reading.D31`), else by the code. */
  readonly reading?: true;
  /** No unit can do anything about it. */
  readonly countyOnly?: true;
  /** Why the whole report needs a look although it is counted. */
  readonly lookAt?: "sentAgain" | "allZero";
}

const mustFix = ["mustFix"] as const;
const explain = ["explain"] as const;
const note = ["note"] as const;
const mustFixOrNote = ["mustFix", "note"] as const;
const explainOrNote = ["explain", "note"] as const;

const structure = { subject: "workbook", stage: "damages" } as const;
const file = { subject: "file", stage: "damages" } as const;
const cell = { subject: "cell", stage: "damages" } as const;
const relation = { subject: "relation", stage: "rules" } as const;
const plausibility = {
  subject: "plausibility",
  stage: "plausibility",
  severity: explain,
  followsFrom: ["copiedFile"],
} as const;
const county = { subject: "county", stage: "rules" } as const;

const aCellAsRead = { ...cell, severity: note, proposal: "asRead", toldToUnit: true, reading: true } as const;
const roughly = { ...cell, severity: explainOrNote, textDecides: true, reading: true } as const;
const understood = { followsFrom: ["wrongValue"] } as const;
const ofTwoYears = { followsFrom: ["anotherYear", "copiedFile"] } as const;

const CODES = {
  S01: { ...structure, severity: mustFixOrNote },
  S02: { ...structure, severity: ["mustFix", "explain"] },
  S03: { ...structure, severity: mustFix },
  S04: { ...structure, severity: mustFix },
  S05: { ...structure, severity: mustFixOrNote, stage: "wholes" },
  S06: { ...structure, severity: mustFixOrNote },

  F01: { ...file, severity: mustFixOrNote },
  F02: { ...file, severity: mustFixOrNote },
  F03: { ...file, severity: mustFixOrNote },
  F04: { ...file, severity: mustFixOrNote },
  F05: { ...file, severity: mustFixOrNote },
  F06: { ...file, severity: mustFixOrNote, countyOnly: true },
  F07: { ...file, severity: ["explain", "mustFix", "note"] },
  F08: { ...file, severity: explainOrNote },
  F21: { ...file, severity: mustFix, proposal: "numberInText" },
  F22: { ...file, severity: mustFix },
  F23: { ...file, severity: ["explain", "mustFix"], standsBeside: true },
  F24: { ...file, severity: explainOrNote },

  F31: { ...structure, severity: mustFix },
  F32: { ...structure, severity: explain },
  F33: { ...structure, severity: explainOrNote },
  F34: { ...structure, severity: explain },
  F35: { ...structure, severity: explainOrNote },
  F36: { ...structure, severity: ["note", "explain"] },

  D01: { ...cell, severity: mustFix },
  D03: { ...cell, severity: mustFixOrNote },
  D04: { ...cell, severity: mustFixOrNote },
  D05: { ...cell, severity: mustFixOrNote },
  D06: { ...cell, severity: mustFixOrNote },
  D07: { ...cell, severity: note },
  D09: { ...cell, severity: mustFixOrNote },
  D10: { ...cell, severity: mustFixOrNote },
  D11: { ...cell, severity: ["mustFix", "explain"] },
  D12: { ...cell, severity: explain },
  D13: { ...cell, severity: explain },
  D14: { ...cell, severity: explain },
  D17: {
    ...cell,
    severity: explainOrNote,
    stageOfNotes: "stale",
    followsFrom: ["copiedFile"],
    proposal: "recomputed",
    reading: true,
  },
  D18: { ...cell, severity: ["explain", "mustFix", "note"] },
  D19: { ...cell, severity: explainOrNote },
  D20: { ...cell, severity: ["mustFix", "explain", "note"] },
  D21: { ...cell, severity: explain, standsBeside: true },
  D22: { ...cell, severity: ["note", "explain"] },
  D23: { ...cell, severity: explain },
  D25: { ...cell, severity: explain },
  D27: { ...cell, severity: mustFix },
  D30: { ...cell, severity: explainOrNote },
  D31: { ...aCellAsRead, ...understood },
  D32: {
    ...aCellAsRead,
    ...understood,
    severity: ["note", "mustFix"],
    proposal: "asReadInOwnMeasure",
    textDecides: true,
  },
  D33: { ...aCellAsRead, severity: explainOrNote, confirmable: true, textDecides: true },
  D34: { ...cell, severity: explain, standsBeside: true },
  D37: { ...roughly, confirmable: true, toldToUnit: true },
  D38: { ...aCellAsRead, ...understood },
  D39: { ...roughly, proposal: "oneNumberOfSeveral" },
  D40: { ...roughly, confirmable: true, toldToUnit: true },
  D41: { ...cell, severity: mustFix },
  D42: { ...roughly, severity: explain, proposal: "negativeNumber" },
  D43: { ...aCellAsRead, ...understood },
  D44: { ...cell, severity: explain, reading: true },
  D45: { ...cell, severity: note, toldToUnit: true, reading: true },
  D46: { ...cell, severity: mustFix, proposal: "restoredFormula", reading: true },
  D47: { ...cell, severity: explain, proposal: "overwrittenFormula" },
  D51: { ...aCellAsRead, ...understood },
  D54: { ...plausibility, stage: "wholes", lookAt: "sentAgain" },
  D55: { ...cell, severity: explain, followsFrom: ["anotherYear"] },
  D56: { ...cell, severity: explain, followsFrom: ["anotherYear"] },
  D59: { ...cell, severity: explain },

  R03: { ...relation, severity: mustFix, proposal: "ratio" },
  R09: { ...relation, ...ofTwoYears, severity: mustFix, proposal: "carried" },
  R20: { ...relation, severity: mustFix },
  R21: { ...relation, severity: mustFix },
  R22: { ...relation, severity: mustFix },
  R23: { ...relation, severity: mustFix },
  X06: { subject: "list", stage: "rules", severity: note },

  K01: { ...relation, severity: mustFix },
  K02: { ...relation, severity: mustFix },
  K03: { ...relation, severity: explain },
  K04: { ...relation, severity: explain },

  P01: { ...plausibility, ...ofTwoYears },
  P02: { ...plausibility, ...ofTwoYears },
  P03: { ...plausibility, ...ofTwoYears, lookAt: "sentAgain" },
  P04: { ...plausibility, severity: explainOrNote, stage: "wholes", lookAt: "allZero" },
  P05: plausibility,
  P06: { ...plausibility, proposal: "tenThousandTimes" },
  P07: { ...plausibility, severity: note },
  P08: { ...plausibility, ...ofTwoYears },
  P10: plausibility,

  C01: { ...county, severity: mustFix, countyOnly: true },
  C03: { ...county, severity: note, countyOnly: true },
  C04: { ...county, severity: explain },
  C06: { ...county, severity: mustFix, countyOnly: true },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

/** Every code of a finding that the program itself makes. */
export type CheckCode = keyof typeof CODES;

type CodesWith<Trait> = {
  [Code in CheckCode]: (typeof CODES)[Code] extends Trait ? Code : never;
}[CheckCode];

/** Codes whose findings the messages speak of in more than their own sentence. */
export type WordedReading = CodesWith<{ readonly reading: true }>;
export type ToldToUnit = CodesWith<{ readonly toldToUnit: true }>;
export type Confirmable = CodesWith<{ readonly confirmable: true }>;
/** Their remedy follows from their class. */
export type PlausibilityCode = Extract<CheckCode, `P${string}`>;

export const CATALOGUE: Readonly<Record<CheckCode, CatalogueEntry>> = CODES;

export const CHECK_CODES = Object.keys(CODES) as readonly CheckCode[];

/** May the county confirm its reading for a whole file? */
export function isConfirmable(code: unknown): code is Confirmable {
  return typeof code === "string" && isCheckCode(code) && CATALOGUE[code].confirmable === true;
}

export function isCheckCode(text: string): text is CheckCode {
  return Object.hasOwn(CODES, text);
}
