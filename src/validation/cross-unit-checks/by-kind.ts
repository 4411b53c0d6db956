/** Lines compared among units of the same kind. */
import { groupBy } from "../../workbook/group-by";
import type { UnitKind } from "../../template/template";
import { isTypedNumber, type CheckContext, type FilledLine } from "../check";

/** One unit's value of a line. */
export interface PeerValue {
  readonly context: CheckContext;
  readonly filled: FilledLine;
  readonly value: number;
}

/** Per kind and line the values above zero, highest first. Two files of one unit are compared with neither. */
export function* peerValues(all: readonly CheckContext[]): Generator<readonly PeerValue[]> {
  const units = groupBy(all, ({ submission }) => submission.unit?.code);
  const single = [...units.values()].filter((files) => files.length === 1).flat();
  for (const [, peers] of groupBy(single, ({ kind }): UnitKind | null => kind)) {
    const byLine = new Map<string, PeerValue[]>();
    for (const context of peers) collect(context, byLine);
    for (const values of byLine.values()) yield values.sort((a, b) => b.value - a.value);
  }
}

function collect(context: CheckContext, byLine: Map<string, PeerValue[]>): void {
  for (const filled of context.ownLines()) {
    const { code } = filled.indicator;
    const value = context.number(code);
    if (!isTypedNumber(filled.indicator) || value === null || value <= 0) continue;
    const values = byLine.get(code);
    if (values) values.push({ context, filled, value });
    else byLine.set(code, [{ context, filled, value }]);
  }
}
