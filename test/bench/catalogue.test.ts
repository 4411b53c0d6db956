import { PLANTERS } from "../fixtures/planters";
import { CATALOGUE, type Planting } from "./defects/catalogue";
import { FILE_PLANTERS } from "./defects/files";
import { GRID_PLANTERS } from "./defects/grids";
import { ROUND_PLANTERS } from "./defects/counties";

const planted: Readonly<Record<Exclude<Planting, "never">, readonly { readonly defect: string }[]>> = {
  plan: PLANTERS,
  grid: GRID_PLANTERS,
  file: FILE_PLANTERS.filter(({ defect }) => defect !== "harmless"),
  session: ROUND_PLANTERS,
};

describe("the catalogue of defects", () => {
  it("has all sixty-nine, each once", () => {
    const wanted = Array.from({ length: 69 }, (_, i) => `D${String(i + 1).padStart(2, "0")}`);
    expect(CATALOGUE.map(({ code }) => code)).toEqual(wanted);
  });

  it.each(Object.keys(planted) as (keyof typeof planted)[])(
    "says of each how it is planted: %s",
    (planting) => {
      const said = CATALOGUE.filter((defect) => defect.planting === planting).map(({ code }) => code);
      expect([...new Set(planted[planting].map(({ defect }) => defect))].sort()).toEqual(said);
    },
  );

  it("says of those that cannot be planted what stands for them", () => {
    expect(CATALOGUE.filter(({ planting, why }) => planting === "never" && !why)).toEqual([]);
  });
});
