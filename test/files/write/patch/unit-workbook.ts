/**
 * A workbook as a unit might send it, with all that a patch must leave alone: chart, picture, text box, sparklines,
 * conditional formats of both kinds, validations, a table, print settings, protection, names, calculation chain.
 */
import { zipSync, type Zippable } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TYPE = "application/vnd.openxmlformats-officedocument";

function relationships(...list: readonly (readonly [type: string, target: string])[]): string {
  const all = list.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

const types: readonly (readonly [string, string])[] = [
  ["xl/workbook.xml", `${TYPE}.spreadsheetml.sheet.main+xml`],
  ["xl/worksheets/sheet1.xml", `${TYPE}.spreadsheetml.worksheet+xml`],
  ["xl/worksheets/sheet2.xml", `${TYPE}.spreadsheetml.worksheet+xml`],
  ["xl/styles.xml", `${TYPE}.spreadsheetml.styles+xml`],
  ["xl/sharedStrings.xml", `${TYPE}.spreadsheetml.sharedStrings+xml`],
  ["xl/calcChain.xml", `${TYPE}.spreadsheetml.calcChain+xml`],
  ["xl/drawings/drawing1.xml", `${TYPE}.drawing+xml`],
  ["xl/charts/chart1.xml", `${TYPE}.drawingml.chart+xml`],
  ["xl/tables/table1.xml", `${TYPE}.spreadsheetml.table+xml`],
  ["xl/comments1.xml", `${TYPE}.spreadsheetml.comments+xml`],
];

const contentTypes =
  `${HEADER}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>' +
  '<Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/>' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
  types.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join("") +
  "</Types>";

const workbook =
  `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><fileVersion appName="xl"/><workbookPr/>` +
  '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"/></mc:AlternateContent>' +
  '<bookViews><workbookView/></bookViews><sheets><sheet name="关工02" sheetId="3" r:id="rId1"/>' +
  '<sheet name="R&amp;D" sheetId="7" state="hidden" r:id="rId2"/></sheets>' +
  '<definedNames><definedName name="合计">关工02!$B$5</definedName></definedNames><calcPr calcId="162913"/></workbook>';

const styles =
  `${HEADER}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.00_ "/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="14"/><name val="黑体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left style="double"/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="176" fontId="1" fillId="2" borderId="1" xfId="0" applyFill="1"><alignment horizontal="center"/></xf>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="1" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs><tableStyles count="0"/></styleSheet>';

const sheet1 =
  `${HEADER}<worksheet xmlns="${MAIN}" xmlns:r="${DOCUMENT}" xmlns:x14="${X14}" ` +
  'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
  '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:C5"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="13.5"/><cols><col min="1" max="1" width="30.625" customWidth="1"/><col min="4" max="6" width="9" style="2"/></cols>' +
  '<sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1" t="inlineStr"><is><t>内联</t></is></c></row>' +
  '<row r="2" spans="1:3"><c r="A2"><v>3</v></c><c r="B2" s="1"><v>3</v></c></row>' +
  '<row r="3" ht="30" customHeight="1"><c r="A3"><v>4</v></c><c r="B3"><f t="shared" ref="B3:B4" si="0">A3*2&lt;9</f><v>1</v></c></row>' +
  '<row r="4"><c r="A4"><v>5</v></c><c r="B4"><f t="shared" si="0"/><v>0</v></c></row>' +
  '<row r="5" s="2" customFormat="1"><c r="A5"><f t="array" ref="A5:A6">A1:A2*2</f><v>0</v></c><c r="B5"><f>SUM(A2:A4)</f><v>12</v></c></row>' +
  '<row r="6"><c r="A6"><v>6</v></c></row><row r="8" hidden="1"/></sheetData>' +
  '<sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="1"><mergeCell ref="C2:D3"/></mergeCells>' +
  '<conditionalFormatting sqref="B2:B4"><cfRule type="expression" dxfId="0" priority="1"><formula>B2&gt;9</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" sqref="D1:D9"><formula1>"是,否"</formula1></dataValidation></dataValidations>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId4"/>' +
  '<headerFooter><oddHeader>&amp;C甲</oddHeader></headerFooter><drawing r:id="rId1"/>LEGACY<tableParts count="1"><tablePart r:id="rId3"/></tableParts>' +
  `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>关工02!A2:A4</xm:f><xm:sqref>F2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>`;

const sheet2 = `${HEADER}<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;

const anchor = (child: string): string =>
  "<xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>" +
  `<xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${child}<xdr:clientData/></xdr:twoCellAnchor>`;

const drawing =
  `${HEADER}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${DOCUMENT}">` +
  anchor(
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>' +
      '<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>请勿改动</a:t></a:r></a:p></xdr:txBody></xdr:sp>',
  ) +
  anchor(
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="图片 1"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch/></xdr:blipFill>' +
      '<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
  ) +
  anchor(
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="4" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rId2"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
  ) +
  "</xdr:wsDr>";

const chart =
  `${HEADER}<c:chartSpace xmlns:c="${DRAWING}/chart"><c:chart><c:plotArea><c:pieChart><c:varyColors val="1"/>` +
  '<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>关工02!$A$2:$A$4</c:f></c:numRef></c:val></c:ser>' +
  '</c:pieChart></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>';

const table =
  `${HEADER}<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="H1:H2"><tableColumns count="1">` +
  '<tableColumn id="1" name="列1"/></tableColumns></table>';

const comments =
  `${HEADER}<comments xmlns="${MAIN}"><authors><author>张会计</author></authors><commentList>` +
  '<comment ref="A2" authorId="0"><text><t>原有批注</t></text></comment></commentList></comments>';

/** As Excel writes it; the line break in the style makes it no XML. */
const vml =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"\r\n xmlns:o="urn:schemas-microsoft-com:office:office"\r\n xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>' +
  '<v:shape id="_x0000_s1025" type="#_x0000_t202" style=\'visibility:hidden\'><v:textbox><div><br></div></v:textbox>' +
  '<x:ClientData ObjectType="Note"><x:Anchor>1, 15, 1, 2, 3, 15, 3, 4</x:Anchor><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>';

/** Bytes of no meaning, for pictures and printer settings. */
const noise = Uint8Array.from({ length: 300 }, (_, i) => (i * i * 31) % 251);

export interface Variant {
  /** Does the first sheet have a note, in A2? */
  readonly comments?: boolean;
  /** Changes parts before they are packed. */
  readonly change?: (xml: string, path: string) => string;
  /** Other parts. */
  readonly more?: Readonly<Record<string, string>>;
}

export function unitWorkbook({
  comments: noted = true,
  change = (xml) => xml,
  more = {},
}: Variant = {}): Uint8Array {
  const notes: [string, string][] = noted
    ? [
        ["comments", "../comments1.xml"],
        ["vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ]
    : [];
  const texts: Record<string, string> = {
    "[Content_Types].xml": noted
      ? contentTypes
      : contentTypes.replace(/<Override PartName="\/xl\/comments1[^>]*>|<Default Extension="vml"[^>]*>/g, ""),
    "_rels/.rels": relationships(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": workbook,
    "xl/_rels/workbook.xml.rels": relationships(
      ["worksheet", "worksheets/sheet1.xml"],
      ["worksheet", "worksheets/sheet2.xml"],
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
      ["calcChain", "calcChain.xml"],
    ),
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": `${HEADER}<sst xmlns="${MAIN}" count="1" uniqueCount="1"><si><r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r></si></sst>`,
    "xl/calcChain.xml": `${HEADER}<calcChain xmlns="${MAIN}"><c r="B5" i="3"/></calcChain>`,
    "xl/worksheets/sheet1.xml": sheet1.replace("LEGACY", noted ? '<legacyDrawing r:id="rId6"/>' : ""),
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(
      ["drawing", "../drawings/drawing1.xml"],
      ["hyperlink", "#关工02!A1"],
      ["table", "../tables/table1.xml"],
      ["printerSettings", "../printerSettings/printerSettings1.bin"],
      ...notes,
    ),
    "xl/worksheets/sheet2.xml": sheet2,
    "xl/drawings/drawing1.xml": drawing,
    "xl/drawings/_rels/drawing1.xml.rels": relationships(
      ["image", "../media/image1.png"],
      ["chart", "../charts/chart1.xml"],
    ),
    "xl/charts/chart1.xml": chart,
    "xl/tables/table1.xml": table,
    ...(noted ? { "xl/comments1.xml": comments, "xl/drawings/vmlDrawing1.vml": vml } : {}),
    ...more,
  };
  const parts: Zippable = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(change(text, path))]),
  );
  parts["xl/media/image1.png"] = noise;
  parts["xl/printerSettings/printerSettings1.bin"] = noise;
  return zipSync(parts);
}

/** The same with every element of the spreadsheet namespace under a prefix. */
export function prefixed(xml: string): string {
  if (!xml.includes(`xmlns="${MAIN}"`)) return xml;
  return xml
    .replace(`xmlns="${MAIN}"`, `xmlns:ss="${MAIN}"`)
    .replace(/<(\/?)(?=[A-Za-z]\w*[\s/>])/g, "<$1ss:");
}

/** The same as ISO 29500 Strict. */
export function strict(xml: string): string {
  return xml.replace(
    /http:\/\/schemas\.openxmlformats\.org\/(spreadsheetml|officeDocument|drawingml)\/2006\//g,
    "http://purl.oclc.org/ooxml/$1/",
  );
}
