/** 统一社会信用代码: one unit in two rows, and rows whose number and code are of different units. */
import type { Finding } from '../finding.ts';
import type { MemberUnit, Nominee } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import { CREDIT_CODE_COLUMN } from '../roster-columns.ts';
import type { RosterIndex } from '../roster-index.ts';
import { RowsByKey } from '../rows-by-key.ts';
import { UnitFinder } from '../unit-identity.ts';

const { heading: HEADING } = CREDIT_CODE_COLUMN;

export function* checkUnitCodes(index: RosterIndex): Iterable<Finding> {
  yield* findSharedCodes(index);
  yield* findContraryCodes(index);
}

function* findSharedCodes({ roster, nomineesByUnit }: RosterIndex): Iterable<Finding> {
  const byCode = new RowsByKey(roster.memberUnits, ({ creditCode }) => creditCode ?? '');
  for (const [first, ...rest] of byCode.groups()) {
    if (!first) continue;
    for (const unit of rest) {
      yield {
        rule: 'duplicate-unit-code',
        severity: 'violation',
        cite: null,
        where: [cellOf('memberUnits', unit, HEADING), cellOf('memberUnits', first, HEADING)],
        nominations: [...new Set([unit, first].flatMap(({ number }) => nomineesByUnit.all(number)))],
        message: `${nameUnit(unit)}与第 ${first.row} 行${nameUnit(first)}的统一社会信用代码相同，是同一家单位`,
        found: unit.creditCode ?? '',
        mend: '同一单位只保留一行和一个编号；确是两家的，照营业执照更正其中一家的代码',
      };
    }
  }
}

/** Nobody can say whose such a nomination is: it waits for an answer. */
function* findContraryCodes({ roster, units }: RosterIndex): Iterable<Finding> {
  const coded = roster.nominees.filter(({ creditCode }) => creditCode !== undefined);
  if (coded.length === 0) return;
  const finder = new UnitFinder(units);
  for (const nominee of coded) {
    const { unitNumber: number, unitName: name, creditCode } = nominee;
    const identity = finder.identify({ number, name, creditCode });
    if (identity.kind === 'contrary') yield describeContrary(nominee, identity.unit, identity.ofCode);
  }
}

function describeContrary(nominee: Nominee, unit: MemberUnit, ofCode: MemberUnit | undefined): Finding {
  const { creditCode = '' } = nominee;
  const whose = ofCode ? `是${nameUnit(ofCode)}的` : '不是会员单位表中任何一家的';
  const own = unit.creditCode === undefined ? '没有填写代码' : `的代码是“${unit.creditCode}”`;
  return {
    rule: 'unit-code-differs',
    severity: 'question',
    cite: null,
    where: [
      cellOf('nominees', nominee, HEADING),
      cellOf('nominees', nominee, '单位编号'),
      cellOf('memberUnits', unit, HEADING),
    ],
    nominations: [nominee],
    message: `单位编号是${nameUnit(unit)}的，会员单位表中它${own}；而这里填的“${creditCode}”${whose}`,
    found: creditCode,
    mend: '照营业执照更正代码，或更正单位编号和名称；编号无误而代码一时核不清的，在“决定”表写“同意”，按编号认定',
    ...(unit.creditCode !== undefined && { candidates: [unit.creditCode] }),
  };
}

function nameUnit({ number, name }: MemberUnit): string {
  return number === '' ? `“${name}”` : `编号“${number}”的“${name}”`;
}
