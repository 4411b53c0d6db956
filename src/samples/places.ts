/** Places of the units: whose names are in their events, so that no two units report one thing. */
import type { Unit } from "../template/template";

export interface Places {
  /** As the unit calls itself in a sentence: 台上镇, 市法院. */
  readonly short: string;
  readonly schools: readonly string[];
  readonly halls: readonly string[];
}

/** Invented, after the unit's name. */
export function placesOf(unit: Unit): Places {
  const { name } = unit;
  if (unit.kind === "T") {
    const isStreet = unit.type === "街道";
    return {
      short: name,
      schools: isStreet
        ? [`${name}第一小学`, `${name}实验小学`, `${name}中学`]
        : [`${name}中心小学`, `${name}中学`, `${name}希望小学`],
      halls: isStreet ? [`${name}社区活动中心`, `${name}文化站`] : [`${name}文化站`, `${name}村部`],
    };
  }
  return {
    short: name,
    schools: [`市一中（${name}）`, `市二中（${name}）`, `市实验小学（${name}）`, `市职教中心（${name}）`],
    halls: [`${name}会议室`, `${name}青少年活动室`],
  };
}
