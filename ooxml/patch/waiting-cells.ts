import { cellAddress, isInRange, type CellPlace, type CellRange } from '../read/cell-address.ts';
import { readAttribute, type XmlTag } from '../xml/xml-tags.ts';
import { writeCellXml, type CellChange } from './cell-xml.ts';

/** A cell was to be changed that must not be. */
export class CellRefused extends Error {
  constructor(
    readonly address: string,
    readonly why: 'formula' | 'locked',
  ) {
    super(`${address}: ${why}`);
  }
}

/** The changes of a sheet that are not written yet, handed out as XML in the order of their places. */
export class WaitingCells {
  /** Of the sheet's elements: empty, or `x:`. */
  prefix = '';
  private waiting: CellChange[];
  private readonly columnStyles: { first: number; last: number; style: string }[] = [];

  /** @param isLocked by the format of the cell (`s`) */
  constructor(
    changes: readonly CellChange[],
    private readonly isLocked: (style: number) => boolean,
  ) {
    this.waiting = [...changes].sort((a, b) => a.row - b.row || a.column - b.column);
  }

  /** A `col` of the sheet: new cells below it take its format. */
  keepColumnStyle({ attributes }: XmlTag): void {
    const style = readAttribute(attributes, 'style');
    if (style === undefined) return;
    const [first, last] = [Number(readAttribute(attributes, 'min')), Number(readAttribute(attributes, 'max'))];
    this.columnStyles.push({ first, last, style });
  }

  isNext({ row, column }: CellPlace): boolean {
    const [next] = this.waiting;
    return next?.row === row && next.column === column;
  }

  findIn(block: CellRange): CellPlace | undefined {
    return this.waiting.find((change) => isInRange(change, block));
  }

  /** Lets go of the next change; its place. */
  dropNext(): CellPlace[] {
    return this.waiting.splice(0, 1);
  }

  /** Lets go of the changes in a block; their places. */
  dropIn(block: CellRange): CellPlace[] {
    const dropped = this.waiting.filter((change) => isInRange(change, block));
    if (dropped.length > 0) this.waiting = this.waiting.filter((change) => !isInRange(change, block));
    return dropped;
  }

  /** The changes in rows above `before`, as rows. */
  writeRows(before: number): string {
    let rows = '';
    for (let [next] = this.waiting; next !== undefined && next.row < before; [next] = this.waiting) {
      const { row } = next;
      let cells = '';
      while (this.waiting[0]?.row === row) cells += this.writeNew(undefined);
      rows += `<${this.prefix}row r="${row}">${cells}</${this.prefix}row>`;
    }
    return rows;
  }

  /** The changes of the row `number` left of column `before`, as cells. */
  writeCells({ attributes }: XmlTag, number: number, before: number): string {
    const isFormatted = /^(1|true)$/.test(readAttribute(attributes, 'customFormat') ?? '');
    const style = isFormatted ? readAttribute(attributes, 's') : undefined;
    let cells = '';
    while (this.waiting[0]?.row === number && this.waiting[0].column < before) cells += this.writeNew(style);
    return cells;
  }

  /** The next change as a cell of this format. @throws {CellRefused} when that is locked */
  writeNext(style: string | undefined): string {
    const change = this.waiting.shift();
    if (change === undefined) return '';
    if (this.isLocked(Number(style ?? 0))) throw new CellRefused(cellAddress(change), 'locked');
    return writeCellXml(this.prefix, change, style);
  }

  /** The next change where there is no cell yet. */
  private writeNew(rowStyle: string | undefined): string {
    const column = this.waiting[0]?.column ?? 0;
    const below = this.columnStyles.find(({ first, last }) => column >= first && column <= last);
    return this.writeNext(rowStyle ?? below?.style);
  }
}
