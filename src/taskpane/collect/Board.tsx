import { lazy, memo, Suspense, useDeferredValue, useMemo, useState, type JSX } from "react";
import type { SessionView } from "../../app/view";
import { useCommonStyles } from "../common/common.styles";
import { StatusSign, type UnitStatus } from "../common/status";
import { useUnhurried } from "../common/useUnhurried";
import { useMessages } from "../messages";
import { boardOf, chosenEntries, keyOf, type BoardEntry, type BoardGroup } from "./board-groups";
import { useCollectStyles } from "./Collect.styles";
import { StrangerTile } from "./StrangerTile";
import { UnitTile } from "./UnitTile";

/** Most counties have no need of it. */
const BoardChoice = lazy(async () => ({ default: (await import("./BoardChoice")).BoardChoice }));

/** So many are found by looking. */
const MANY = 40;

/** All units by how far they have come; where they are many, they are searched. */
export const Board = memo(function Board({ view }: { readonly view: SessionView }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const common = useCommonStyles();
  const [search, setSearch] = useState("");
  const [status, setStatus] = useState<UnitStatus | null>(null);
  const wanted = useDeferredValue(search);
  const groups = useMemo(() => boardOf(view), [view]);
  const all = groups.flatMap(({ entries }) => entries);
  const isMany = all.length > MANY;
  const shown = useMemo(
    () => (isMany ? chosenEntries(groups, { search: wanted, status }) : groups),
    [groups, isMany, status, wanted],
  );
  return (
    <div className={styles.groups}>
      {isMany && (
        <Suspense fallback={null}>
          <BoardChoice
            groups={groups}
            total={all.length}
            status={status}
            onStatus={setStatus}
            search={search}
            onSearch={setSearch}
          />
        </Suspense>
      )}
      {shown.map((group) => (
        <Group key={group.status} group={group} />
      ))}
      {isMany && (
        <span role="status" className={shown.length > 0 ? common.hidden : undefined}>
          {wanted !== "" || status !== null
            ? words("pane.board.found", {
                count: shown.reduce((sum, { entries }) => sum + entries.length, 0),
              })
            : ""}
        </span>
      )}
    </div>
  );
});

const Group = memo(function Group({
  group: { status, entries },
}: {
  readonly group: BoardGroup;
}): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const drawn = useUnhurried(entries, MANY);
  return (
    <section className={styles.group}>
      <h2 className={styles.groupTitle}>
        <StatusSign status={status} />
        {words(`pane.status.${status}`)} {entries.length}
      </h2>
      <ul className={status === "missing" ? styles.names : styles.tiles}>
        {drawn.map((entry) => (
          <Entry key={keyOf(entry)} {...entry} />
        ))}
      </ul>
    </section>
  );
});

/** Drawn again only where its own unit or file has changed. */
const Entry = memo(function Entry(entry: BoardEntry): JSX.Element {
  return entry.kind === "unit" ? <UnitTile unit={entry.unit} /> : <StrangerTile stranger={entry.stranger} />;
});
