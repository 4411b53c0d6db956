/** P10: one unit reports over three times as much as the second, among units of its kind. */
import { explainedBy } from "../draft";
import type { CrossUnitCheck } from "../check";
import { peerValues } from "./by-kind";

const LEAST_PEERS = 5;

export const peers: CrossUnitCheck = {
  code: "P10",
  run: (all, findingClass) =>
    [...peerValues(all)].flatMap((values) => {
      const [top, second] = values;
      if (values.length < LEAST_PEERS || top === undefined || second === undefined) return [];
      const { context, filled, value } = top;
      if (value <= second.value * context.template.settings.peerFactor) return [];
      const params = {
        otherUnit: second.context.unitName,
        times: value / second.value,
        ...explainedBy(filled.line),
      };
      const peer = { value, peer: second.value };
      return [context.atLine("P10", findingClass, filled, { values: peer, params }).finding];
    }),
};
