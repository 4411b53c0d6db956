/** A rule as staff wrote it → every question that it asks: once for each column or line that it speaks of. */
import { plainSigns } from "./characters";
import { clausesOf, type Clause, type Span } from "./clauses";
import { isRuleError } from "./error";
import { plainName, type Axis, type AxisWord, type FormWords } from "./form-words";
import { meaningOf, type Instance, type Meaning } from "./meaning";
import { passageOf, type Passage, type Scope } from "./passage";
import { written } from "./written";
import type { ReadingNames } from "./reading";
import { compileRule, type CompiledRule, type RuleFault } from "./relation";
import { formNamed } from "./references";
import type { Rule } from "./rule";
import type { Vocabulary } from "./vocabulary";

export interface ExpandedRule {
  readonly rule: Rule;
  /** At least one. */
  readonly instances: readonly CompiledRule[];
  /** What the rule asks, as a person says it. */
  readonly read: (names: ReadingNames) => string;
}

/** What a clause means, and the first of its instances compiled. */
interface UnderstoodClause {
  readonly meaning: Meaning;
  /** Made when they are asked for: hundreds of lines are understood by their first instance. */
  readonly rules: () => readonly Rule[];
  readonly first: CompiledRule;
}

/**
 * Expands a rule, or says which part of it cannot be understood, and where. Lines and columns are those of the rule's
 * forms, else of the only form that has them.
 */
export function expandRule(rule: Rule, vocabulary: Vocabulary): ExpandedRule | RuleFault {
  const understood = understand(rule, vocabulary);
  if (isRuleError(understood)) return understood;
  return {
    rule,
    get instances() {
      return understood.flatMap(({ rules, first }) =>
        rules().flatMap((each, i) => (i === 0 ? first : compiledOrNone(each, vocabulary))),
      );
    },
    read: (names) => understood.map((clause) => readClause(clause, names, vocabulary)).join("；"),
  };
}

/** The same for two rules that ask the same, however they are written; null where the rule is not understood. */
export function ruleMeaning(rule: Rule, vocabulary: Vocabulary): string | null {
  const understood = understand(rule, vocabulary);
  if (isRuleError(understood)) return null;
  const asked = understood
    .flatMap(({ rules }) => rules())
    .map(({ precondition = "", relation }) => plainSigns(`${precondition}:${relation}`).replace(/\s/g, ""));
  return asked.sort().join("\n");
}

function compiledOrNone(rule: Rule, vocabulary: Vocabulary): CompiledRule[] {
  const compiled = compileRule(rule, vocabulary);
  return isRuleError(compiled) ? [] : [compiled];
}

function understand(rule: Rule, vocabulary: Vocabulary): readonly UnderstoodClause[] | RuleFault {
  const scopes = scopesOf(rule, vocabulary);
  let fault: RuleFault | null = null;
  for (const scope of scopes) {
    const found = understandIn(rule, scope);
    if (!isRuleError(found)) return found;
    fault ??= found;
  }
  return fault!;
}

/** The rule's forms together, as relations across forms name them; else each by itself. */
function scopesOf({ forms }: Rule, vocabulary: Vocabulary): readonly Scope[] {
  const all = vocabulary.forms();
  const named = forms.flatMap((form) => formNamed(plainName(form), all) ?? []);
  const scope = (meant: readonly FormWords[]): Scope => ({ forms: meant, all, vocabulary });
  if (named.length < 2) return [scope(named.length === 0 ? all : named)];
  return [...named.map((form) => scope([form])), scope(named)];
}

function understandIn(rule: Rule, scope: Scope): readonly UnderstoodClause[] | RuleFault {
  const understood: UnderstoodClause[] = [];
  for (const clause of clausesOf(rule.relation)) {
    const found = understandClause(rule, clause, scope);
    if (isRuleError(found)) return found;
    understood.push(found);
  }
  return understood;
}

interface Passages {
  readonly relation: Passage;
  readonly when: Passage | null;
  readonly precondition: Passage | null;
  readonly otherwise: boolean;
}

function understandClause(rule: Rule, clause: Clause, scope: Scope): UnderstoodClause | RuleFault {
  const { precondition = "" } = rule;
  const of = (text: string, span: Span): Passage => passageOf(text, span, scope);
  const passages: Passages = {
    relation: of(rule.relation, clause.relation),
    when: clause.when && of(rule.relation, clause.when),
    precondition:
      precondition.trim() === "" ? null : of(precondition, { start: 0, end: precondition.length }),
    otherwise: clause.otherwise,
  };
  const all = [passages.relation, passages.when, passages.precondition].filter((each) => each !== null);
  const meaning = meaningOf(all, scope);
  if (isRuleError(meaning)) return { ...meaning, part: "relation" };
  const asked = (instance: Instance): Rule => ruleOf(rule, passages, instance, scope.vocabulary);
  const first = compileRule(asked(meaning.instances[0]!), scope.vocabulary);
  if (isRuleError(first)) return located(first, passages, meaning.instances[0]!, scope.vocabulary);
  return { meaning, rules: () => meaning.instances.map(asked), first };
}

function ruleOf(
  rule: Rule,
  { relation, when, precondition, otherwise }: Passages,
  instance: Instance,
  vocabulary: Vocabulary,
): Rule {
  const text = (passage: Passage): string => written(passage, instance, vocabulary).text;
  const conditions = [
    ...(precondition ? [text(precondition)] : []),
    ...(when ? [otherwise ? `NOT(${text(when)})` : text(when)] : []),
  ];
  const asked = conditions.length > 1 ? `AND(${conditions.join(",")})` : conditions[0];
  return {
    ...rule,
    relation: text(relation),
    ...(asked === undefined ? {} : { precondition: asked }),
    // What must be where something else is, is asked although it is missing.
    ...(when && rule.missing === "allMissing" ? { missing: "never" } : {}),
  };
}

/** The error's place in the text as staff wrote it. */
function located(
  fault: RuleFault,
  passages: Passages,
  instance: Instance,
  vocabulary: Vocabulary,
): RuleFault {
  const inCondition = fault.part === "precondition";
  const passage = inCondition ? (passages.when ?? passages.precondition) : passages.relation;
  if (!passage) return fault;
  const { origins, text } = written(passage, instance, vocabulary);
  const lead = inCondition && passages.otherwise ? "NOT(".length : 0;
  const at = fault.position - lead;
  const [begin, origin] = origins.findLast(([start]) => start <= at) ?? [0, 0];
  const end = passage.pieces.at(-1);
  const position = at >= text.length && end ? end.start + end.text.length : origin + Math.max(0, at - begin);
  return { ...fault, position, part: inCondition && passages.when ? "relation" : fault.part };
}

/** `每一栏（共 13 栏）：总计（01行）等于 …`. */
function readClause(
  { meaning, first }: UnderstoodClause,
  names: ReadingNames,
  vocabulary: Vocabulary,
): string {
  const { axis } = meaning;
  const across = axis !== null && meaning.instances.length > 1;
  const { whole, when } = first.read(across ? namesAcross(axis, names, vocabulary) : names);
  const lead = across ? `每一${OTHER[axis]}（共 ${meaning.instances.length} ${OTHER[axis]}）：` : "";
  return `${lead}${when === null ? "" : `${when}时，`}${whole}`;
}

const OTHER: Readonly<Record<Axis, string>> = { line: "栏", column: "行" };
const MARK: Readonly<Record<Axis, string>> = { line: "行", column: "栏" };

/** A relation between lines names lines only, as it is the same in every column. */
function namesAcross(axis: Axis, names: ReadingNames, vocabulary: Vocabulary): ReadingNames {
  const wordOf = (code: string): AxisWord | null => {
    for (const { tables } of vocabulary.forms()) {
      for (const table of tables) {
        const place = table.place({ code, lastYear: false });
        if (place) return axis === "line" ? table.lines[place.line]! : table.columns[place.column]!;
      }
    }
    return null;
  };
  return {
    ...names,
    line: (code) => wordOf(code)?.name ?? names.line(code),
    code(code) {
      const word = wordOf(code);
      return word === null ? code : word.number === null ? null : `${word.number}${MARK[axis]}`;
    },
  };
}
