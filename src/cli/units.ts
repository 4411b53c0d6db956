/** The register that a call names: `--units`. */
import { decodeText } from "../files/read/text-encoding";
import { unitsNamed } from "../form-discovery/units-named";
import type { WorkbookReader } from "../ports/ports";
import type { Unit } from "../template/template";
import { readUnitList } from "../template/workbook/unit-list";
import type { Call } from "./arguments";
import { fileErrorText } from "./inputs";
import { CallError } from "./outcome";
import { selectFile } from "./source-files";

/** A text with a name a line, or a workbook with a column of names. */
export async function readUnits(call: Call, reader: WorkbookReader): Promise<readonly Unit[]> {
  if (call.units === null) return [];
  const file = await selectFile(call.units);
  if (!file) throw new CallError("error.unreachable", { paths: call.units });
  const units = /\.(?:xlsx?|xlsm|et|ods)$/i.test(call.units)
    ? await unitsOfWorkbook(call, reader)
    : unitsNamed((decodeText(await file.bytes()) ?? "").split(/\r\n?|\n/).filter(isName));
  if (units.length === 0) throw new CallError("error.units", { file: call.units });
  return units;
}

/** A heading over the names is none. */
function isName(line: string): boolean {
  return !/^\s*(?:单位)?名称\s*$/.test(line);
}

async function unitsOfWorkbook(call: Call, reader: WorkbookReader): Promise<readonly Unit[]> {
  const file = await selectFile(call.units!);
  const [result] = await reader.read([file!]);
  if (!result?.ok) {
    const reason = fileErrorText(call.locale, call.units!, result!.error);
    throw new CallError("error.unitsFile", { file: call.units!, reason });
  }
  return readUnitList(result.workbook) ?? [];
}

/** Where a template says who reports, another register is of no use. */
export function refuseUnits({ units, name }: Call): void {
  if (units !== null || name !== null) throw new CallError("error.unitsUnused");
}
