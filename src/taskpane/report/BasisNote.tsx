import { Button } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { sayInReport } from "../../locales/report-words";
import type { Basis } from "../../annual-report/basis";
import { sayBasis } from "../../annual-report/basis-text";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useReportStyles } from "./Report.styles";

interface Props {
  readonly basis: Basis;
  readonly county: string;
  /** As it is written, where that is not said elsewhere. */
  readonly number?: string;
}

/** What a number rests on, in words, and the way to its cells once they are written. */
export function BasisNote({ basis, county, number }: Props): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const { tools, writing, work } = usePaneContext();
  const { workbook } = tools;
  const places = [...new Set(basis.operands.flatMap(({ place }) => place ?? []))];
  return (
    <>
      <p className={styles.basisText}>
        {number !== undefined && <strong>{number} </strong>}
        {sayBasis(basis, county, sayInReport(words.locale))}
      </p>
      {workbook &&
        writing.written?.kind === "sheets" &&
        places.map((place) => (
          <Button
            key={place}
            className={styles.goTo}
            icon={<ArrowRightRegular />}
            disabled={work.task !== null}
            onClick={() => void work.attempt((ask) => workbook.goTo(...sheetAndCell(place), ask))}
          >
            {words("pane.check.goTo", { place })}
          </Button>
        ))}
    </>
  );
}

/** `汇总02 五老队伍!E8`; a sheet's name may have a `!` in it. */
function sheetAndCell(place: string): [sheet: string, cell: string] {
  const at = place.lastIndexOf("!");
  return [place.slice(0, at), place.slice(at + 1)];
}
