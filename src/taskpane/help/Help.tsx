import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect, useRef, type JSX } from "react";
import "../../locales/learn-fetched";
import { useMessages } from "../messages";
import type { Station } from "../stations";

const useStyles = makeStyles({
  dialog: {
    width: "100%",
    height: "100%",
    maxWidth: "none",
    maxHeight: "none",
    boxSizing: "border-box",
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    border: "none",
    overflowY: "auto",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    position: "sticky",
    top: 0,
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  picture: {
    display: "block",
    width: "100%",
    height: "auto",
    marginTop: tokens.spacingVerticalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** The steps of each station, and the picture beside a step: part of the pane, so that it is there without a network. */
const GUIDE = {
  template: ["16-template", null, "26-issue"],
  collect: ["01-start", "04-board", null],
  check: ["05-findings", "07-repaired", "08-returned"],
  consolidate: ["02-all-reported", "03-written", null],
  report: [null, "09-text-check", "24-own-report"],
} as const satisfies Readonly<Record<Station, readonly (string | null)[]>>;

/** What to do at a station, in a few steps with pictures; over the whole pane until it is closed. */
export function Help({ station, onClose }: { readonly station: Station; onClose(): void }): JSX.Element {
  const words = useMessages();
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    // jsdom knows no modal dialogs.
    if (current?.showModal) current.showModal();
    else current?.setAttribute("open", "");
  }, []);
  const title = words("help.title", { station: words(`pane.station.${station}`) });
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={title} onClose={onClose}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words("pane.help.close")}
          title={words("pane.help.close")}
          onClick={onClose}
        />
      </div>
      <ol className={styles.steps}>
        {GUIDE[station].map((picture, i) => (
          <li key={i}>
            {words(`help.${station}.${(i + 1) as 1 | 2 | 3}`)}
            {picture && (
              <img
                className={styles.picture}
                src={`assets/screenshots/${picture}.png`}
                alt={words("help.picture", { station: words(`pane.station.${station}`), number: i + 1 })}
              />
            )}
          </li>
        ))}
      </ol>
    </dialog>
  );
}
