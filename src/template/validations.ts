/** Input hints, drop-downs and limits of a form's fields, in Chinese as the form itself. */
import { canDropDown } from "../workbook/limits";
import type { ValidationPlan } from "../workbook/plan";
import type { Area } from "../workbook/address";
import type { FormLayout } from "./form-layout";
import type { Form, Indicator, IndicatorKind, ListColumn, UnitKind } from "./template";
import { WORDS } from "./words";

const NO_LIMIT = 1e12;

type Constraint = Pick<ValidationPlan, "type" | "operator" | "choices" | "formula1" | "formula2" | "error">;

/** One per field that a unit of this kind fills in. Wrong input is warned of, never refused: the check comes later. */
export function formValidations(
  form: Form,
  layout: FormLayout,
  kind: UnitKind | undefined,
): readonly ValidationPlan[] {
  return form.indicators
    .filter((line) => line.formula === undefined && (kind === undefined || line.fills.includes(kind)))
    .map((line) => {
      const row = layout.rows.get(line.code)!;
      const column = layout.columns.value!;
      return fieldValidation({ top: row, left: column, bottom: row, right: column }, line);
    });
}

function fieldValidation(area: Area, line: Indicator): ValidationPlan {
  const measure = line.measure === "" ? "" : `（${line.measure}）`;
  const limits = constraint(line.kind, line);
  return {
    area,
    ...limits,
    ...hint(`${line.code} ${line.name}${measure}`, line.guidance ?? limits.error),
    errorTitle: WORDS.retyped,
    severity: "warning",
  };
}

/** The field of a list's column, over all rows given. */
export function columnValidation(area: Area, column: ListColumn): ValidationPlan {
  const limits = constraint(column.kind, column);
  return {
    area,
    ...limits,
    // That a text may be long needs no saying at every cell of a list.
    ...(limits.type === "textLength" ? {} : hint(column.name, limits.error)),
    errorTitle: WORDS.retyped,
    severity: "warning",
  };
}

function hint(title: string, text: string | undefined): Pick<ValidationPlan, "promptTitle" | "prompt"> {
  return {
    promptTitle: title,
    ...(text === undefined ? {} : { prompt: text }),
  };
}

function constraint(
  kind: IndicatorKind,
  limits: { readonly min?: number; readonly max?: number; readonly choices?: readonly string[] },
): Constraint {
  if (kind === "yesNo") {
    return { type: "list", choices: [WORDS.yes, WORDS.no], error: "请填“是”或“否”。" };
  }
  const choices = limits.choices ?? [];
  if (kind === "choice" && choices.length > 0 && canDropDown(choices)) {
    return { type: "list", choices, error: `请从下列各项中选一项：${choices.join("、")}。` };
  }
  if (kind === "date") {
    // 36526 is 2000-01-01.
    return {
      type: "date",
      operator: "greaterThanOrEqual",
      formula1: "36526",
      error: "请填日期，例如 2020-12-22。",
    };
  }
  if (kind === "text" || kind === "choice") {
    return { type: "textLength", operator: "lessThanOrEqual", formula1: "500", error: "最多填 500 个字。" };
  }
  return numberConstraint(kind, limits.min ?? -NO_LIMIT, limits.max ?? NO_LIMIT);
}

function numberConstraint(
  kind: "whole" | "decimal" | "amount" | "percent",
  min: number,
  max: number,
): Constraint {
  const whole = kind === "whole" || kind === "amount";
  const range = rangeWords(min, max);
  const measure = kind === "amount" ? "，单位是元，不是万元" : "";
  return {
    type: whole ? "whole" : "decimal",
    operator: "between",
    formula1: String(min),
    formula2: String(max),
    error: `这里应填${whole ? "整数" : "数字"}${range}${measure}；没有发生的填 0。`,
  };
}

function rangeWords(min: number, max: number): string {
  if (min === -NO_LIMIT) return max === NO_LIMIT ? "" : `，不大于 ${max}`;
  return max === NO_LIMIT ? `，不小于 ${min}` : `，在 ${min} 和 ${max} 之间`;
}
