/** The register of 集安市: fifteen townships and subdistricts, six departments, the county committee itself. */
import type { Unit, UnitKind } from "../template";

type UnitType = "街道" | "镇" | "乡" | "部门" | "本级";

const KINDS: Readonly<Record<UnitType, UnitKind>> = { 街道: "T", 镇: "T", 乡: "T", 部门: "D", 本级: "H" };

const unit = (code: string, name: string, type: UnitType, ...aliases: string[]): Unit => ({
  code,
  name,
  kind: KINDS[type],
  type,
  aliases,
});

export const units: readonly Unit[] = [
  unit("T01", "团结街道", "街道"),
  unit("T02", "黎明街道", "街道"),
  unit("T03", "通胜街道", "街道"),
  unit("T04", "城东街道", "街道"),
  unit("T05", "青石镇", "镇"),
  unit("T06", "榆林镇", "镇"),
  unit("T07", "花甸镇", "镇"),
  unit("T08", "头道镇", "镇"),
  unit("T09", "清河镇", "镇"),
  unit("T10", "台上镇", "镇"),
  unit("T11", "财源镇", "镇"),
  unit("T12", "大路镇", "镇"),
  unit("T13", "太王镇", "镇"),
  unit("T14", "麻线乡", "乡"),
  unit("T15", "凉水朝鲜族乡", "乡", "凉水乡"),
  unit("D01", "市教育局", "部门", "教育局", "教育"),
  unit("D02", "市公安局", "部门", "公安局"),
  unit("D03", "市司法局", "部门", "司法局"),
  unit("D04", "市检察院", "部门", "检察院"),
  unit("D05", "市法院", "部门", "法院"),
  unit("D06", "市民政局", "部门", "民政局"),
  unit("H01", "市关工委本级", "本级", "市关工委"),
];
