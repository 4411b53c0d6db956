import type { JSX } from "react";
import { ACCEPTED } from "../given-files";
import { useMessages } from "../messages";
import { useCollectStyles } from "./Collect.styles";
import type { Collecting } from "./useCollect";

/** The browser's own file dialogues; buttons open them, so they are hidden from everybody. */
export function FileInputs({ collecting }: { readonly collecting: Collecting }): JSX.Element {
  const styles = useCollectStyles();
  const words = useMessages();
  const { files, folder, lastYear, canChooseFolders, onFiles, onFolder, onLastYear } = collecting;
  const common = { type: "file", className: styles.input, tabIndex: -1, "aria-hidden": true } as const;
  return (
    <>
      <input
        {...common}
        ref={files}
        multiple
        accept={ACCEPTED}
        aria-label={words("pane.collect.files")}
        onChange={onFiles}
      />
      {canChooseFolders && (
        <input
          {...common}
          ref={folder}
          multiple
          {...{ webkitdirectory: "" }}
          aria-label={words("pane.collect.folder")}
          onChange={onFolder}
        />
      )}
      <input
        {...common}
        ref={lastYear}
        accept={ACCEPTED}
        aria-label={words("pane.collect.lastYear")}
        onChange={onLastYear}
      />
    </>
  );
}
