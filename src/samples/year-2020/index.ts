/** The county's year 2020: every published figure, and invented ones where none was published. */
import type { Template } from "../../template/template";
import { fillIn, type Figures } from "../figures";
import { volunteerShares } from "../volunteer-shares";
import { form01, toBeFounded } from "./form01";
import { form02, netGrowth } from "./form02";
import { form03 } from "./form03";
import { form04 } from "./form04";
import { form05 } from "./form05";
import { form06 } from "./form06";
import { form07 } from "./form07";
import { form08 } from "./form08";
import { form09 } from "./form09";
import { form10 } from "./form10";

const FORMS = [form01, form02, form03, form04, form05, form06, form07, form08, form09, form10];

/** The numbers of all units, by the register's name; lines with a formula in the template are left out. */
export function figuresOf2020(template: Template): ReadonlyMap<string, Figures> {
  const figures = new Map(template.units.map((unit) => [unit.name, new Map<string, number>()]));
  for (const form of FORMS) fillIn(form, template.units, figures);
  for (const [name, own] of figures) {
    const number = (code: string): number => own.get(code) ?? 0;
    const founded = ["0103", "0104", "0105", "0106", "0107", "0108"].reduce(
      (sum, code) => sum + number(code),
      0,
    );
    own.set("0101", founded + (toBeFounded[name] ?? 0));
    own.set("0213", (netGrowth[name] ?? 0) + number("0214"));
    own.set("0704", number("0702") + number("0703") - number("0705"));
    for (const [code, people] of volunteerShares(name, number("0201"))) own.set(code, people);
  }
  return figures;
}
