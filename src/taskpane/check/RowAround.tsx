import type { JSX } from "react";
import type { SourceView } from "../../app/source-view";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";

/** What is beside a cell, each under its heading; of a whole sheet its beginning. */
export function RowAround({ row }: { readonly row: SourceView["row"] }): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const { tools } = usePaneContext();
  return (
    <div role="status" className={styles.row}>
      {tools.workbook && <p className={styles.raw}>{words("pane.view.here")}</p>}
      <dl className={styles.rowCells}>
        {row.map(({ cell, heading, text, here }) => (
          <div key={cell} className={here ? styles.rowHere : styles.rowCell}>
            <dt className={styles.place}>{heading === "" ? cell : `${heading} ${cell}`}</dt>
            <dd className={styles.rowText}>
              {text === "" ? words("value.blank") : text}
              {here && <span> {words("pane.view.thisCell")}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
