import { Button, mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type JSX } from "react";
import { decisionId } from "../../findings/decisions";
import type { UnitView } from "../../app/view";
import { usePaneContext } from "../usePane";
import { FetchedBack } from "../returned/FetchedBack";
import { fileText, useMessages } from "../messages";
import { useCollectStyles } from "./Collect.styles";
import { FileLine } from "./FileLine";

/** A unit of the register; opened, its files and what was found in them. */
export function UnitTile({ unit }: { readonly unit: UnitView }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const [open, setOpen] = useState(false);
  const [details, name, count] = [useId(), useId(), useId()];
  const state = unit.back?.state ?? "waiting";
  // Who still waits is in a group of its own.
  const tag = state === "waiting" ? null : state;
  // Of what is to be corrected, else of what is to be explained: the heading above says which.
  const asked = unit.counts.mustFix || unit.counts.explain;
  if (unit.status === "missing") return <li>{unit.name}</li>;
  return (
    <li className={open ? styles.wideTile : styles.lazyTile}>
      <button
        type="button"
        className={mergeClasses(styles.tile, styles.tileButton)}
        aria-labelledby={name}
        aria-describedby={asked > 0 ? count : undefined}
        aria-expanded={open}
        aria-controls={open ? details : undefined}
        onClick={() => setOpen(!open)}
      >
        <span id={name} className={styles.tileName}>
          {unit.name}
          {tag && (
            <>
              {" "}
              <span className={styles.tag}>{words(`pane.back.tag.${tag}`)}</span>
            </>
          )}
        </span>
        {asked > 0 && (
          <span id={count} className={styles.tileCount}>
            {words("pane.collect.places", { count: asked })}
          </span>
        )}
        {open ? (
          <ChevronDownRegular fontSize={16} aria-hidden />
        ) : (
          <ChevronRightRegular fontSize={16} aria-hidden />
        )}
      </button>
      {open && (
        <div id={details} className={styles.details}>
          <Details unit={unit} />
        </div>
      )}
    </li>
  );
}

function Details({ unit }: { readonly unit: UnitView }): JSX.Element {
  const words = useMessages();
  const { go } = usePaneContext();
  const { mustFix, explain, note } = unit.counts;
  const found = mustFix + explain + note;
  return (
    <>
      <span>
        {found === 0 ? words("pane.collect.nothingFound") : words("pane.collect.found", unit.counts)}
      </span>
      {unit.back && <FetchedBack back={unit.back} />}
      {found > 0 && (
        <Button onClick={() => go("check", unit.name)}>
          {words("pane.collect.showFindings", { unit: unit.name })}
        </Button>
      )}
      {unit.otherPeriod.length > 0 && <span>{words("pane.collect.otherPeriod")}</span>}
      {unit.files.map((file) => (
        <div key={file ?? ""}>
          <FileLine file={file} />
          <CountAnyway file={file} unit={unit} />
        </div>
      ))}
    </>
  );
}

/** One click counts a workbook of another period, and one takes that back. */
function CountAnyway({
  file,
  unit,
}: {
  readonly file: string | null;
  readonly unit: UnitView;
}): JSX.Element | null {
  const words = useMessages();
  const { session, work } = usePaneContext();
  const name = fileText(words, file);
  if (unit.countedAnyway.includes(file)) {
    const id = decisionId({ kind: "countAnyway", unit: unit.name, file, mark: "" });
    return (
      <Button
        disabled={work.task !== null}
        aria-label={words("pane.collect.countAnyway.undo.what", { file: name })}
        onClick={() => void session.withdraw([id])}
      >
        {words("pane.collect.countAnyway.undo")}
      </Button>
    );
  }
  if (!unit.otherPeriod.includes(file)) return null;
  return (
    <Button
      appearance="primary"
      disabled={work.task !== null}
      aria-label={words("pane.collect.countAnyway.what", { file: name })}
      onClick={() => void session.countAnyway(file)}
    >
      {words("pane.collect.countAnyway")}
    </Button>
  );
}
