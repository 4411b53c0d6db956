/**
 * `try`: what a template would say of submissions that are there, before it is issued: beside the template that rules
 * are added to, else beside the built-in one where it is a version of that.
 */
import { valueText, type Locale } from "../locales";
import { sayFinding } from "../locales/finding-text";
import { say } from "../locales/command-line";
import { sayRuleError } from "../locales/rule-error-text";
import type { FailedUnit, Trial, TriedRule } from "../app/trial";
import type { Session } from "../app/session";
import { builtInTemplate } from "../template/builtin";
import type { Call } from "./arguments";
import { withSession } from "./check";
import { readWithRules, ruleLineText } from "./inputs";
import { CallError, EXIT, type Outcome, type Streams } from "./outcome";

export async function tryTemplate(call: Call, streams: Streams): Promise<Outcome> {
  return withSession(call, streams, async (session, { reader }) => {
    if (!session.hasSubmissions()) throw nothingToTry(session, call);
    const { template: given } = session.templateInUse();
    const { template, problems } = await readWithRules(given, call, reader);
    const bad = problems.map(({ fault, ...problem }) => ({
      ...problem,
      message: ruleLineText(call.locale, { fault, ...problem }),
    }));
    if (call.rules === null && given.id === builtInTemplate.id)
      session.useTemplate({ template: builtInTemplate, origin: { kind: "builtIn" }, since: null });
    const trial = chosen(session.tryTemplate(template), call.rule);
    const { newlyFailing } = trial;
    return {
      document: { ...document(trial, call.locale), ...(call.rules === null ? {} : { problems: bad }) },
      text: [...bad.map(({ message }) => message), text(trial, call.locale)].join("\n"),
      exit: newlyFailing.length > 0 || bad.length > 0 ? EXIT.mustFix : EXIT.clean,
    };
  });
}

/** Each file's own finding is the cause. */
function nothingToTry(session: Session, { locale }: Call): CallError {
  const reasons = session
    .assess()
    .findings.map((finding) => `${finding.place.file ?? ""}：${sayFinding(locale, finding)}`);
  return new CallError("error.nothingToTry", { reasons: reasons.join("\n") });
}

/** All of it, or one rule alone. */
function chosen(trial: Trial, number: string | null): Trial {
  if (number === null) return trial;
  const rules = trial.rules.filter((rule) => rule.number === number);
  if (rules.length === 0) throw new CallError("error.noRule", { number });
  const failing = new Set(rules.flatMap(({ failed }) => failed.filter(isNew).map(({ unit }) => unit)));
  return { ...trial, rules, newlyFailing: trial.newlyFailing.filter((unit) => failing.has(unit)) };
}

function isNew(failed: FailedUnit): boolean {
  return failed.isNew;
}

function document({ submissions, newlyFailing, rules }: Trial, locale: Locale) {
  return {
    version: 1,
    submissions,
    newlyFailing,
    rules: rules.map(({ fault, failed, ...rule }) => ({
      ...rule,
      error: fault && sayRuleError(locale, fault),
      failed: failed.map(({ unit, left, right, place, isNew: newly }) => ({
        unit,
        ...place,
        left,
        right,
        new: newly,
      })),
    })),
  };
}

function text({ submissions: count, newlyFailing, rules }: Trial, locale: Locale): string {
  return [
    ...rules.flatMap((rule) => ruleLines(rule, locale)),
    say(locale, "batch.try.summary", { count, units: newlyFailing.length }),
  ].join("\n");
}

function ruleLines({ number, relation, passed, skipped, failed, fault, ...rule }: TriedRule, locale: Locale) {
  const asked = relation ?? say(locale, "batch.try.builtIn");
  if (fault)
    return [say(locale, "batch.try.fault", { number, relation: asked, reason: sayRuleError(locale, fault) })];
  const ruleClass = say(locale, `finding.class.${rule.class}`);
  const counts = { passed, failed: failed.length, skipped: skipped ?? 0 };
  return [
    say(locale, "batch.try.rule", { number, relation: asked, class: ruleClass, ...counts }),
    ...failed.map((each) => failedLine(each, locale)),
  ];
}

function failedLine({ unit, left, right, place, isNew: newly }: FailedUnit, locale: Locale): string {
  const { file, sheet, cell } = place;
  const params = {
    mark: newly ? say(locale, "batch.try.new") : "",
    unit: unit ?? file ?? say(locale, "batch.noUnit"),
    place: [sheet, cell].filter((part) => part !== null).join("!"),
  };
  if (left === null && right === null) return say(locale, "batch.try.place", params);
  return say(locale, "batch.try.unit", {
    ...params,
    left: valueText(locale, left),
    right: valueText(locale, right),
  });
}
