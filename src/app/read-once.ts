/**
 * What was read of a workbook and found in it, remembered for as long as the workbook is held: a decision about one file
 * makes the session read and check that file again, not the other three hundred.
 */
import { readSubmissions, type Source } from "../intake/read-submissions";
import type { Submission } from "../intake/submission";
import type { Template } from "../template/template";
import type { Evidence } from "../validation/evidence";
import type { LastYear } from "../validation/last-year";
import { createValidator, type Checked, type Validator } from "../validation/validator";
import type { Workbook } from "../workbook/workbook";

/** A file that was mended is read twice: as it was sent, to know its unit, and with all that was said of the unit. */
const READINGS_OF_ONE_WORKBOOK = 2;

type Readings = Map<string, readonly Submission[]>;

/** By template in a map of its own, so that a template that was only tried out takes its readings with it. */
const readings = new WeakMap<Workbook, WeakMap<Template, Readings>>();
const validators = new WeakMap<Template, Validator>();

interface Check {
  readonly validator: Validator;
  readonly lastYear: LastYear | null;
  readonly period: string | null;
  readonly evidence: Evidence | null;
  readonly checked: Checked;
}
const checks = new WeakMap<Submission, Check>();

export function readOnce(workbook: Workbook, source: Source, template: Template): readonly Submission[] {
  const known = entry(
    entry(readings, workbook, () => new WeakMap<Template, Readings>()),
    template,
    (): Readings => new Map(),
  );
  const key = JSON.stringify([source.file, [...(source.confirmed ?? [])].sort(), source.repairs ?? []]);
  const submissions = known.get(key) ?? readSubmissions(workbook, source, template);
  known.delete(key);
  known.set(key, submissions);
  if (known.size > READINGS_OF_ONE_WORKBOOK) known.delete([...known.keys()][0]!);
  return submissions;
}

export function validatorOf(template: Template): Validator {
  return entry(validators, template, () => createValidator(template));
}

export function checkOnce(
  validator: Validator,
  submission: Submission,
  { lastYear, period, evidence }: Pick<Check, "lastYear" | "period" | "evidence">,
): Checked {
  const known = checks.get(submission);
  const isSame =
    known?.validator === validator &&
    known.lastYear === lastYear &&
    known.period === period &&
    known.evidence === evidence;
  if (known && isSame) return known.checked;
  const checked = validator.check(submission, { lastYear, period, evidence });
  checks.set(submission, { validator, lastYear, period, evidence, checked });
  return checked;
}

function entry<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
