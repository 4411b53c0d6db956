import { Button, MessageBarActions } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useMessages } from "../messages";

/** Takes a message bar off the screen. */
export function Dismiss({ onDismiss }: { onDismiss(): void }): JSX.Element {
  return (
    <MessageBarActions
      containerAction={
        <Button
          appearance="transparent"
          aria-label={useMessages()("pane.dismiss")}
          icon={<DismissRegular />}
          onClick={onDismiss}
        />
      }
    />
  );
}
