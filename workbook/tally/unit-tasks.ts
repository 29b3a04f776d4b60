/** What a unit has to do about what it sent, or has not sent: the lines of its note. */
import { showOwnName } from '../../rules/tally/returned-file.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import { groupBy } from '../../rules/group-by.ts';
import { showValue } from '../../rules/tally/sheet-entries.ts';
import type { TallyMember, UnitTally } from '../../rules/tally/unit-tally.ts';
import type { ScoreSheetLayout } from '../score-sheet/score-sheet-layout.ts';
import { createEntryFinder } from './entry-cells.ts';

interface UnitTask {
  /** The file that it is about; empty where there is none. */
  readonly file: string;
  /** `D13`; empty where the whole file is meant. */
  readonly cell: string;
  /** One Chinese sentence. */
  readonly message: string;
}

export interface UnitTasks {
  readonly unit: TallyMember;
  readonly tasks: readonly UnitTask[];
}

/** Every unit that has to do something, in the order of the tally. */
export function* listUnitTasks(tally: Tally, layout: ScoreSheetLayout): Generator<UnitTasks> {
  const rejected = groupBy(tally.rejected, ({ tie }) => tie.unitNumber);
  const duplicates = new Map(tally.duplicates.map((duplicate) => [duplicate.unitNumber, duplicate]));
  const placeOf = createEntryFinder(layout);
  const { scoreSheet } = tally.scheme;
  for (const each of tally.units) {
    const { unit, state } = each;
    const tasks: UnitTask[] = [];
    if (state === 'missing') {
      tasks.push({ file: '', cell: '', message: '还没有收到贵单位的评分表，请填好发出的评分表（.xlsx）后报送。' });
    }
    const duplicate = state === 'undecided' ? duplicates.get(unit.number) : undefined;
    const copies =
      duplicate?.files.map(({ path }, index) => `第 ${index + 1} 份：${showOwnName(path)}`).join('\n') ?? '';
    // Where only the scorer's column differs the unit cannot say which one holds.
    const own = duplicate?.differences.filter(({ entry }) => entry.column === 'self') ?? [];
    for (const [index, { entry, values }] of own.entries()) {
      const said = values.map((value, index) => `第 ${index + 1} 份是 ${showValue(value, scoreSheet)}`).join('，');
      const { cell } = placeOf(entry);
      tasks.push({
        file: index === 0 ? copies : '',
        cell,
        message: `几份评分表不一致：${said}，请确认以哪一份为准，重新报送那一份。`,
      });
    }
    // A file that was mended since is no matter any more.
    if (state !== 'counted') tasks.push(...listFaults(rejected.get(unit.number) ?? []));
    tasks.push(...listAsked(each));
    if (tasks.length > 0) yield { unit, tasks };
  }
}

function listFaults(rejected: Tally['rejected']): UnitTask[] {
  return rejected.flatMap(({ path, faults }) =>
    faults
      .filter(({ isForUnit }) => isForUnit === true)
      .map(({ cell, message }) => ({ file: showOwnName(path), cell: cell ?? '', message })),
  );
}

function listAsked({ file }: UnitTally): UnitTask[] {
  return (file?.warnings ?? [])
    .filter(({ isForUnit }) => isForUnit === true)
    .map(({ cell, message }) => ({ file: showOwnName(file?.path ?? ''), cell: cell ?? '', message }));
}
