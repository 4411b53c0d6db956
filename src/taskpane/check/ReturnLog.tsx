import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { Disclosure } from "../common/Disclosure";
import { Back } from "../returned/Back";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";

/** Who was sent what, when, and what became of it. */
export function ReturnLog({ view }: { readonly view: SessionView }): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  const returned = view.units.flatMap(({ name, back }) => (back ? [{ name, back }] : []));
  if (returned.length === 0) return null;
  return (
    <section className={styles.group}>
      <Disclosure heading title={words("pane.returns.log", { count: returned.length })}>
        {() => (
          <ul className={styles.list}>
            {returned.map(({ name, back }) => (
              <li key={name} className={styles.item}>
                <span>{name}</span>
                <Back back={back} />
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    </section>
  );
}
