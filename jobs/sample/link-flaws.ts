/** One breach of each rule about 申报编号, by which other sheets name rows of 推荐名单, and about 人工确认. */
import { question, applicationOf, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import { dropLinkedRows } from './nominations.ts';
import type { Row } from './row.ts';
import type { Victims } from './victims.ts';

export function* plantLinkFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  yield plantStrayRow(sample);
  // Nothing is asked about a number that is blank or taken, so that their other rows can go.
  const blank = victims.takeNominee(() => true).row;
  dropLinkedRows(sample, blank);
  blank.set('申报编号', null);
  yield violation('application-blank', 'nominees', blank, '申报编号');
  yield plantSharedNumber(sample, victims);
  if (sample.tables.confirmations.length > 0) yield* plantConfirmations(sample, victims);
}

function plantStrayRow({ tables }: Sample): RowFlaw {
  for (const sheet of ['confirmations', 'materials', 'expertScores', 'objections'] as const) {
    const [first] = tables[sheet];
    if (!first) continue;
    const stray: Row = new Map([...first, ['申报编号', '没有这一项']]);
    tables[sheet].push(stray);
    return violation('application-unknown', sheet, stray, '申报编号');
  }
  throw new RangeError('no sheet names an application');
}

function plantSharedNumber(sample: Sample, victims: Victims): RowFlaw {
  const [first, later] = victims.takeTwoNominees(() => true);
  dropLinkedRows(sample, later);
  later.set('申报编号', first.get('申报编号') ?? null);
  return violation('application-twice', 'nominees', later, '申报编号');
}

function* plantConfirmations(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  const { confirmations } = sample.tables;
  const rowOf = (nominee: PlacedNominee) =>
    confirmations.find((row) => row.get('申报编号') === applicationOf(nominee) && row.get('结论') === true);
  const take = () => {
    const nominee = victims.takeNominee((each) => rowOf(each) !== undefined);
    const row = rowOf(nominee);
    if (!row) throw new RangeError('nothing is confirmed of a nominee with confirmations');
    return { nominee, row };
  };
  const odd: Row = new Map([...take().row, ['条件', '不在所列之内']]);
  confirmations.push(odd);
  yield violation('condition-unknown', 'confirmations', odd, '条件');

  const twice: Row = new Map(take().row);
  confirmations.push(twice);
  yield violation('confirmation-twice', 'confirmations', twice, '条件');

  const unsigned = take();
  const condition = unsigned.nominee.award.conditions.find(({ demand }) => demand === unsigned.row.get('条件'));
  if (!condition) throw new RangeError('what is confirmed is no condition');
  unsigned.row.set('确认人', null);
  yield question(condition.id, 'confirmations', unsigned.row, '确认人');
}
