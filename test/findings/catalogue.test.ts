import { CATALOGUE, isCheckCode } from "../../src/findings/catalogue";
import { entryOf } from "../../src/findings/catalogue-entry";
import { builtInTemplate } from "../../src/template/builtin";
import { CHECK_CASES } from "../validation/check-cases";
import { findings, withCauses } from "../validation/sample";

it("the built-in template sets the classes that the catalogue has as default", () => {
  const set = Object.entries(builtInTemplate.builtIn).filter(([number]) => isCheckCode(number));
  const defaults = set.map(([number]) => [number, isCheckCode(number) && CATALOGUE[number].severity[0]]);
  expect(set).toEqual(defaults);
});

it.each(CHECK_CASES)(
  "$check has a class that the catalogue names, $what",
  ({ unit = "台上镇", fails, known }) => {
    for (const { code, class: found, params } of findings(unit, fails, known).flatMap(withCauses)) {
      const entry = entryOf(code);
      // What the unit has explained is a note.
      if (entry && !params["explained"]) expect(entry.severity).toContain(found);
    }
  },
);
