/** L3: who helps whom. As many rows as 0712 says, as many young farmers as 0713. */
import type { ListRecord } from "../template/list-sheet";
import type { Unit } from "../template/template";
import type { Figures } from "./figures";
import { childName, fullName } from "./people";
import { between, pick, seeded, seedOf } from "./random";

const CHILDREN = ["困难学生", "留守儿童", "困境儿童"];

export function pairs(unit: Unit, year: number, figures: Figures): readonly ListRecord[] {
  const random = seeded(seedOf(`L3 ${unit.code} ${year}`));
  const farmers = figures.get("0713") ?? 0;
  return Array.from({ length: figures.get("0712") ?? 0 }, (_, i) => ({
    五老: fullName(random, random() < 0.65 ? "男" : "女"),
    帮扶对象: i < farmers ? fullName(random, "男") : childName(random),
    类型: i < farmers ? "青年农民" : pick(random, CHILDREN),
    起始年: between(random, year - 6, year),
  }));
}
