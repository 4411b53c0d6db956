import type { Area } from "../../../src/workbook/address";
import type { PropertyBag } from "./property-bag";
import type { Sheet } from "./sheet";

/** A table (list object) on a sheet. */
export interface TableState {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  area: Area;
  readonly bag: PropertyBag;
}
