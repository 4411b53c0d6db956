import { calculationCases } from "./calculation";
import { chartCases } from "./charts";
import { commentCases } from "./comments";
import { conditionalFormatCases } from "./conditional-formats";
import { copyCases } from "./copies";
import { errorCases } from "./errors";
import { eventCases } from "./events";
import { formatCases } from "./formats";
import { formulaCases } from "./formulas";
import type { HostCase } from "./host-case";
import { limitCases } from "./limits";
import { lineCases } from "./lines";
import { nameCases } from "./names";
import { protectionCases } from "./protection";
import { validationCases } from "./validations";
import { valueCases } from "./values";

/** Every behaviour of Excel that we rely on and can try, by topic. */
export const HOST_CASES: Readonly<Record<string, readonly HostCase[]>> = {
  values: valueCases,
  formulas: formulaCases,
  calculation: calculationCases,
  formats: formatCases,
  names: nameCases,
  copies: copyCases,
  charts: chartCases,
  protection: protectionCases,
  comments: commentCases,
  "conditional formats": conditionalFormatCases,
  "data validation": validationCases,
  "rows and columns": lineCases,
  errors: errorCases,
  events: eventCases,
  limits: limitCases,
};

export { runCase, type Arrange } from "./run-case";
export type { HostCase, Situation } from "./host-case";
