/** S01: the workbook is of this template, in this version. D02: an older version is aligned, and what changed is listed. */
import type { TemplateChange, TemplateVersion } from "../../template/template";
import { foldName } from "../../template/template-index";
import type { Check } from "../check";
import type { Draft } from "../draft";

/** A workbook without identity, laid out by hand, was identified by its forms: it has no version to differ. */
export const templateVersion: Check = {
  code: "S01",
  run(context, findingClass) {
    const { templateId, templateVersion: version } = context.submission;
    const { id, version: wanted, name, history } = context.template;
    if (templateId !== null && templateId !== id) {
      return [
        context.atFile("S01", findingClass, {
          params: { variant: "other", found: templateId, wanted: name },
        }),
      ];
    }
    if (version === null || version === wanted) return [];
    const changes = version < wanted ? changesSince(version, wanted, history) : null;
    if (changes === null) {
      return [
        context.atFile("S01", findingClass, { params: { variant: "version", found: version, wanted } }),
      ];
    }
    // Of another version only rules, units or texts may differ.
    const variant = changes.length > 0 ? "older" : "olderAlike";
    const params = { variant, found: version, wanted, ...named(changes) };
    // Aligned and said: it weighs no more than the gravest of what it brings about.
    const draft = context.atFile("S01", "note", { params });
    return [{ ...draft, takes: (other) => followsFrom(changes, other) }];
  },
};

/** Changes of lines and columns that lead from one version to the other; null unless all steps are known. */
function changesSince(
  version: number,
  wanted: number,
  history: readonly TemplateVersion[],
): readonly TemplateChange[] | null {
  const first = history.findIndex((step) => step.version > version);
  const steps = first < 0 ? [] : history.slice(first);
  if (steps.at(-1)?.version !== wanted || steps[0]!.from > version) return null;
  return steps.flatMap(({ changes }) => changes).filter(({ of }) => of === "line" || of === "column");
}

/** `0121 关爱驿站、0122 …` for each kind of change; a stroke where there is none. */
function named(changes: readonly TemplateChange[]): Record<"added" | "removed" | "changed", string> {
  const of = (what: TemplateChange["what"]): string =>
    changes
      .filter((change) => change.what === what)
      .map(({ of, code, name }) => (of === "column" ? code : `${code} ${name}`))
      .join("、") || "—";
  return { added: of("added"), removed: of("removed"), changed: of("changed") };
}

/** A new line that is not there, an old one that is, a label that was another then. */
function followsFrom(changes: readonly TemplateChange[], { finding, at }: Draft): boolean {
  const line = finding.indicator ?? at;
  const label = foldName(String(finding.params.label ?? ""));
  return changes.some(({ what, code, name }) => {
    if (what === "added") return line === code && (finding.code === "D21" || finding.code === "D41");
    if (what === "removed") return finding.code === "D19" && foldName(name) === label;
    return finding.code === "D22" && line === code;
  });
}
