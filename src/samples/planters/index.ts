/** Every slip that can be put into a workbook's plan, by its number in the catalogue. */
import { lookalikePlanters, numberPlanters } from "./cells-numbers";
import { labelPlanters, otherCellPlanters } from "./cells-others";
import { formPlanters } from "./forms";
import { harmlessPlanters } from "./harmless";
import { listPlanters } from "./lists";
import type { Planter } from "./planter";
import { workbookPlanters } from "./workbooks";

export type { Expected, Planted, Planter, PlantContext } from "./planter";

/** What is planted to see that nothing is found. */
export const HARMLESS = harmlessPlanters;

/** What the faulty sample county is made of. */
export const PLANTERS: readonly Planter[] = [
  ...workbookPlanters,
  ...formPlanters,
  ...listPlanters,
  ...labelPlanters,
  ...numberPlanters,
  ...otherCellPlanters,
];

/** All of them; those behind PLANTERS are for measuring only, as each more would change the faulty county. */
export const ALL_PLANTERS: readonly Planter[] = [...PLANTERS, ...lookalikePlanters];
