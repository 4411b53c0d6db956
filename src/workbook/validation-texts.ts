/** The texts of a data validation as Excel takes them: it refuses longer ones, and a file that has them. */
import type { ValidationPlan } from "./plan";

/** Limits of Excel's dialogs (support page "Apply data validation to cells"). */
const TITLE_LIMIT = 32;
const PROMPT_LIMIT = 255;
const ERROR_LIMIT = 225;

export type ValidationTexts = Pick<ValidationPlan, "promptTitle" | "prompt" | "errorTitle" | "error">;

/** What is too long ends in an ellipsis; an empty text is none. */
export function validationTexts(plan: ValidationPlan): ValidationTexts {
  return {
    promptTitle: shortened(plan.promptTitle, TITLE_LIMIT),
    prompt: shortened(plan.prompt, PROMPT_LIMIT),
    errorTitle: shortened(plan.errorTitle, TITLE_LIMIT),
    error: shortened(plan.error, ERROR_LIMIT),
  };
}

/** At most so many UTF-16 units, never cut through the middle of a character. */
function shortened(text: string | undefined, limit: number): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1);
  return `${/[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head}…`;
}
