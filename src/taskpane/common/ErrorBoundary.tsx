import { Button, Title3 } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { reportOf } from "../problem";
import { MessagesContext } from "../messages";

interface Props {
  /** Version and host, for the report. */
  readonly facts: string;
  readonly children: ReactNode;
}

/** Shown where the pane itself failed: what happened, what to do, what to pass on. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  static override contextType = MessagesContext;
  declare context: React.ContextType<typeof MessagesContext>;
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? new Error() };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const words = this.context;
    return (
      <main style={{ padding: "16px", display: "flex", flexDirection: "column", gap: "12px" }}>
        <Title3 as="h1">{words("pane.failed")}</Title3>
        <p role="alert" style={{ margin: 0 }}>
          {words("pane.failed.advice")}
        </p>
        <Button appearance="primary" size="large" onClick={() => window.location.reload()}>
          {words("pane.reload")}
        </Button>
        <label>
          {words("pane.report")}
          <textarea
            readOnly
            rows={8}
            style={{ width: "100%", font: "inherit", boxSizing: "border-box" }}
            value={`${this.props.facts}\n${reportOf(error)}`}
            onFocus={(event) => event.target.select()}
          />
        </label>
      </main>
    );
  }
}
