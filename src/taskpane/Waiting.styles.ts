import { makeStyles, tokens } from "@fluentui/react-components";

/** Comes into view only where Excel takes its time. */
export const useWaitingStyles = makeStyles({
  waiting: {
    height: "100%",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalXXL,
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: "300ms",
    animationDelay: "700ms",
    animationFillMode: "backwards",
  },
});
