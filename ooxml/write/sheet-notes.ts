/** Notes on cells: the texts, and the boxes in which old and new programs show them. */
import type { CellPlace } from '../read/cell-address.ts';
import { cellAddress } from '../read/cell-address.ts';
import { escapeXml, XML_DECLARATION } from '../xml/xml-text.ts';
import { toTextXml } from './text-table.ts';

export interface SheetNote {
  readonly place: CellPlace;
  readonly text: string;
}

const FONT = '<rPr><sz val="9"/><color indexed="81"/><rFont val="宋体"/><charset val="134"/></rPr>';
const VML =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
/** Of a box, in columns and rows of the sheet. */
const SIZE = { columns: 3, rows: 4 };

export function writeComments(notes: readonly SheetNote[]): string {
  const items = notes.map(
    ({ place, text }) =>
      `<comment ref="${cellAddress(place)}" authorId="0"><text><r>${FONT}${toTextXml(text)}</r></text></comment>`,
  );
  return `${XML_DECLARATION}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author></author></authors><commentList>${items.join('')}</commentList></comments>`;
}

export function writeNoteBoxes(notes: readonly SheetNote[]): string {
  const type =
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  return `<xml ${VML}>${type}${notes.map(writeBox).join('')}</xml>`;
}

function writeBox({ place: { row, column } }: SheetNote, index: number): string {
  const anchor = [column, 6, row, 14, column + SIZE.columns, 2, row + SIZE.rows, 16].join(', ');
  return [
    `<v:shape id="${escapeXml(`_x0000_s${1025 + index}`)}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="infoBackground [80]" o:insetmode="auto">`,
    '<v:fill color2="infoBackground [80]"/><v:shadow color="none [81]" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>`,
    `<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}
