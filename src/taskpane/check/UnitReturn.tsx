import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { Disclosure } from "../common/Disclosure";
import { useCommonStyles } from "../common/common.styles";
import { isSelfCheck } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";
import { SavedBar } from "./Returns";
import { ReturnText } from "./ReturnText";
import { unitsToReturn, useReturns } from "./useReturns";

interface Props {
  readonly unit: string;
  readonly view: SessionView;
}

/** What goes back to the unit, whatever the filters show. */
export function UnitReturn({ unit, view }: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  if (!unitsToReturn(view).includes(unit)) return null;
  const label = words("pane.return", { unit });
  return (
    <div className={styles.actions}>
      {!isSelfCheck(view) && <Materials unit={unit} view={view} />}
      <Disclosure title={label}>{() => <ReturnText label={label} units={[unit]} />}</Disclosure>
    </div>
  );
}

function Materials({ unit, view }: Props): JSX.Element {
  const words = useMessages();
  const common = useCommonStyles();
  const { tools, session } = usePaneContext();
  const { saved, make, toMark, marked, mark, busy } = useReturns(view);
  const returned = view.units.some(({ name, returned: already }) => name === unit && already);
  const canMark = toMark.includes(unit);
  return (
    <div className={common.stack}>
      {(tools.canSave ?? true) && (
        <Button icon={<ArrowDownloadRegular />} disabled={busy} onClick={() => void make([unit])}>
          {words("pane.returns.unit", { unit })}
        </Button>
      )}
      {saved && <SavedBar saved={saved} isMarked={marked !== null} />}
      {canMark && (
        <Button
          appearance={saved ? "primary" : "secondary"}
          disabled={busy}
          onClick={() => void mark([unit])}
        >
          {words("pane.returns.markUnit")}
        </Button>
      )}
      {returned && (
        <Button
          disabled={busy}
          aria-label={words("pane.returns.undo", { unit })}
          onClick={() => void session.withdraw([`sendBack ${unit}`])}
        >
          {words("pane.returns.undo.short")}
        </Button>
      )}
    </div>
  );
}
