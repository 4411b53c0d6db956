import { mergeClasses } from "@fluentui/react-components";
import type { JSX } from "react";
import { sayFinding } from "../../locales/finding-text";
import type { StrangerView } from "../../app/view";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCollectStyles } from "./Collect.styles";
import { FileLine } from "./FileLine";

/** A file of no unit, and why: it could not be read, or its unit is not known. */
export function StrangerTile({ stranger: { file } }: { readonly stranger: StrangerView }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { findings } = usePaneContext().session.view!;
  const reason = findings.find((finding) => finding.place.file === file && finding.class === "mustFix");
  return (
    <li className={mergeClasses(styles.wideTile, styles.details)}>
      <FileLine file={file} />
      {reason && <span>{sayFinding(words.locale, reason)}</span>}
    </li>
  );
}
