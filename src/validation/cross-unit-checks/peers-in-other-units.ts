/** P06 against peers: an amount of which last year is not known, 10 000 times off what others report. */
import { explainedBy } from "../draft";
import { likelyAmount, wrongUnitOf } from "../checks/money";
import type { CrossUnitCheck } from "../check";
import { peerValues, type PeerValue } from "./by-kind";

const LEAST_PEERS = 5;

export const peersInOtherUnits: CrossUnitCheck = {
  code: "P06",
  run: (all, findingClass) =>
    [...peerValues(all)]
      .filter((values) => values.length >= LEAST_PEERS && values[0]?.filled.indicator.kind === "amount")
      .flatMap((values) => {
        const peer = median(values);
        return values.flatMap(({ context, filled, value }) => {
          const lastYear = context.lastYearNumber(filled.indicator.code);
          const variant = (lastYear ?? 0) > 0 ? null : wrongUnitOf(value, peer);
          if (variant === null) return [];
          const params = {
            variant: variant === "tooSmall" ? "peersLarger" : "peersSmaller",
            likely: likelyAmount(value, variant),
            ...explainedBy(filled.line),
          };
          return [context.atLine("P06", findingClass, filled, { values: { value, peer }, params }).finding];
        });
      }),
};

/** Of values from the highest to the lowest. */
function median(values: readonly PeerValue[]): number {
  const low = values[Math.floor(values.length / 2)]?.value ?? 0;
  const high = values[Math.floor((values.length - 1) / 2)]?.value ?? 0;
  return (low + high) / 2;
}
