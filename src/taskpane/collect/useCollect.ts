/** The ways in which reports come in. */
import { useCallback, useRef, type ChangeEvent } from "react";
import { chosenFiles, chosenFolder, type Given } from "../given-files";
import { usePaneContext } from "../usePane";

/** Whether this browser lets whole folders be chosen: Excel on a Mac shows the pane in one that may not. */
const canChooseFolders = (): boolean => "webkitdirectory" in HTMLInputElement.prototype;

export function useCollect() {
  const { session, give, tools, host } = usePaneContext();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const lastYear = useRef<HTMLInputElement>(null);
  const take = useCallback(
    (select: (list: Iterable<File>) => Given) => (event: ChangeEvent<HTMLInputElement>) => {
      const given = select(event.target.files ?? []);
      // The same file may be chosen again after it has been corrected.
      event.target.value = "";
      if (given.files.length > 0 || given.skipped.length > 0) void give(given);
    },
    [give],
  );
  const takeLastYear = useCallback(
    (event: ChangeEvent<HTMLInputElement>) => {
      const [file] = chosenFiles(event.target.files ?? []).files;
      event.target.value = "";
      if (file) void session.compareWithFile(file);
    },
    [session],
  );
  return {
    files,
    folder,
    lastYear,
    canChooseFolders: canChooseFolders(),
    canTakeOpen: tools.workbook !== null,
    host,
    onFiles: take(chosenFiles),
    onFolder: take(chosenFolder),
    onLastYear: takeLastYear,
  };
}

export type Collecting = ReturnType<typeof useCollect>;
