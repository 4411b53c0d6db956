/** Data validations and conditional formats of a sheet. */
import { areaToA1 } from "../../workbook/address";
import type { ConditionalFormatPlan, ValidationPlan } from "../../workbook/plan";
import { validationTexts } from "../../workbook/validation-texts";
import { fileFormula } from "./formula";
import { PlanError } from "./plan-error";
import type { StyleTable } from "./styles";
import { counted, element, escapeXstring } from "./xml";

/** Excel refuses a file with a longer list (support page "Apply data validation to cells"). */
const CHOICES_LIMIT = 255;

/** `place` names the sheet, for errors. */
export function validationsXml(validations: readonly ValidationPlan[], place: string): string {
  return counted(
    "dataValidations",
    validations.map((validation) => validationXml(validation, place)),
  );
}

function validationXml(plan: ValidationPlan, place: string): string {
  const attributes = {
    type: plan.type,
    errorStyle: plan.severity === "warning" ? "warning" : undefined,
    operator: plan.operator === "between" ? undefined : plan.operator,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    ...validationTexts(plan),
    sqref: areaToA1(plan.area),
  };
  const first = plan.choices
    ? choicesFormula(plan.choices, `${place}!${areaToA1(plan.area)}`)
    : plan.formula1;
  return element(
    "dataValidation",
    attributes,
    first === undefined ? "" : `<formula1>${escapeXstring(fileFormula(first))}</formula1>`,
    plan.formula2 === undefined ? "" : `<formula2>${escapeXstring(fileFormula(plan.formula2))}</formula2>`,
  );
}

/** `["是", "否"] → '"是,否"'`. Within such a list a comma always parts two choices. */
function choicesFormula(choices: readonly string[], place: string): string {
  const list = choices.join(",");
  const broken =
    choices.length === 0 || choices.some((choice) => choice.trim() === "" || /[,\r\n]/.test(choice));
  if (broken || list.length > CHOICES_LIMIT) throw new PlanError("choices", place);
  return `"${list.replace(/"/g, '""')}"`;
}

/** Of two rules over one cell the earlier has priority. */
export function conditionalFormatsXml(plans: readonly ConditionalFormatPlan[], styles: StyleTable): string {
  return plans
    .map(({ area, formula, style }, index) =>
      element(
        "conditionalFormatting",
        { sqref: areaToA1(area) },
        element(
          "cfRule",
          { type: "expression", dxfId: styles.differential(style), priority: index + 1 },
          `<formula>${escapeXstring(fileFormula(formula))}</formula>`,
        ),
      ),
    )
    .join("");
}
