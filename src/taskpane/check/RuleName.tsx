import { useEffect, useState, type JSX } from "react";
import type { FindingView } from "../../app/view";
import "../../locales/learn-fetched";
import { isMessageKey } from "../../locales";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { builtInText } from "../template/template-texts";

/** What a check looks for, or what a rule of the template asks, in the names of its lines. */
export function RuleName({ finding: { code, params } }: { readonly finding: FindingView }): JSX.Element {
  const words = useMessages();
  const names = useRuleNames();
  if (typeof code !== "string") {
    const relation = String(params["relation"] ?? "");
    return <>{names && (names[relation] ?? words("pane.check.rule", { number: code.number }))}</>;
  }
  const key = `check.name.${code}`;
  return <>{isMessageKey(key) ? words(key) : builtInText(code, words)}</>;
}

/** Null until they are known. */
function useRuleNames(): Readonly<Record<string, string>> | null {
  const { tools, work, session } = usePaneContext();
  const { engine } = tools;
  const { look } = work;
  const use = session.view?.templateUse;
  const [names, setNames] = useState<Readonly<Record<string, string>> | null>(null);
  useEffect(() => {
    let wanted = true;
    void look(async () => {
      const answer = await engine.ruleNames();
      if (wanted) setNames(answer);
    });
    return () => {
      wanted = false;
    };
  }, [look, engine, use]);
  return names;
}
