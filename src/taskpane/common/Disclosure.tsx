import { mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type JSX, type ReactNode } from "react";
import { useCommonStyles } from "./common.styles";

export interface DisclosureProps {
  readonly title: ReactNode;
  /** At the end of the line: counts. */
  readonly aside?: ReactNode;
  readonly openAtFirst?: boolean;
  /** It heads a part of the screen. */
  readonly heading?: boolean;
  /** Built only while it is open. */
  readonly children: () => ReactNode;
}

/** A line that opens and closes what belongs to it. */
export function Disclosure({
  title,
  aside,
  openAtFirst = false,
  heading = false,
  children,
}: DisclosureProps): JSX.Element {
  const styles = useCommonStyles();
  const [open, setOpen] = useState(openAtFirst);
  const content = useId();
  return (
    <div>
      <button
        type="button"
        className={mergeClasses(styles.summary, heading && styles.heading)}
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
