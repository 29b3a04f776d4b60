import { cellAddress, isInRange, readRange, type CellPlace, type CellRange } from '../read/cell-address.ts';
import type { Edit } from '../xml/xml-edit.ts';
import { dropAttributes, readAttribute, type XmlTag } from '../xml/xml-tags.ts';

/** Makes a sheet's `dimension` hold these cells too; no edit where it does, or says nothing that can be read. */
export function widenDimension(tag: XmlTag, places: readonly CellPlace[]): Edit[] {
  const known = readRange(readAttribute(tag.attributes, 'ref') ?? '');
  if (known === undefined) return [];
  const wide = places.reduce(includePlace, known);
  if (wide === known) return [];
  const ref = `${cellAddress(wide.first)}:${cellAddress(wide.last)}`;
  const end = tag.kind === 'empty' ? '/>' : '>';
  const text = `<${tag.rawName}${dropAttributes(tag.attributes, 'ref')} ref="${ref}"${end}`;
  return [{ start: tag.start, end: tag.end, by: [text] }];
}

function includePlace(range: CellRange, place: CellPlace): CellRange {
  if (isInRange(place, range)) return range;
  const { first, last } = range;
  return {
    first: { row: Math.min(first.row, place.row), column: Math.min(first.column, place.column) },
    last: { row: Math.max(last.row, place.row), column: Math.max(last.column, place.column) },
  };
}
