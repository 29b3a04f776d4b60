/** 身份证号: well-formed, and in agreement with 出生年月 and 性别. Nothing here shows a number. */
import type { CitedRule, Finding } from '../finding.ts';
import { ID_NUMBER_FAULT, readIdNumber } from '../id-number.ts';
import type { Nominee } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';
import { findClauses } from './cited.ts';

const HIDDEN = '（不显示身份证号）';

/** Findings about the ID numbers of 推荐名单. A blank one is a missing field. */
export function* checkIdNumbers(index: RosterIndex): Iterable<Finding> {
  for (const nominee of index.roster.nominees) {
    if (nominee.idNumber === '') continue;
    yield* checkIdNumber(index, nominee);
  }
}

function* checkIdNumber(index: RosterIndex, nominee: Nominee): Iterable<Finding> {
  const reading = readIdNumber(nominee.idNumber);
  if (reading.faults.length > 0) {
    const message = reading.faults.map((fault) => ID_NUMBER_FAULT[fault]).join('；');
    yield* report(index, nominee, {
      rule: 'id-number-malformed',
      where: [cellOf('nominees', nominee, '身份证号')],
      message,
      found: HIDDEN,
      mend: '对照身份证原件更正',
    });
    return;
  }
  if (index.awardByName.get(nominee.award)?.recipient !== 'person') return;
  const mend = '对照身份证原件更正其中一处';
  if (nominee.birthMonth !== '' && nominee.birthMonth !== reading.birthMonth) {
    const where = [cellOf('nominees', nominee, '出生年月'), cellOf('nominees', nominee, '身份证号')] as const;
    yield* report(index, nominee, {
      rule: 'id-number-birth',
      where,
      message: '出生年月与身份证号中的不一致',
      found: nominee.birthMonth,
      mend,
    });
  }
  if (nominee.sex !== '' && nominee.sex !== reading.sex) {
    const where = [cellOf('nominees', nominee, '性别'), cellOf('nominees', nominee, '身份证号')] as const;
    yield* report(index, nominee, {
      rule: 'id-number-sex',
      where,
      message: '性别与身份证号中的不一致',
      found: nominee.sex,
      mend,
    });
  }
}

type Fault = Pick<Finding, 'where' | 'message' | 'found' | 'mend'> & { readonly rule: CitedRule };

function* report(index: RosterIndex, nominee: Nominee, fault: Fault): Iterable<Finding> {
  const cite = findClauses(index, fault.rule)?.(nominee);
  if (cite) yield { ...fault, severity: 'violation', cite, nominations: [nominee] };
}
