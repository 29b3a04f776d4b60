/** A piece of a sheet as Excel gives it, light enough to be handed to the worker. */
import { isDateCode, PLAIN_STYLE, type CellStyle } from '../../ooxml/read/read-styles.ts';
import type { Cell, SheetRow } from '../../ooxml/read/sheet-content.ts';

export interface GridBlock {
  /** Of the corner, from 1. */
  readonly row: number;
  readonly column: number;
  /** Row by row; '' is blank. */
  readonly values: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  /** With `=`; absent where nobody asks for them. */
  readonly formulas?: readonly (readonly unknown[])[];
}

/** The formats of cells met so far, by their code. Whether a cell is locked is not known. */
export class FormatTable {
  readonly styles: CellStyle[] = [PLAIN_STYLE];
  private readonly known = new Map<string, number>([['General', 0]]);

  indexOf(code: string): number {
    const known = this.known.get(code);
    if (known !== undefined) return known;
    const minDigits = /^0+$/.test(code) ? code.length : 0;
    const index = this.styles.push({ ...PLAIN_STYLE, isDate: isDateCode(code), minDigits }) - 1;
    this.known.set(code, index);
    return index;
  }
}

/** The rows of a block that hold something. */
export function rowsOfBlock(block: GridBlock, formats: FormatTable): SheetRow[] {
  return block.values.flatMap((values, rowIndex) => {
    const cells = values.flatMap((value, columnIndex): Cell[] => {
      const code = block.formats[rowIndex]?.[columnIndex];
      const formula = block.formulas?.[rowIndex]?.[columnIndex];
      const style = formats.indexOf(typeof code === 'string' ? code : 'General');
      const base = {
        column: block.column + columnIndex,
        style,
        formula: typeof formula === 'string' && formula.startsWith('=') && formula !== value,
      };
      return toCell(value, base, formats.styles[style]?.isDate ?? false);
    });
    return cells.length === 0 ? [] : [{ number: block.row + rowIndex, cells }];
  });
}

/** Excel's own error values: they come as text. */
const ERROR =
  /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$/;

function toCell(value: unknown, base: Pick<Cell, 'column' | 'style' | 'formula'>, isDate: boolean): Cell[] {
  if (typeof value === 'number') return [{ ...base, kind: 'number', value, isDate }];
  if (typeof value === 'boolean') return [{ ...base, kind: 'boolean', value }];
  if (typeof value !== 'string' || (value === '' && !base.formula)) return [];
  return [{ ...base, kind: ERROR.test(value) ? 'error' : 'text', text: value }];
}
