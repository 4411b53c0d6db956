import type { JSX } from "react";
import { Disclosure } from "../common/Disclosure";
import { useConsolidateStyles } from "./Consolidate.styles";

/** Names of sheets behind a line that says what they are. */
export function SheetNames({
  title,
  names,
}: {
  readonly title: string;
  readonly names: readonly string[];
}): JSX.Element {
  const styles = useConsolidateStyles();
  return (
    <Disclosure title={title}>
      {() => (
        <ul className={styles.sheets}>
          {names.map((name) => (
            <li key={name} className={styles.sheetName}>
              {name}
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
