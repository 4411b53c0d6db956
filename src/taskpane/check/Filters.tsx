import { mergeClasses, Radio, RadioGroup, SearchBox, ToggleButton } from "@fluentui/react-components";
import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { useCommonStyles } from "../common/common.styles";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";
import { SeverityBadge } from "./SeverityBadge";
import { CLASSES, type Grouping } from "./findings";
import type { useCheck } from "./useCheck";

interface Props {
  readonly view: SessionView;
  readonly check: ReturnType<typeof useCheck>;
}

/** So few are seen at a glance. */
const FEW = 3;

/** Which findings are shown, and in which order. */
export function Filters({ view, check }: Props): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const common = useCommonStyles();
  const { classes, toggle, search, setSearch, grouping, setGrouping } = check;
  const isLong = view.findings.length > FEW || search !== "" || grouping !== "unit";
  return (
    <>
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
          <SearchBox
            className={styles.search}
            size="large"
            aria-label={words("pane.check.search")}
            placeholder={words("pane.check.search")}
            value={search}
            dismiss={{ "aria-label": words("pane.check.search.clear") }}
            onChange={(_, { value }) => setSearch(value)}
          />
          <RadioGroup
            className={common.radios}
            layout="horizontal"
            aria-label={words("pane.check.grouping")}
            value={grouping}
            onChange={(_, { value }) => setGrouping(value as Grouping)}
          >
            <Radio value="unit" label={words("pane.check.byUnit")} />
            <Radio value="rule" label={words("pane.check.byRule")} />
          </RadioGroup>
        </>
      )}
    </>
  );
}
