/** What 审核 shows: filters, search, groups. */
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { sayFinding } from "../../locales/finding-text";
import type { FindingView, SessionView } from "../../app/view";
import type { RuleClass } from "../../rules/rule";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { takenOf } from "./decide/Taken";
import { addTaken, CLASSES, chosenFindings, groupFindings, type Grouping } from "./findings";

export function useCheck(view: SessionView) {
  const { locale } = useMessages();
  const { unit, go } = usePaneContext();
  const [classes, setClasses] = useState<ReadonlySet<RuleClass>>(new Set(CLASSES));
  const [search, setSearch] = useState("");
  const [grouping, setGrouping] = useState<Grouping>("unit");
  const [unresolved, setUnresolved] = useState(false);
  const textOf = useSentences(locale);
  // Typing stays fluent however many findings there are.
  const wanted = useDeferredValue(search);
  const { findings } = view;
  const groups = useMemo(
    () =>
      groupFindings(
        chosenFindings(findings, { classes, unit, unresolved, search: wanted }, textOf),
        grouping,
      ),
    [classes, findings, grouping, textOf, unit, unresolved, wanted],
  );
  const taken = useMemo(
    () =>
      (unresolved ? [] : takenOf(view.decisions)).filter(
        ({ decision }) => unit === null || decision.finding.unit === unit,
      ),
    [view.decisions, unit, unresolved],
  );
  const { withTaken, otherTaken } = useMemo(
    () => addTaken(groups, taken, grouping),
    [groups, taken, grouping],
  );
  const toggle = useCallback(
    (findingClass: RuleClass) =>
      setClasses((before) => {
        const after = new Set(before);
        if (!after.delete(findingClass)) after.add(findingClass);
        return after;
      }),
    [],
  );
  const showAll = useCallback(() => go("check"), [go]);
  return {
    classes,
    toggle,
    search,
    setSearch,
    grouping,
    setGrouping,
    unresolved,
    setUnresolved,
    groups: withTaken,
    otherTaken,
    unit,
    showAll,
  };
}

/** Sentences are made once and kept as long as the findings are. */
function useSentences(locale: "zh-CN" | "en-US"): (finding: FindingView) => string {
  return useMemo(() => {
    const made = new WeakMap<FindingView, string>();
    return (finding) => {
      const text = made.get(finding) ?? sayFinding(locale, finding);
      made.set(finding, text);
      return text;
    };
  }, [locale]);
}
