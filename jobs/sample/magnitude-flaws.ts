/** A number in the smaller unit: 元 in a column of 万元. */
import { unitOfHeading } from '../../rules/checks/magnitudes.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import { sheetsOf } from '../../rules/sheets.ts';
import { question, type RowFlaw, type Sample } from './flaw.ts';

/** Of the largest number, which fails no condition for being larger; whoever's row it is. The last of all, for rows may have gone till then. */
export function* plantMagnitudes({ scheme, tables }: Sample): Iterable<RowFlaw> {
  for (const sheet of ['projects', 'memberUnits'] as const) {
    if (!sheetsOf(scheme).includes(sheet)) continue;
    for (const column of columnsOf(sheet, scheme)) {
      const unit = unitOfHeading(column);
      const [largest] = [...tables[sheet]].sort((a, b) => size(b.get(column.heading)) - size(a.get(column.heading)));
      if (!unit || !largest) continue;
      largest.set(column.heading, size(largest.get(column.heading)) * unit.factor);
      yield question('magnitude-odd', sheet, largest, column.heading);
    }
  }
}

function size(value: FactValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}
