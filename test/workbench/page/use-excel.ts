import { useCallback, useEffect, useState } from "react";
import type { SimulatedExcel } from "../../excel-host/person/simulated-excel";
import type { SheetJson } from "../../excel-host/person/sheet-json";

/** What of the workbook is on the screen. */
export interface Screen {
  readonly sheets: readonly { readonly name: string; readonly color: string }[];
  readonly active: string;
  /** Without its sheet: `E7:E9`. */
  readonly selection: string;
  readonly sheet: SheetJson;
}

/** The open workbook as it is now; looked at again after every request of the pane and every edit, once a frame. */
export function useExcel(excel: SimulatedExcel): { readonly screen: Screen; readonly refresh: () => void } {
  const [screen, setScreen] = useState(() => look(excel));
  const refresh = useCallback(() => setScreen(look(excel)), [excel]);
  useEffect(() => {
    let due = 0;
    const soon = (): void => {
      due ||= requestAnimationFrame(() => {
        due = 0;
        refresh();
      });
    };
    const ends = [excel.host.listen(soon), excel.workbook.listen(soon)];
    return () => {
      cancelAnimationFrame(due);
      for (const end of ends) end();
    };
  }, [excel, refresh]);
  return { screen, refresh };
}

function look({ workbook }: SimulatedExcel): Screen {
  const active = workbook.activeSheet;
  const { selection } = workbook;
  return {
    sheets: workbook.visibleSheetNames.map((name) => ({ name, color: workbook.sheet(name).tabColor })),
    active,
    selection: selection.slice(selection.lastIndexOf("!") + 1),
    sheet: workbook.sheet(active).snapshot(),
  };
}
