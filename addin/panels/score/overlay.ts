/** What the panel has written and not yet read again, laid over what it read last. */
import { readAddress } from '../../../ooxml/read/cell-address.ts';
import type { Cell, SheetContent, SheetRow } from '../../../ooxml/read/sheet-content.ts';
import type { Written } from './plan-writes.ts';

/** A value that is shown before the sheet is known to hold it. */
interface Entry {
  readonly address: string;
  readonly value: Written;
  /** The host has written it: the next reading tells. */
  isLanded: boolean;
}

export class Overlay {
  private readonly entries = new Map<string, Entry>();

  /** Instead of what was laid over this cell before. */
  set(address: string, value: Written): void {
    this.entries.set(address, { address, value, isLanded: false });
  }

  /** What lies over these cells now, each once. */
  take(addresses: readonly string[]): readonly Entry[] {
    return [...new Set(addresses)].flatMap((address) => this.entries.get(address) ?? []);
  }

  /** The host has written these. */
  land(entries: readonly Entry[]): void {
    for (const entry of entries) entry.isLanded = true;
  }

  landed(): readonly Entry[] {
    return [...this.entries.values()].filter(({ isLanded }) => isLanded);
  }

  /** Takes these away, except where another value has taken their place. */
  drop(entries: readonly Entry[]): void {
    for (const entry of entries) if (this.entries.get(entry.address) === entry) this.entries.delete(entry.address);
  }

  /** A sheet as it will be once all of this is written. */
  layOver(content: SheetContent): SheetContent {
    if (this.entries.size === 0) return content;
    const rows = new Map(content.rows.map((row) => [row.number, row]));
    for (const { address, value } of this.entries.values()) {
      const place = readAddress(address);
      if (!place) throw new RangeError(`no address: ${address}`);
      rows.set(place.row, setCell(rows.get(place.row), place.row, place.column, value));
    }
    return { ...content, rows: [...rows.values()].sort((a, b) => a.number - b.number) };
  }
}

function setCell(row: SheetRow | undefined, number: number, column: number, value: Written): SheetRow {
  const cells = row?.cells ?? [];
  const old = cells.find((cell) => cell.column === column);
  const others = cells.filter((cell) => cell !== old);
  const base = { column, style: old?.style ?? 0, formula: false };
  const added: Cell[] =
    value === null
      ? []
      : [
          typeof value === 'number'
            ? { ...base, kind: 'number', value, isDate: false }
            : { ...base, kind: 'text', text: value },
        ];
  return { number, cells: [...others, ...added].sort((a, b) => a.column - b.column) };
}

/** What stands in a cell, as it could be written back. */
export function writtenIn(cell: Cell | undefined): Written {
  if (cell === undefined) return null;
  switch (cell.kind) {
    case 'uncomputed':
      return null;
    case 'number':
      return cell.value;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    default:
      return cell.text;
  }
}
