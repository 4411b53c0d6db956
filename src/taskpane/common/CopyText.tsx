import { Button, Textarea } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useRef, useState, type JSX } from "react";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCommonStyles } from "./common.styles";

export interface CopyTextProps {
  /** What the text is. */
  readonly label: string;
  readonly text: string;
}

/** A text to be pasted elsewhere: shown, so that it can also be copied by hand where the host forbids the clipboard. */
export function CopyText({ label, text }: CopyTextProps): JSX.Element {
  const words = useMessages();
  const styles = useCommonStyles();
  const { tools } = usePaneContext();
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    const done = await tools.copy(text);
    if (!done) area.current?.select();
    setCopied(done);
  };
  return (
    <div className={styles.stack}>
      <Textarea
        ref={area}
        className={styles.copyText}
        aria-label={label}
        value={text}
        readOnly
        resize="vertical"
        onFocus={() => setCopied(null)}
      />
      <div className={styles.row}>
        <Button icon={<CopyRegular />} onClick={() => void copy()}>
          {words("pane.copy")}
        </Button>
        <span role="status">
          {copied === true && words("pane.copied")}
          {copied === false && words("pane.copyByHand")}
        </span>
      </div>
    </div>
  );
}
