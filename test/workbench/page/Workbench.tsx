import type { Image } from "@fortune-sheet/core";
import { useEffect, useMemo, useState, type JSX } from "react";
import { sampleSubmissions } from "../../../src/samples/sample-county";
import { builtInTemplate } from "../../../src/template/builtin";
import { openPlan } from "../../excel-host/person/open-plan";
import type { Ribbon } from "../../excel-host/person/ribbon";
import type { SimulatedExcel } from "../../excel-host/person/simulated-excel";
import type { ChartView } from "../../excel-host/person/workbook-view";
import { chartPicture } from "./chart-picture";
import { Grid, type Shown } from "./Grid";
import { useExcel, type Screen } from "./use-excel";

export interface WorkbenchProps {
  readonly excel: SimulatedExcel;
  readonly ribbon: Ribbon;
}

/** The simulated Excel on the left, the add-in's real pane on the right. */
export function Workbench({ excel, ribbon }: WorkbenchProps): JSX.Element {
  const { screen, refresh } = useExcel(excel);
  const [refusal, setRefusal] = useState("");
  const [shown, setShown] = useState<Shown>();
  // Drawn again only when the screen was read again.
  const isThere = shown?.sheet === screen.active && shown.selection === screen.selection;
  const charts = useMemo(() => excel.workbook.sheet(screen.active).charts, [excel, screen]);
  const images = useMemo(() => charts.map(imageOf), [charts]);
  const type = (address: string, text: string): void => {
    setRefusal("");
    try {
      excel.workbook.sheet(screen.active).type(address, text);
    } catch {
      setRefusal(`${address}：这个单元格受保护，或者输入的公式有误，没有改动。`);
    }
    refresh();
  };
  return (
    <div className="workbench">
      <TitleBar excel={excel} ribbon={ribbon} onOpen={refresh} />
      <main className="workbook" aria-label="模拟的工作簿">
        <FormulaBar
          excel={excel}
          screen={screen}
          shown={isThere ? shown.text : undefined}
          onGoTo={(reference) => {
            excel.workbook.goTo(reference);
            refresh();
          }}
        />
        {refusal && <p role="alert">{refusal}</p>}
        <div className="grid">
          <Grid
            sheet={screen.sheet}
            images={images}
            selection={screen.selection}
            onType={type}
            onShown={setShown}
            onClick={(address) => {
              const link = excel.workbook.sheet(screen.active).link(address);
              if (link !== undefined && excel.workbook.goTo(link)) refresh();
            }}
            onSelect={(address) => {
              if (address === screen.selection) return;
              excel.workbook.sheet(screen.active).select(address);
              refresh();
            }}
          />
        </div>
        <ChartTexts charts={charts} />
        <SheetTabs
          screen={screen}
          onShow={(name) => {
            excel.workbook.activate(name);
            refresh();
          }}
        />
      </main>
      <Pane ribbon={ribbon} />
    </div>
  );
}

/** What the manifest's address is here: the page beside ours. */
const here = (address: string): string => address.replace("https://localhost:3000/", "pane/");

/** The pane's page. Another address loads another page, as in Excel. */
function Pane({ ribbon }: { readonly ribbon: Ribbon }): JSX.Element {
  const [page, setPage] = useState(ribbon.page);
  useEffect(() => {
    ribbon.onLoad = setPage;
    void ribbon.press(ribbon.labels[0]!);
  }, [ribbon]);
  return page === null ? <div /> : <iframe className="pane" title="任务窗格" src={here(page)} />;
}

const EMPTY = "";

/** Only their names: what is in them takes a second to make. */
const SAMPLES = builtInTemplate.units.map(({ name }) => `${name}.xlsx`);

function TitleBar({ excel, ribbon, onOpen }: WorkbenchProps & { onOpen: () => void }): JSX.Element {
  const open = (name: string): void => {
    const sample = SAMPLES.includes(name) && sampleSubmissions(2020).find((each) => each.name === name);
    if (sample) openPlan(excel, sample.plan);
    else openPlan(excel, { sheets: [{ name: "Sheet1", cells: [] }], names: [] });
    onOpen();
  };
  return (
    <header>
      <h1>
        模拟的 Excel<small>（不是 Microsoft Excel）</small>
      </h1>
      <div role="toolbar" aria-label="功能区">
        {ribbon.labels.map((label) => (
          <button key={label} onClick={() => void ribbon.press(label)}>
            {label}
          </button>
        ))}
      </div>
      <label>
        打开另一个工作簿：
        <select value="" onChange={(event) => open(event.target.value)}>
          <option value="" disabled>
            请选择
          </option>
          <option value={EMPTY + "blank"}>空白工作簿</option>
          {SAMPLES.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
    </header>
  );
}

interface FormulaBarProps {
  readonly excel: SimulatedExcel;
  readonly screen: Screen;
  /** Undefined while the grid is still moving there. */
  readonly shown: string | undefined;
  readonly onGoTo: (reference: string) => void;
}

/** The name box, what is in the selected cell, and what the grid shows there. */
function FormulaBar({ excel, screen, shown, onGoTo }: FormulaBarProps): JSX.Element {
  const address = screen.selection.split(":")[0]!;
  const sheet = excel.workbook.sheet(screen.active);
  return (
    <form
      className="formula-bar"
      onSubmit={(event) => {
        event.preventDefault();
        onGoTo(String(new FormData(event.currentTarget).get("cell")));
      }}
    >
      <input key={address} name="cell" aria-label="单元格" defaultValue={address} autoComplete="off" />
      <output aria-label="公式">{sheet.formula(address) ?? String(sheet.value(address))}</output>
      {shown !== undefined && <output aria-label="显示为">{shown}</output>}
    </form>
  );
}

function SheetTabs({ screen, onShow }: { screen: Screen; onShow: (name: string) => void }): JSX.Element {
  return (
    <nav role="tablist" aria-label="工作表">
      {screen.sheets.map(({ name, color }) => (
        <button
          key={name}
          role="tab"
          aria-selected={name === screen.active}
          style={color ? { borderTopColor: color } : {}}
          onClick={() => onShow(name)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}

function imageOf(chart: ChartView): Image {
  return { id: chart.id, ...chartPicture(chart) };
}

/** The charts in words, for those who cannot see the pictures: titles and numbers as Excel holds them. */
function ChartTexts({ charts }: { charts: readonly ChartView[] }): JSX.Element {
  return (
    <div className="in-words">
      {charts.map((chart) => (
        <figure key={chart.id} aria-label={chart.title ?? chart.name}>
          {chart.series.map((series, i) => (
            <p
              key={i}
            >{`${series.name}：${series.categories.map((name, at) => `${name} ${series.values[at]}`).join("，")}`}</p>
          ))}
        </figure>
      ))}
    </div>
  );
}
