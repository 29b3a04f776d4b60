/** A template made by hand with everything that a copy of a sheet must keep, spread as Excel spreads it over parts. */
import { joinZip, packPart } from '../../../ooxml/zip/zip-writer.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** One red pixel. */
export const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'),
  (char) => char.charCodeAt(0),
);

const rels = (...items: string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE_REL}">${items.join('')}</Relationships>`;
const rel = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"/>`;

const CONTROL_VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe"/>' +
  '<v:shape id="_x0000_s1025" type="#_x0000_t201" style="position:absolute;margin-left:4pt;margin-top:100pt;width:80pt;height:18pt" filled="f" stroked="f">' +
  '<v:textbox><div>同意</div></v:textbox><x:ClientData ObjectType="Checkbox"><x:Anchor>0, 5, 6, 2, 1, 40, 7, 4</x:Anchor>' +
  '<x:FmlaLink>表样!$C$7</x:FmlaLink></x:ClientData></v:shape></xml>';

const HEADER_VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="2"/></o:shapelayout>' +
  '<v:shape id="LH" o:spid="_x0000_s2049" type="#_x0000_t75" style="position:absolute;width:20pt;height:20pt">' +
  '<v:imagedata o:relid="rId1" o:title="徽标"/></v:shape></xml>';

const DRAWING =
  `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
  '<xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="360000" cy="360000"/>' +
  `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="徽标"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${REL}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
  '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>' +
  '<xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="1800000" cy="360000"/>' +
  '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="3" name="文字"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>' +
  '<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>框内{{姓名}}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>';

const CONTROLS =
  `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14">` +
  '<control shapeId="1025" r:id="rId4" name="Check Box 1"><controlPr defaultSize="0" autoFill="0" autoLine="0" autoPict="0"><anchor moveWithCells="1"><from><xdr:col>0</xdr:col><xdr:colOff>47625</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>19050</xdr:rowOff></from><to><xdr:col>1</xdr:col><xdr:colOff>381000</xdr:colOff><xdr:row>7</xdr:row><xdr:rowOff>38100</xdr:rowOff></to></anchor></controlPr></control>' +
  '</mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>';

export const SHEET =
  `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:mc="${MC}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" mc:Ignorable="x14">` +
  '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:D12"/>' +
  '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="12" customWidth="1"/><col min="2" max="2" width="30" customWidth="1"/></cols>' +
  '<sheetData>' +
  '<row r="1" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row>' +
  '<row r="2"><c r="A2" t="inlineStr"><is><t>人数</t></is></c><c r="B2" s="1" t="inlineStr"><is><t>{{人数}}</t></is></c><c r="C2"><f>B2*2</f><v>99</v></c></row>' +
  '<row r="3"><c r="A3" t="s"><v>2</v></c></row>' +
  '<row r="4"><c r="A4"><f>SUM(表样!B2:B3)</f><v>7</v></c><c r="B4"><f>\'表样\'!C2&amp;"表样!"</f></c></row>' +
  '<row r="5" ht="60" customHeight="1"><c r="A5" s="2"/><c r="B5" s="2" t="str"><v>{{备注}}</v></c></row>' +
  '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>' +
  '<conditionalFormatting sqref="B2"><cfRule type="expression" dxfId="0" priority="1"><formula>表样!$B$2&gt;10</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="B6"><formula1>表样!$A$1:$A$3</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="A1" location="表样!A5" display="到备注"/></hyperlinks>' +
  '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="1" bottom="0.75" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape" r:id="rId5"/>' +
  '<headerFooter><oddHeader>&amp;L&amp;G&amp;R&amp;"宋体,常规"&amp;12{{姓名}}</oddHeader><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>' +
  '<rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks>' +
  `<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><legacyDrawingHF r:id="rId3"/>${CONTROLS}</worksheet>`;

const SECOND_SHEET =
  `${DECLARATION}<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>续{{姓名}}</x:t></x:is></x:c>` +
  '<x:c r="B1"><x:f>表样!B2</x:f></x:c></x:row></x:sheetData></x:worksheet>';

const SHARED_STRINGS =
  `${DECLARATION}<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><t>姓名</t></si><si><t>{{姓名}}</t></si>` +
  '<si><r><rPr><b/><sz val="11"/><rFont val="宋体"/></rPr><t>兹有{{姓</t></r><r><rPr><sz val="11"/><rFont val="仿宋"/></rPr><t>名}}同志共</t></r><r><t xml:space="preserve">{{人数}} 人</t></r><rPh sb="0" eb="1"><t>zi</t></rPh></si></sst>';

const STYLES =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="12"/><name val="仿宋"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1" applyProtection="1"><alignment horizontal="left" vertical="top" shrinkToFit="1"/><protection locked="0"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>';

const WORKBOOK =
  `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${REL}" xmlns:mc="${MC}" mc:Ignorable="x15" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><workbookPr/>` +
  `<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\someone\\Desktop\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>` +
  '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="10000" activeTab="1"/></bookViews>' +
  '<sheets><sheet name="表样" sheetId="7" r:id="rId9"/><sheet name="续页" sheetId="8" r:id="rId8"/></sheets>' +
  '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">表样!$A$1:$D$12</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">表样!$1:$1</definedName>' +
  '<definedName name="人数格">表样!$B$2</definedName><definedName name="上限">100</definedName></definedNames><calcPr calcId="191029"/></workbook>';

const CONTENT_TYPES =
  `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>' +
  [
    ['/xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
    ['/xl/worksheets/sheet1.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'],
    ['/xl/worksheets/sheet2.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'],
    ['/xl/styles.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'],
    ['/xl/sharedStrings.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'],
    ['/xl/drawings/drawing1.xml', 'application/vnd.openxmlformats-officedocument.drawing+xml'],
    ['/xl/ctrlProps/ctrlProp1.xml', 'application/vnd.ms-excel.controlproperties+xml'],
    ['/xl/calcChain.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml'],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  ]
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('') +
  '</Types>';

const PARTS: Readonly<Record<string, string | Uint8Array>> = {
  '[Content_Types].xml': CONTENT_TYPES,
  '_rels/.rels': rels(
    rel('rId1', 'officeDocument', 'xl/workbook.xml'),
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    rel('rId3', 'custom-properties', 'docProps/custom.xml'),
  ),
  'docProps/core.xml': `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>表样</dc:title><dc:creator>某个人</dc:creator></cp:coreProperties>`,
  'docProps/custom.xml': `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="版本"><vt:i4>3</vt:i4></property></Properties>`,
  'xl/workbook.xml': WORKBOOK,
  'xl/_rels/workbook.xml.rels': rels(
    rel('rId9', 'worksheet', 'worksheets/sheet1.xml'),
    rel('rId8', 'worksheet', '/xl/worksheets/sheet2.xml'),
    rel('rId1', 'styles', 'styles.xml'),
    rel('rId2', 'sharedStrings', 'sharedStrings.xml'),
    rel('rId3', 'calcChain', 'calcChain.xml'),
  ),
  'xl/calcChain.xml': `${DECLARATION}<calcChain xmlns="${MAIN}"><c r="C2" i="7"/></calcChain>`,
  'xl/styles.xml': STYLES,
  'xl/sharedStrings.xml': SHARED_STRINGS,
  'xl/worksheets/sheet1.xml': SHEET,
  'xl/worksheets/sheet2.xml': SECOND_SHEET,
  'xl/worksheets/_rels/sheet1.xml.rels': rels(
    rel('rId1', 'drawing', '../drawings/drawing1.xml'),
    rel('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
    rel('rId3', 'vmlDrawing', '../drawings/vmlDrawing2.vml'),
    rel('rId4', 'ctrlProp', '../ctrlProps/ctrlProp1.xml'),
    rel('rId5', 'printerSettings', '../printerSettings/printerSettings1.bin'),
  ),
  'xl/drawings/drawing1.xml': DRAWING,
  'xl/drawings/_rels/drawing1.xml.rels': rels(rel('rId1', 'image', '../media/image1.png')),
  'xl/drawings/vmlDrawing1.vml': CONTROL_VML,
  'xl/drawings/vmlDrawing2.vml': HEADER_VML,
  'xl/drawings/_rels/vmlDrawing2.vml.rels': rels(rel('rId1', 'image', '../media/image1.png')),
  'xl/ctrlProps/ctrlProp1.xml': `${DECLARATION}<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="CheckBox" fmlaLink="表样!$C$7" lockText="1"/>`,
  'xl/printerSettings/printerSettings1.bin': Uint8Array.of(1, 2, 3, 4, 5),
  'xl/media/image1.png': PIXEL,
};

/** The template, with some parts replaced, or with null left out. */
export function makeFixture(changes: Readonly<Record<string, string | Uint8Array | null>> = {}): Uint8Array {
  const parts = Object.entries({ ...PARTS, ...changes });
  return joinZip(parts.flatMap(([name, content]) => (content === null ? [] : [packPart(name, content)])));
}
