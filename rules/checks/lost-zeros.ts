/** 编号: leading zeros that a spreadsheet took off. They are read all the same; somebody puts them back before numbers go out on paper. */
import type { Finding } from '../finding.ts';
import type { MemberUnit } from '../master-roster.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';
import { largestOf } from '../largest.ts';

/**
 * One note, with every cell: of numbers that another sheet has with their zeros, else of those that are shorter than all others.
 * @param holds the cells to tell of; all where left out
 */
export function* noteLostZeros(index: RosterIndex, holds: (cell: CellRef) => boolean = () => true): Iterable<Finding> {
  const differing = findDiffering(index);
  const short = differing.length > 0 ? [] : listShort(index);
  const [first, ...rest] = [...differing, ...short].filter(({ cell }) => holds(cell));
  if (!first) return;
  const count = 1 + rest.length;
  yield {
    rule: 'zeros-lost',
    severity: 'note',
    cite: null,
    where: [first.cell, ...rest.map(({ cell }) => cell)],
    nominations: [],
    message: first.whole
      ? `有 ${count} 个编号开头的 0 丢了（例如“${first.number}”就是“${first.whole}”），按同一家单位读取`
      : `有 ${count} 家单位的编号比其余的短（例如“${first.number}”），开头的 0 可能丢了`,
    found: first.number,
    mend: '把各表的编号列设为文本格式，补上开头的 0；不补也认得是同一家',
  };
}

interface LostZero {
  readonly cell: CellRef;
  readonly number: string;
  /** As another sheet has it; null where no sheet does. */
  readonly whole: string | null;
}

function listShort({ roster }: RosterIndex): LostZero[] {
  const { short } = findShort(roster.memberUnits);
  return short.map((unit) => ({ cell: cellOf('memberUnits', unit, '编号'), number: unit.number, whole: null }));
}

/** A cell that holds the number of a unit in another sheet. */
interface NumberCell {
  readonly cell: CellRef;
  readonly unitNumber: string;
}

function listNumberCells({ roster }: RosterIndex): NumberCell[] {
  return [
    ...roster.nominees.map((row) => ({ cell: cellOf('nominees', row, '单位编号'), unitNumber: row.unitNumber })),
    ...roster.scores.map((row) => ({ cell: cellOf('scores', row, '编号'), unitNumber: row.unitNumber })),
    ...roster.projects.map((row) => ({ cell: cellOf('projects', row, '单位编号'), unitNumber: row.unitNumber })),
  ];
}

/** Every cell whose number has lost zeros, with the number as it was: that of another sheet, or as long as all others. */
export function restoreZeros(
  index: RosterIndex,
): { readonly cell: CellRef; readonly number: string; readonly whole: string }[] {
  const { roster, units } = index;
  const cells = listNumberCells(index);
  const wholes = new Map(roster.memberUnits.map((unit) => [unit, unit.number]));
  for (const { unitNumber } of cells) {
    const unit = units.find(unitNumber);
    if (unit && unitNumber.length > (wholes.get(unit) ?? '').length) wholes.set(unit, unitNumber);
  }
  const { short, length } = findShort([...wholes].map(([unit, number]) => ({ unit, number })));
  for (const { unit, number } of short) wholes.set(unit, number.padStart(length, '0'));
  const restore = (cell: CellRef, number: string, unit: MemberUnit | undefined) => {
    const whole = unit && wholes.get(unit);
    return whole === undefined || whole === number ? [] : [{ cell, number, whole }];
  };
  return [
    ...roster.memberUnits.flatMap((unit) => restore(cellOf('memberUnits', unit, '编号'), unit.number, unit)),
    ...cells.flatMap(({ cell, unitNumber }) => restore(cell, unitNumber, units.find(unitNumber))),
  ];
}

/** Rows whose number differs from their unit's in zeros alone: whichever of the two is shorter has lost them. */
function findDiffering(index: RosterIndex): LostZero[] {
  const found = new Map<string, LostZero>();
  for (const { cell, unitNumber } of listNumberCells(index)) {
    const unit = index.units.find(unitNumber);
    if (!unit || unit.number === unitNumber) continue;
    const isOfRow = unitNumber.length < unit.number.length;
    const own = isOfRow ? cell : cellOf('memberUnits', unit, '编号');
    const [number, whole] = isOfRow ? [unitNumber, unit.number] : [unit.number, unitNumber];
    found.set(`${own.sheet} ${own.row ?? ''}`, { cell: own, number, whole });
  }
  return [...found.values()];
}

/** From this length on a numbering is one of codes, with the district in front, and not one of counting. */
const SHORTEST_CODE = 4;

/** Of numbers that are digits alone. A counting that goes on from 9999 to 10000 has lost nothing. @returns those that are shorter, and how long the others are */
function findShort<Unit extends { readonly number: string }>(
  units: readonly Unit[],
): { readonly short: Unit[]; readonly length: number } {
  const coded = units.filter(({ number }) => /^\d+$/.test(number));
  const length = Math.max(0, largestOf(coded.map(({ number }) => number.length)));
  const isPadded = coded.some(({ number }) => number.length === length && number.startsWith('0'));
  const numbers = new Set(coded.map(({ number }) => number));
  const short = coded.filter(({ number }) => number.length < length);
  const isCounting =
    short.some(({ number }) => number.length < length - 1) || numbers.has('9'.repeat(Math.max(0, length - 1)));
  return { short: !isPadded && (length < SHORTEST_CODE || isCounting) ? [] : short, length };
}
