import { createRoot } from "react-dom/client";
import { loadExcel, loadRibbon } from "./load-excel";
import { Workbench } from "./Workbench";

const root = createRoot(document.getElementById("root")!);

async function start(): Promise<void> {
  const excel = await loadExcel();
  // The pane's frame finds it here: seam.ts. Tests read what the person would see from it, and nothing else.
  Object.assign(window, { simulatedExcel: excel });
  root.render(<Workbench excel={excel} ribbon={await loadRibbon(excel)} />);
}

start().catch((error: unknown) => root.render(<p role="alert">{String(error)}</p>));
