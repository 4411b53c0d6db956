import { Button } from "@fluentui/react-components";
import { lazy, memo, startTransition, Suspense, useEffect, useMemo, useRef, useState, type JSX } from "react";
import { countFindings } from "../../findings/finding-counts";
import type { FindingView, SessionView } from "../../app/view";
import { Chunk, useNear } from "../common/Chunk";
import { Disclosure } from "../common/Disclosure";
import { FetchedBack } from "../returned/FetchedBack";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";
import { SeverityBadge } from "./SeverityBadge";
import { FindingItem } from "./FindingItem";
import { TakenItem, UndoAll, type TakenView } from "./decide/Taken";
import { bundled, CLASSES, sameKinds, type Bundle, type FindingGroup, type Grouping } from "./findings";
import { UnitReturn } from "./UnitReturn";

interface Props {
  readonly group: FindingGroup;
  readonly grouping: Grouping;
  readonly view: SessionView;
  readonly openAtFirst: boolean;
}

/** Findings are seldom looked at by what they are about: the names are fetched then. */
const RuleName = lazy(async () => ({ default: (await import("./RuleName")).RuleName }));

/** So many findings are built at once: more would make a click wait. */
const AT_ONCE = 20;

/** The findings of one unit or of one rule. */
export const Group = memo(function Group({ group, grouping, view, openAtFirst }: Props): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const counts = countFindings(group.findings);
  const answers = group.findings.filter(({ answer }) => answer !== null && !answer.taken).length;
  const back = grouping === "unit" ? view.units.find(({ name }) => name === group.key)?.back : null;
  return (
    <section className={styles.group} data-group={group.key ?? ""}>
      <Disclosure
        heading
        title={<Title group={group} grouping={grouping} />}
        openAtFirst={openAtFirst}
        aside={
          <span className={styles.counts}>
            {answers > 0 && (
              <span className={styles.still}>{words("pane.answer.count", { count: answers })}</span>
            )}
            {CLASSES.filter((each) => counts[each] > 0).map((each) => (
              <SeverityBadge key={each} of={each}>
                <span
                  aria-label={words("pane.check.count", {
                    class: words(`finding.class.${each}`),
                    count: counts[each],
                  })}
                  role="img"
                >
                  {counts[each]}
                </span>
              </SeverityBadge>
            ))}
          </span>
        }
      >
        {() => (
          <>
            {back && (
              <div className={styles.actions}>
                <FetchedBack back={back} />
              </div>
            )}
            <Items group={group} grouping={grouping} view={view} />
            <UndoAll taken={group.taken} />
            {grouping === "unit" && group.key !== null && <UnitReturn unit={group.key} view={view} />}
          </>
        )}
      </Disclosure>
    </section>
  );
});

function Title({ group: { key, findings }, grouping }: Pick<Props, "group" | "grouping">): JSX.Element {
  const words = useMessages();
  if (key === null) return <>{words(grouping === "form" ? "pane.check.noForm" : "pane.check.noUnit")}</>;
  if (grouping === "unit" || grouping === "form") return <>{key}</>;
  if (grouping === "weight") return <>{words(`finding.class.${findings[0]!.weight}`)}</>;
  return (
    <Suspense fallback={null}>
      <RuleName finding={findings[0]!} />
    </Suspense>
  );
}

/** Sorts what is shown as it was when it was first seen; what is new comes last. */
function useInPlace(): <T>(items: readonly T[], nameOf: (item: T) => string) => T[] {
  const [seen] = useState(() => new Map<string, number>());
  return (items, nameOf) => {
    for (const item of items) if (!seen.has(nameOf(item))) seen.set(nameOf(item), seen.size);
    return [...items].sort((a, b) => seen.get(nameOf(a))! - seen.get(nameOf(b))!);
  };
}

/** What was decided folds where it was: nothing moves under the hand of whoever goes through the list. */
function Items({ group: { findings, taken }, grouping, view }: Omit<Props, "openAtFirst">): JSX.Element {
  const styles = useCheckStyles();
  const [shown, setShown] = useState(AT_ONCE);
  const kinds = useMemo(() => sameKinds(view.findings), [view.findings]);
  const bundles = useMemo(() => bundled(findings), [findings]);
  const inPlace = useInPlace();
  const entries = inPlace<Bundle | TakenView>(
    [...bundles, ...taken],
    (each) => ("decision" in each ? each.finding : each.first.id) ?? "",
  );
  const withUnit = grouping !== "unit";
  const left = entries
    .slice(shown)
    .reduce((sum, each) => sum + 1 + ("decision" in each ? 0 : each.others.length), 0);
  const chunks = Array.from({ length: Math.ceil(Math.min(shown, entries.length) / AT_ONCE) }, (_, i) =>
    entries.slice(i * AT_ONCE, Math.min(shown, (i + 1) * AT_ONCE)),
  );
  return (
    <>
      {chunks.map((chunk, i) => (
        <Chunk key={i}>
          {() => (
            <ul className={styles.list}>
              {chunk.map((each) => (
                <Item
                  key={"decision" in each ? each.id : each.key}
                  entry={each}
                  withUnit={withUnit}
                  kinds={kinds}
                />
              ))}
            </ul>
          )}
        </Chunk>
      ))}
      {left > 0 && <More left={left} onMore={() => setShown((before) => before + AT_ONCE)} />}
    </>
  );
}

/** Pressed, or come near by scrolling. */
function More({ left, onMore }: { readonly left: number; onMore(): void }): JSX.Element {
  const words = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  const [isNear, setNear] = useState(false);
  useNear(button, ({ isIntersecting }) => setNear(isIntersecting));
  // As long as it is near: the observer speaks up only when that changes.
  useEffect(() => {
    if (isNear) startTransition(onMore);
    // Once for each number that is left.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isNear, left]);
  return (
    <Button ref={button} onClick={onMore}>
      {words("pane.check.more", { count: left })}
    </Button>
  );
}

interface ItemProps {
  readonly entry: Bundle | TakenView;
  readonly withUnit: boolean;
  readonly kinds: ReturnType<typeof sameKinds>;
}

const NONE: readonly FindingView[] = [];

function Item({ entry, withUnit, kinds }: ItemProps): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  if ("decision" in entry) return <TakenItem taken={entry} withUnit={withUnit} />;
  const { first, others } = entry;
  const item = (finding: FindingView): JSX.Element => (
    <FindingItem
      key={finding.id}
      finding={finding}
      withUnit={withUnit}
      sameKind={kinds.get(finding.id) ?? NONE}
    />
  );
  return (
    <>
      {item(first)}
      {others.length > 0 && (
        <li className={styles.item}>
          <Disclosure title={words("pane.check.sameOnSheet", { count: others.length })}>
            {() => <ul className={styles.list}>{others.map(item)}</ul>}
          </Disclosure>
        </li>
      )}
    </>
  );
}
