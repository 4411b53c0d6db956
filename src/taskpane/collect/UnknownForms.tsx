import { Button, mergeClasses } from "@fluentui/react-components";
import { TableAddRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import "../../locales/learn-fetched";
import type { UnknownForm } from "../../app/unknown-forms";
import type { SessionView } from "../../app/view";
import { Disclosure } from "../common/Disclosure";
import { fileText, useMessages } from "../messages";
import { usePaneContext } from "../usePane";
import { useCollectStyles } from "./Collect.styles";
import { FileLine } from "./FileLine";

/** Forms that the template in use does not have: each can become a template, or is no business of ours. */
export function UnknownForms({ view }: { readonly view: SessionView }): JSX.Element | null {
  const { unknownForms: forms, reported } = view;
  if (forms.length === 0) return null;
  return (
    <>
      {forms.map((form, i) => (
        <FormCard
          key={form.files[0]}
          form={form}
          view={view}
          leads={i === 0 && reported === 0}
          several={forms.length > 1 || reported > 0}
        />
      ))}
    </>
  );
}

interface CardProps {
  readonly form: UnknownForm;
  readonly view: SessionView;
  /** It is the next step. */
  readonly leads: boolean;
  /** It is one task of several. */
  readonly several: boolean;
}

function FormCard({ form, view, leads, several }: CardProps): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { known, files, title } = form;
  const isOne = files.length === 1;
  const heading = isOne
    ? words("pane.unknown.one", { file: fileText(words, files[0]!), title })
    : words("pane.unknown.copies", { count: files.length, title });
  return (
    <section className={styles.card} aria-label={heading}>
      <h2 className={styles.heading}>{heading}</h2>
      <p className={styles.lead}>
        {known
          ? words("pane.unknown.known", { name: known.name, version: known.version })
          : words(isOne ? "pane.unknown.one.lead" : "pane.unknown.copies.lead", {
              name: view.templateUse.name,
            })}
      </p>
      <Answers form={form} leads={leads} />
      {several && <p className={styles.note}>{words("pane.unknown.other")}</p>}
      {!isOne && (
        <Disclosure title={words("pane.unknown.files")}>
          {() => (
            <div className={styles.details}>
              {files.map((file) => (
                <FileLine key={file} file={file} />
              ))}
            </div>
          )}
        </Disclosure>
      )}
    </section>
  );
}

function Answers({ form, leads }: Pick<CardProps, "form" | "leads">): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { work, session, template } = usePaneContext();
  const { known, files } = form;
  const isOne = files.length === 1;
  const busy = work.task !== null;
  return (
    <>
      <Button
        appearance={leads ? "primary" : "secondary"}
        className={mergeClasses(styles.big, styles.wrapped)}
        icon={<TableAddRegular />}
        disabled={busy}
        onClick={() => void (known ? session.useAdopted(known.at) : template.make(files))}
      >
        {known
          ? words("pane.unknown.known.use", { name: known.name })
          : words(isOne ? "pane.unknown.one.make" : "pane.unknown.copies.make")}
      </Button>
      {isOne && (
        <Button className={styles.big} disabled={busy} onClick={() => void session.remove(files[0]!)}>
          {words("pane.unknown.one.remove")}
        </Button>
      )}
    </>
  );
}
