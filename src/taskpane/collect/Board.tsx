import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { StatusSign } from "../common/status";
import { useMessages } from "../messages";
import { boardOf, type BoardEntry } from "./board-groups";
import { useCollectStyles } from "./Collect.styles";
import { StrangerTile } from "./StrangerTile";
import { UnitTile } from "./UnitTile";

/** All units by how far they have come. */
export function Board({ view }: { readonly view: SessionView }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  return (
    <div className={styles.groups}>
      {boardOf(view).map(({ status, entries }) => (
        <section key={status} className={styles.group}>
          <h2 className={styles.groupTitle}>
            <StatusSign status={status} />
            {words(`pane.status.${status}`)} {entries.length}
          </h2>
          <ul className={status === "missing" ? styles.names : styles.tiles}>
            {entries.map((entry) => (
              <Entry key={keyOf(entry)} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry }: { readonly entry: BoardEntry }): JSX.Element {
  return entry.kind === "unit" ? <UnitTile unit={entry.unit} /> : <StrangerTile stranger={entry.stranger} />;
}

function keyOf(entry: BoardEntry): string {
  return entry.kind === "unit" ? `unit ${entry.unit.name}` : `file ${entry.stranger.file ?? ""}`;
}
