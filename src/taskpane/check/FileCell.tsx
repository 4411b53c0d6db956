import { Button } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import type { FindingView } from "../../app/view";
import { usePaneContext } from "../usePane";
import { fileText, useMessages } from "../messages";
import type { SourceView } from "../../app/source-view";
import { useCheckStyles } from "./Check.styles";
import { placeText } from "../../county-layout/place-text";

/** A cell of a file: a click shows its sheet in Excel; where that cannot be, what is beside it. */
export function FileCell({ finding }: { readonly finding: FindingView }): JSX.Element {
  const words = useMessages();
  const { tools, work, source } = usePaneContext();
  const [row, setRow] = useState<SourceView["row"] | null>(null);
  const place = placeText(finding) ?? "";
  return (
    <>
      <FileName finding={finding} />
      <Button
        icon={<ArrowRightRegular />}
        disabled={work.task !== null}
        onClick={() => void source.open(finding.place).then(setRow)}
      >
        {words(tools.workbook ? "pane.check.goTo" : "pane.view.row", { place })}
      </Button>
      {row && <Row row={row} />}
    </>
  );
}

/** Which file it is, where its unit alone is not enough. */
export function FileName({
  finding: { unit, place },
}: {
  readonly finding: FindingView;
}): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  const { view } = usePaneContext().session;
  const sent = view?.units.find(({ name }) => name === unit)?.files.length ?? 0;
  if (place.file === null || sent === 1) return null;
  return <span className={styles.place}>{fileText(words, place.file)}</span>;
}

function Row({ row }: { readonly row: SourceView["row"] }): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const { tools } = usePaneContext();
  return (
    <div role="status" className={styles.row}>
      {tools.workbook && <p className={styles.raw}>{words("pane.view.here")}</p>}
      <dl className={styles.rowCells}>
        {row.map(({ cell, text, here }) => (
          <div key={cell} className={here ? styles.rowHere : styles.rowCell}>
            <dt className={styles.place}>{cell}</dt>
            <dd className={styles.rowText}>
              {text === "" ? words("value.blank") : text}
              {here && <strong> {words("pane.view.thisCell")}</strong>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
