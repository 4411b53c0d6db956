import { mergeClasses } from "@fluentui/react-components";
import type { JSX } from "react";
import type { CellUse, OwnSheet } from "../../../template/own-sheet";
import { useMessages } from "../../messages";
import { SIGN_OF } from "../made/use-text";
import { usePictureStyles } from "./picture.styles";

/** What the signs and tints of the picture say: those that are there. */
export function Legend({ own }: { readonly own: OwnSheet }): JSX.Element {
  const words = useMessages();
  const styles = usePictureStyles();
  const used = new Set(own.tables.flatMap(({ cells }) => cells.map(({ use }) => use)));
  return (
    <ul className={styles.legend} aria-label={words("pane.picture.legend")}>
      {(Object.keys(SIGN_OF) as CellUse[])
        .filter((use) => used.has(use))
        .map((use) => (
          <li key={use} className={styles.legendItem}>
            <span className={mergeClasses(styles.sign, styles[use])} aria-hidden>
              {SIGN_OF[use]}
            </span>
            {words(`pane.picture.use.${use}`)}
          </li>
        ))}
    </ul>
  );
}
