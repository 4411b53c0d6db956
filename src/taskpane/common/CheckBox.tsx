import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { JSX } from "react";

const useStyles = makeStyles({
  label: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "44px",
    minWidth: 0,
    overflowWrap: "anywhere",
    cursor: "pointer",
  },
  low: { minHeight: "32px" },
  disabled: { color: tokens.colorNeutralForegroundDisabled, cursor: "default" },
  box: {
    flexShrink: 0,
    width: "20px",
    height: "20px",
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: "inherit",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

export interface CheckBoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  /** Beside others in one line. */
  readonly low?: boolean;
  readonly title?: string;
  /** `switch`: it takes effect at once. */
  readonly role?: "switch";
  onChange(checked: boolean): void;
}

/** The browser's own box: Fluent's boxes and switches would be a fortieth of what the pane loads first. */
export function CheckBox({
  label,
  checked,
  disabled = false,
  low = false,
  title,
  role,
  onChange,
}: CheckBoxProps): JSX.Element {
  const styles = useStyles();
  return (
    <label
      className={mergeClasses(styles.label, low && styles.low, disabled && styles.disabled)}
      title={title}
    >
      <input
        type="checkbox"
        className={styles.box}
        role={role}
        // What a switch says by itself axe wants in so many words.
        aria-checked={role && checked}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
