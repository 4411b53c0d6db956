import { tokens } from "@fluentui/react-components";
import type { JSX } from "react";
import type { ChartSpec } from "../../../template/template";

const WIDTH = 132;
const HEIGHT = 72;
const BASE = HEIGHT - 4;
/** Heights of bars, the tallest first, as figures of units usually fall off. */
const FALL = [1, 0.84, 0.71, 0.6, 0.52, 0.45, 0.39, 0.34, 0.29, 0.24, 0.2, 0.16] as const;
/** In the order of a form nothing falls off. */
const MIXED = [0.7, 0.45, 0.9, 0.6, 0.35, 0.8, 0.5, 0.65, 0.4, 0.75, 0.55, 0.3] as const;
const COLORS = [
  tokens.colorBrandBackground,
  tokens.colorPaletteGoldBorderActive,
  tokens.colorNeutralForeground3,
  tokens.colorPaletteTealBorderActive,
  tokens.colorPaletteLavenderBorderActive,
  tokens.colorNeutralStroke1,
] as const;

interface Props {
  readonly chart: ChartSpec;
  /** How many categories it has. */
  readonly categories: number;
}

/** What kind of chart it is, with as many bars or pieces as it will have; no figures. */
export function ChartPicture({ chart, categories }: Props): JSX.Element {
  const { kind } = chart;
  const isRound = kind === "pie" || kind === "doughnut";
  return (
    <svg width="100%" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden focusable={false}>
      {isRound ? (
        <Ring pieces={Math.min(categories, COLORS.length)} hole={kind === "doughnut"} />
      ) : (
        <Bars chart={chart} count={Math.max(1, Math.min(categories, FALL.length))} />
      )}
    </svg>
  );
}

function Bars({ chart, count }: { readonly chart: ChartSpec; readonly count: number }): JSX.Element {
  const heights = chart.order === "descending" ? FALL : MIXED;
  const series = Math.min(chart.series.length, 2);
  const isLying = chart.kind === "bar";
  const [along, across] = isLying ? [HEIGHT - 8, WIDTH - 8] : [WIDTH - 8, HEIGHT - 12];
  const step = along / count;
  const thick = (step * 0.8) / series;
  const bars = Array.from({ length: count * series }, (_, i) => {
    const [category, of] = [Math.floor(i / series), i % series];
    const start = 4 + category * step + step * 0.1 + of * thick;
    const length = across * heights[category % heights.length]! * (of === 0 && series > 1 ? 0.9 : 1);
    const fill = COLORS[series - 1 - of]!;
    return isLying ? (
      <rect key={i} x={4} y={start} width={length} height={thick} fill={fill} />
    ) : (
      <rect key={i} x={start} y={BASE - length} width={thick} height={length} fill={fill} />
    );
  });
  return (
    <>
      {bars}
      <path
        d={isLying ? `M4 2V${HEIGHT - 2}` : `M2 ${BASE}H${WIDTH - 2}`}
        stroke={tokens.colorNeutralStroke1}
        fill="none"
      />
    </>
  );
}

function Ring({ pieces, hole }: { readonly pieces: number; readonly hole: boolean }): JSX.Element {
  const radius = hole ? 22 : 15;
  const length = 2 * Math.PI * radius;
  const shares = FALL.slice(0, Math.max(2, pieces));
  const sum = shares.reduce<number>((all, share) => all + share, 0);
  return (
    <g transform={`rotate(-90 ${WIDTH / 2} ${HEIGHT / 2})`}>
      {shares.map((share, i) => {
        const before = shares.slice(0, i).reduce<number>((all, each) => all + each, 0);
        return (
          <circle
            key={share}
            cx={WIDTH / 2}
            cy={HEIGHT / 2}
            r={radius}
            fill="none"
            stroke={COLORS[i]}
            strokeWidth={hole ? 16 : 30}
            strokeDasharray={`${(share / sum) * length} ${length}`}
            strokeDashoffset={(-before / sum) * length}
          />
        );
      })}
    </g>
  );
}
