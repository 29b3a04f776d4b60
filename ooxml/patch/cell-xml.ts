import { columnLetters, type CellPlace } from '../read/cell-address.ts';
import { escapeXml } from '../xml/xml-text.ts';

/** A new value of a cell; null empties it and leaves its format. */
export interface CellChange extends CellPlace {
  readonly value: string | number | null;
  /** The format that takes the place of the one that is there (`s` as written). */
  readonly restyle?: ((style: string | undefined) => string | undefined) | undefined;
}

/**
 * The XML of a cell that holds its new value; text stands in the cell itself.
 * @param prefix of the sheet's elements: empty, or `x:`
 * @param written the format (`s`) that is there, as written
 * @throws {RangeError} for a number that is not finite
 */
export function writeCellXml(prefix: string, change: CellChange, written: string | undefined): string {
  const { row, column, value, restyle } = change;
  const style = restyle ? restyle(written) : written;
  const address = columnLetters(column) + String(row);
  const head = `<${prefix}c r="${address}"${style === undefined ? '' : ` s="${style}"`}`;
  if (value === null) return `${head}/>`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} in ${address}`);
    return `${head}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  }
  const text = escapeXml(escapeControls(value));
  return `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** XML cannot hold most control characters: `_x0007_` stands for one, and a typed `_x0007_` is written `_x005F_x0007_`. */
function escapeControls(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, (char) => `_x${hex(char)}_`)
      .replace(/\p{Cs}/gu, '\ufffd')
  );
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
