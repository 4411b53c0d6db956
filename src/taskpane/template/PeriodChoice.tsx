import { Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import type { JSX } from "react";
import { fold } from "../../workbook/fold";
import { partsOf } from "../../workbook/period";
import { useCommonStyles } from "../common/common.styles";
import { periodText, useMessages } from "../messages";

interface Props {
  readonly period: string;
  readonly valid: boolean;
  /** Every part of a year, not halves alone. */
  readonly anyPart: boolean;
  onChange(period: string): void;
}

/** A year and a part of it. */
export function PeriodChoice({ period, valid, anyPart, onChange }: Props): JSX.Element {
  const words = useMessages();
  const common = useCommonStyles();
  const [year, part] = typedParts(period);
  return (
    <>
      <Field
        label={words("pane.template.issue.year")}
        {...(valid ? {} : { validationMessage: words("pane.template.issue.badYear") })}
      >
        <Input
          className={common.field}
          inputMode="numeric"
          value={year}
          onChange={(_, { value }) => onChange(`${fold(value).replace(/\D/g, "").slice(0, 4)}${part}`)}
        />
      </Field>
      {anyPart ? (
        <Field label={words("pane.template.issue.part")}>
          <Select value={part} onChange={(_, { value }) => onChange(`${year}${value}`)}>
            {EVERY_PART.map((each) => (
              <option key={each} value={each}>
                {partText(words, each)}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <Halves year={year} part={part} onChange={onChange} />
      )}
    </>
  );
}

interface HalvesProps extends Pick<Props, "onChange"> {
  readonly year: string;
  readonly part: string;
}

function Halves({ year, part, onChange }: HalvesProps): JSX.Element {
  const words = useMessages();
  const common = useCommonStyles();
  const chosen = partsOf(`2000${part}`).part;
  return (
    <RadioGroup
      className={common.radios}
      layout="horizontal"
      aria-label={words("pane.template.issue.part")}
      value={chosen}
      onChange={(_, { value }) => onChange(`${year}${HALVES[value as keyof typeof HALVES]}`)}
    >
      <Radio value="year" label={words("pane.template.issue.whole")} />
      <Radio value="firstHalf" label={words("pane.template.issue.firstHalf")} />
      <Radio value="secondHalf" label={words("pane.template.issue.secondHalf")} />
      {!(chosen in HALVES) && <Radio value={chosen} label={periodText(words, `${year}${part}`)} />}
    </RadioGroup>
  );
}

const HALVES = { year: "", firstHalf: "H1", secondHalf: "H2" } as const;
const EVERY_PART = [
  "",
  "H1",
  "H2",
  ...[1, 2, 3, 4].map((quarter) => `Q${quarter}`),
  ...Array.from({ length: 12 }, (_, i) => `-${String(i + 1).padStart(2, "0")}`),
];

function partText(words: ReturnType<typeof useMessages>, written: string): string {
  const { part, number } = partsOf(`2000${written}`);
  if (part === "quarter" || part === "month") return words(`pane.template.issue.${part}`, { number });
  return words(`pane.template.issue.${part === "year" ? "whole" : part}`);
}

/** `2020H1 → 2020, H1`; the year may still be unfinished. */
function typedParts(period: string): readonly [string, string] {
  const [, year = "", part = ""] = /^(\d*)(.*)$/.exec(period) ?? [];
  return [year, part];
}
