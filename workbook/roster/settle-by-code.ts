/** A nomination as its unit's 统一社会信用代码 has it. */
import type { CellNote, MemberUnit, Nominee } from '../../rules/master-roster.ts';
import { cellOf } from '../../rules/roster-cell.ts';
import { textKey } from '../../rules/same-text.ts';
import { quoteForUser } from '../intake/quote.ts';

interface ByCode {
  readonly unit: MemberUnit;
  /** The unit whose number the row bears. */
  readonly ofNumber: MemberUnit | undefined;
}

/** The row with the number and the name of the unit whose code it bears, and a note for each cell that has another's. A blank name stays blank. */
export function settleByCode(nominee: Nominee, { unit, ofNumber }: ByCode, notes: CellNote[]): Nominee {
  const facts = new Map(nominee.facts);
  const owner = `统一社会信用代码${quoteForUser(nominee.creditCode ?? '')}是编号${quoteForUser(unit.number)}的${quoteForUser(unit.name)}`;
  const settle = (heading: string, written: string, canonical: string, whose = '') => {
    const found = written === '' ? '空白' : quoteForUser(written);
    const message = `${written === '' ? '没有填写' : `写的是${found}${whose}`}，而${owner}，按${quoteForUser(canonical)}读取`;
    notes.push({ cell: cellOf('nominees', nominee, heading), kind: 'unit-by-code', message, found, canonical });
    facts.set(heading, canonical);
  };
  if (ofNumber !== unit) {
    const whose = ofNumber ? `（${quoteForUser(ofNumber.name)}）` : '';
    settle('单位编号', nominee.unitNumber, unit.number, whose);
  }
  const isOther = (name: string) => name !== '' && textKey(name) !== textKey(unit.name);
  const isRenamed = unit.name !== '' && isOther(nominee.unitName);
  if (isRenamed) settle('单位名称', nominee.unitName, unit.name);
  // The unit itself is honoured, under the name that the row has for it.
  const isUnitItself = isRenamed && textKey(nominee.name) === textKey(nominee.unitName);
  const honoured = nominee.facts.get('受奖集体');
  if (isUnitItself && typeof honoured === 'string') settle('受奖集体', honoured, unit.name);
  return {
    ...nominee,
    unitNumber: ofNumber === unit ? nominee.unitNumber : unit.number,
    unitName: isRenamed ? unit.name : nominee.unitName,
    name: isUnitItself ? unit.name : nominee.name,
    facts,
  };
}
