/** Which findings a unit can do something about: only those go back to it. */
import type { Finding } from "../findings/finding";
import { entryOf } from "../findings/catalogue-entry";

export function asksUnit({ code }: Pick<Finding, "code">): boolean {
  return entryOf(code)?.countyOnly !== true;
}
