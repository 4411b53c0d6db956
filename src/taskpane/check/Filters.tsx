import { Button, mergeClasses, SearchBox, Select, ToggleButton } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { useCommonStyles } from "../common/common.styles";
import { CheckBox } from "../common/CheckBox";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";
import { SeverityBadge } from "./SeverityBadge";
import type { MessageKey } from "../../locales";
import { CLASSES, GROUPINGS, type Grouping } from "./findings";
import type { useCheck } from "./useCheck";

interface Props {
  readonly view: SessionView;
  readonly check: ReturnType<typeof useCheck>;
  step(direction: 1 | -1): void;
}

const GROUPED: Readonly<Record<Grouping, MessageKey>> = {
  unit: "pane.check.byUnit",
  weight: "pane.check.byWeight",
  form: "pane.check.byForm",
  rule: "pane.check.byRule",
};

/** So few are seen at a glance. */
const FEW = 3;

/** Which findings are shown, and in which order. */
export function Filters({ view, check, step }: Props): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const common = useCommonStyles();
  const { classes, toggle, search, setSearch, grouping, setGrouping, unresolved, setUnresolved } = check;
  const isLong = view.findings.length > FEW || search !== "" || grouping !== "unit" || unresolved;
  return (
    <div className={styles.tools}>
      <div className={styles.filters} role="group" aria-label={words("pane.check.classes")}>
        {CLASSES.map((each) => (
          <ToggleButton
            key={each}
            className={mergeClasses(styles.filter, classes.has(each) && styles.filterOn)}
            checked={classes.has(each)}
            onClick={() => toggle(each)}
          >
            <SeverityBadge of={each}>{words(`finding.class.${each}`)}</SeverityBadge>
            <span className={styles.filterCount}>{view.counts[each]}</span>
          </ToggleButton>
        ))}
      </div>
      {isLong && (
        <>
          <div className={styles.line}>
            <SearchBox
              className={styles.search}
              aria-label={words("pane.check.search")}
              placeholder={words("pane.check.search")}
              value={search}
              dismiss={{ "aria-label": words("pane.check.search.clear") }}
              onChange={(_, { value }) => setSearch(value)}
            />
            <Step icon={<ArrowUpRegular />} name={words("pane.check.previous.key")} onStep={() => step(-1)} />
            <Step icon={<ArrowDownRegular />} name={words("pane.check.next.key")} onStep={() => step(1)} />
          </div>
          <div className={styles.line}>
            <Select
              className={mergeClasses(common.field, styles.grouping)}
              aria-label={words("pane.check.grouping")}
              value={grouping}
              onChange={(_, { value }) => setGrouping(value as Grouping)}
            >
              {GROUPINGS.map((each) => (
                <option key={each} value={each}>
                  {words(GROUPED[each])}
                </option>
              ))}
            </Select>
            <CheckBox
              low
              label={words("pane.check.unresolved")}
              checked={unresolved}
              onChange={setUnresolved}
            />
          </div>
        </>
      )}
    </div>
  );
}

interface StepProps {
  readonly icon: JSX.Element;
  readonly name: string;
  onStep(): void;
}

/** A sign alone: its name is in the hint. */
function Step({ icon, name, onStep }: StepProps): JSX.Element {
  return <Button icon={icon} aria-label={name} title={name} onClick={onStep} />;
}
