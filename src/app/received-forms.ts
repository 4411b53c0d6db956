/** 退回单 that come back: whose they are, and what is kept of them. */
import type { Answer } from "../findings/decisions";
import type { ReturnFormReading } from "../returns/read-return-form";
import type { Template } from "../template/template";

export interface FormOfFile {
  /** Null where it stood open. */
  readonly file: string | null;
  readonly form: ReturnFormReading;
}

export interface ReceivedForm {
  readonly file: string | null;
  readonly unit: string | null;
  /** How many findings are answered. */
  readonly answered: number;
  /** Answers of which nothing says what they are about. */
  readonly loose: readonly string[];
  /** Why nothing of it was kept: no unit of the register, or another session's; null where it was. */
  readonly problem: "unit" | "period" | null;
}

/** Nothing of it is applied: each answer waits beside its finding. */
export function receiveForm(
  { file, form }: FormOfFile,
  template: Template,
  period: string | null,
): { readonly received: ReceivedForm; readonly answers: readonly Answer[] } {
  const unit = template.units.find(({ name }) => name === form.unit)?.name ?? null;
  const isOther = form.period !== null && period !== null && form.period !== period;
  const problem = unit === null ? "unit" : isOther ? "period" : null;
  const answers = problem === null ? form.answers : [];
  return {
    received: { file, unit: form.unit, answered: answers.length, loose: form.loose, problem },
    answers: answers.map((answer) => ({ kind: "answer", unit: unit!, file, ...answer })),
  };
}
