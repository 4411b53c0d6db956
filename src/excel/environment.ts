/** What this Excel says of itself, for the report to whoever maintains the program. */

/** The sets of which parts are used, and the newest version of each that there may be. */
const SETS = [
  ["ExcelApi", 20],
  ["ExcelApiOnline", 1],
  ["ExcelApiDesktop", 2],
  ["SharedRuntime", 2],
  ["DialogApi", 2],
] as const;

/** `Excel 16.0.17928 (PC)`, then `ExcelApi 1.17`: the newest version of each requirement set that is offered. */
export function describeExcel(): readonly string[] {
  const { diagnostics, requirements } = Office.context;
  const about = diagnostics ? [`${diagnostics.host} ${diagnostics.version} (${diagnostics.platform})`] : [];
  const sets = SETS.flatMap(([name, newest]) => {
    const versions = Array.from({ length: newest }, (_, i) => `1.${newest - i}`);
    const best = versions.find((version) => requirements.isSetSupported(name, version));
    return best === undefined ? [] : [`${name} ${best}`];
  });
  return [...about, ...sets];
}
