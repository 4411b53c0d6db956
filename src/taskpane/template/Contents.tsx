import { SearchBox } from "@fluentui/react-components";
import { useDeferredValue, useState, type JSX } from "react";
import type { OwnSheet } from "../../template/own-sheet";
import type { Template } from "../../template/template";
import { KIND_WORDS } from "../../template/words";
import { Disclosure } from "../common/Disclosure";
import { useMessages } from "../messages";
import { BuiltInRules, Lines, Rules } from "./Parts";
import { FormEditor } from "./picture/FormEditor";
import { SearchResults } from "./SearchResults";
import { changeText } from "./template-texts";
import { useTemplateStyles } from "./Template.styles";

/** 看一看: everything in the template, folded; what is long can be searched. */
export function Contents({ template }: { readonly template: Template }): JSX.Element {
  const words = useMessages();
  return (
    <Disclosure title={words("pane.template.contents")}>
      {() => <Everything template={template} />}
    </Disclosure>
  );
}

function Everything({ template }: { readonly template: Template }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search).trim();
  return (
    <>
      <SearchBox
        className={styles.search}
        aria-label={words("pane.template.search")}
        placeholder={words("pane.template.search")}
        value={search}
        dismiss={{ "aria-label": words("pane.template.search.clear") }}
        onChange={(_, { value }) => setSearch(value)}
      />
      {wanted === "" ? <Parts template={template} /> : <SearchResults template={template} wanted={wanted} />}
    </>
  );
}

function Parts({ template }: { readonly template: Template }): JSX.Element {
  const words = useMessages();
  const { forms, lists, units, rules, builtIn, history } = template;
  return (
    <>
      <Part title={words("pane.template.forms")} count={forms.length}>
        {() =>
          forms.map((form) => (
            <Part
              key={form.id}
              title={form.own ? form.id : `${form.id} ${form.title}`}
              count={form.own ? linesIn(form.own) : form.indicators.length}
              lines
            >
              {() =>
                form.own ? (
                  <FormEditor template={{ ...template, forms: [form] }} />
                ) : (
                  <Lines lines={form.indicators} />
                )
              }
            </Part>
          ))
        }
      </Part>
      <Part title={words("pane.template.lists")} count={lists.length}>
        {() => (
          <Items
            texts={lists.map(({ id, title, columns }) => [
              `${id} ${title}`,
              words.list(columns.map(({ name }) => name)),
            ])}
          />
        )}
      </Part>
      <Part title={words("pane.template.units")} count={units.length}>
        {() => <Items texts={units.map(({ code, name, kind }) => [`${code} ${name}`, KIND_WORDS[kind]])} />}
      </Part>
      <Part title={words("pane.template.rules")} count={rules.length}>
        {() => <Rules rules={rules} />}
      </Part>
      <Part title={words("pane.template.rules.builtIn")} count={Object.keys(builtIn).length}>
        {() => <BuiltInRules builtIn={builtIn} />}
      </Part>
      {history.length > 0 && (
        <Part title={words("pane.template.history")} count={history.length}>
          {() => (
            <Items
              texts={history.map(({ version, changes }) => [
                words("pane.template.history.entry", { version }),
                words.list(changes.map((change) => changeText(change, words))),
              ])}
            />
          )}
        </Part>
      )}
    </>
  );
}

function linesIn({ tables }: OwnSheet): number {
  return tables.reduce((sum, { lines }) => sum + lines.length, 0);
}

interface PartProps {
  readonly title: string;
  readonly count: number;
  readonly lines?: boolean;
  readonly children: () => JSX.Element | JSX.Element[];
}

function Part({ title, count, lines = false, children }: PartProps): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  return (
    <Disclosure
      title={title}
      aside={
        <span className={styles.aside}>
          {words(lines ? "pane.template.lines" : "pane.template.count", { count })}
        </span>
      }
    >
      {() => <div className={styles.nested}>{children()}</div>}
    </Disclosure>
  );
}

/** A text and what is below it. */
function Items({ texts }: { readonly texts: readonly (readonly [string, string])[] }): JSX.Element {
  const styles = useTemplateStyles();
  return (
    <ul className={styles.list}>
      {texts.map(([text, below]) => (
        <li key={text} className={styles.item}>
          {text}
          <span className={styles.note}>{below}</span>
        </li>
      ))}
    </ul>
  );
}
