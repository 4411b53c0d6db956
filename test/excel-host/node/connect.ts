import type { Platform, SimulatedExcel } from "../person/simulated-excel";
import { createBridge } from "../seams/bridge";
import { supportedSets } from "../seams/requirements";
import { loadLibrary, type ExcelLibrary, type LibraryFile } from "./load-library";
import { compareVersions } from "../metadata/metadata";

/**
 * Loads Microsoft's client library (once) and connects it to the simulated Excel through the library's own native
 * bridge. The last Excel that was connected gets the requests of `Excel.run`.
 */
export function connect(excel: SimulatedExcel, file?: LibraryFile): ExcelLibrary {
  const library = loadLibrary(file);
  installOfficeContext(excel);
  library.OfficeExtension.HostBridge.init(createBridge(excel.host));
  // The library carries each member's requirement set but ships with the check switched off (1.1.110 reads another
  // flag than it sets). With it on, calling what is too new for this Excel throws ApiNotFound.
  library.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return library;
}

/** As `Office.PlatformType` names them. */
const PLATFORMS: Readonly<Record<Platform, string>> = {
  pc: "PC",
  mac: "Mac",
  ios: "iOS",
  web: "OfficeOnline",
};

/** Without a boot of office.js there is no Office.context; the library asks this factory for it. */
function installOfficeContext(excel: SimulatedExcel): void {
  const sets = supportedSets(excel.host.apiLevel, excel.host.sharedRuntime);
  const context = {
    requirements: {
      isSetSupported: (name: string, version = "1.1") => {
        const known = Object.entries(sets).find(([set]) => set.toLowerCase() === name.toLowerCase());
        return known !== undefined && compareVersions(known[1], version) >= 0;
      },
    },
    host: "Excel",
    platform: PLATFORMS[excel.platform],
    displayLanguage: excel.language,
    contentLanguage: excel.language,
  };
  const OSF: unknown = Reflect.get(globalThis, "OSF");
  if (typeof OSF !== "object" || OSF === null) throw new Error("The library has not been loaded.");
  Reflect.set(OSF, "_OfficeAppFactory", {
    getContext: () => context,
    getHostInfo: () => ({ hostType: "excel", hostPlatform: "win32", isDialog: false, flags: 0 }),
  });
}
