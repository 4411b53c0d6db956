/** The requirement sets of an Excel of this level, as office.js would report them. */
export function supportedSets(apiLevel: string, sharedRuntime = true): Readonly<Record<string, string>> {
  return {
    ExcelApi: apiLevel,
    DialogApi: "1.2",
    ...(sharedRuntime ? { SharedRuntime: "1.1" } : {}),
    RibbonApi: "1.1",
    AddinCommands: "1.1",
    DelayForCellEdit: "1.1",
    ImageCoercion: "1.1",
  };
}
