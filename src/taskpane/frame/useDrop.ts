import { useMemo, useState, type DragEvent } from "react";
import { droppedFiles, type Given } from "../given-files";

/** Files may be dropped anywhere on the pane. `over`: something hangs over it right now. */
export function useDrop(give: (given: Given) => Promise<void>, free: boolean) {
  const [over, setOver] = useState(false);
  const handlers = useMemo(
    () => ({
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(free);
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        // Without this the browser would leave the pane and show the file.
        event.preventDefault();
        setOver(false);
        if (free) void droppedFiles(event.dataTransfer).then(give);
      },
    }),
    [free, give],
  );
  return { over, handlers };
}
