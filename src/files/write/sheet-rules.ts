/** Data validations and conditional formats of a sheet. */
import { areaToA1 } from "../../workbook/address";
import type { ConditionalFormatPlan, ValidationPlan } from "../../workbook/plan";
import { validationTexts } from "../../workbook/validation-texts";
import { fileFormula } from "./formula";
import type { StyleTable } from "./styles";
import { counted, element, escapeXstring } from "./xml";

export function validationsXml(validations: readonly ValidationPlan[]): string {
  return counted("dataValidations", validations.map(validationXml));
}

function validationXml(plan: ValidationPlan): string {
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
  const first = plan.choices ? choicesFormula(plan.choices) : plan.formula1;
  return element(
    "dataValidation",
    attributes,
    first === undefined ? "" : `<formula1>${escapeXstring(fileFormula(first))}</formula1>`,
    plan.formula2 === undefined ? "" : `<formula2>${escapeXstring(fileFormula(plan.formula2))}</formula2>`,
  );
}

/** `["是", "否"] → '"是,否"'`. Within such a list a comma always parts two choices. */
function choicesFormula(choices: readonly string[]): string {
  return `"${choices.join(",").replace(/"/g, '""')}"`;
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
