import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type JSX, type ReactNode } from "react";
import { useCommonStyles } from "./common.styles";

export interface DisclosureProps {
  readonly title: ReactNode;
  /** At the end of the line: counts. */
  readonly aside?: ReactNode;
  readonly openAtFirst?: boolean;
  /** Built only while it is open. */
  readonly children: () => ReactNode;
}

/** A line that opens and closes what belongs to it. */
export function Disclosure({ title, aside, openAtFirst = false, children }: DisclosureProps): JSX.Element {
  const styles = useCommonStyles();
  const [open, setOpen] = useState(openAtFirst);
  const content = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={open}
        aria-controls={open ? content : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.chevron} aria-hidden>
          {open ? <ChevronDownRegular fontSize={20} /> : <ChevronRightRegular fontSize={20} />}
        </span>
        <span className={styles.summaryTitle}>{title}</span>
        {aside}
      </button>
      {open && <div id={content}>{children()}</div>}
    </div>
  );
}
