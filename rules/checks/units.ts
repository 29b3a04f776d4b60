/** 会员单位: rows that count a unit twice, or into no district. */
import type { Finding } from '../finding.ts';
import type { MemberUnit } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';
import { looseUnitKey, textKey } from '../same-text.ts';
import { RowsByKey } from '../rows-by-key.ts';
import { unitNumberKey } from '../unit-number.ts';
import { whenCited } from './cited.ts';

/** Findings about the rows of 会员单位. */
export function* checkUnits(index: RosterIndex): Iterable<Finding> {
  yield* findBlankNumbers(index);
  yield* findDuplicateNumbers(index);
  yield* findUnknownDistricts(index);
  yield* findUnknownSequences(index);
  yield* findTwoNames(index);
}

/** Nobody can name a unit without a number, and no nomination is judged by its row. */
function* findBlankNumbers({ roster }: RosterIndex): Iterable<Finding> {
  for (const unit of roster.memberUnits) {
    if (unit.number !== '') continue;
    yield {
      rule: 'unit-number-blank',
      severity: 'violation',
      cite: null,
      where: [cellOf('memberUnits', unit, '编号')],
      nominations: [],
      message: `“${unit.name}”没有编号`,
      found: '空白',
      mend: '给这家单位一个编号；不是会员单位的，把这一行移到表外',
    };
  }
}

function* findDuplicateNumbers({ roster, nomineesByUnit }: RosterIndex): Iterable<Finding> {
  const alike = new RowsByKey(roster.memberUnits, ({ number }) => number, unitNumberKey);
  for (const [first, ...rest] of alike.groups()) {
    if (!first) continue;
    for (const unit of rest) {
      // The code says that they are one: said there, once.
      if (haveOneCode(unit, first)) continue;
      const isAlike = unit.number !== first.number;
      yield {
        rule: 'duplicate-unit-number',
        severity: 'violation',
        cite: null,
        where: [cellOf('memberUnits', unit, '编号'), cellOf('memberUnits', first, '编号')],
        nominations: [...nomineesByUnit.all(unit.number), ...(isAlike ? nomineesByUnit.all(first.number) : [])],
        message: `编号“${unit.number}”与第 ${first.row} 行“${first.name}”的编号${isAlike ? `“${first.number}”只差开头的 0` : '相同'}${tellCodes(unit, first)}`,
        found: unit.number,
        mend: '给两家单位不同的编号；如是同一单位，删去多余的一行',
      };
    }
  }
}

function* findUnknownDistricts({ roster, districtByName, scheme, nomineesByUnit }: RosterIndex): Iterable<Finding> {
  if (scheme.districts.length === 0) return;
  for (const unit of roster.memberUnits) {
    if (districtByName.has(unit.district)) continue;
    yield {
      rule: 'unknown-district',
      severity: 'violation',
      cite: null,
      where: [cellOf('memberUnits', unit, '所属')],
      nominations: nomineesByUnit.all(unit.number),
      message: `所属“${unit.district}”不是名额分配表中的名称`,
      found: unit.district || '空白',
      mend: `改为以下名称之一：${scheme.districts.map(({ name }) => name).join('、')}`,
      candidates: scheme.districts.map(({ name }) => name),
    };
  }
}

/** Only of nominated units: the sequence serves the rosters, and nobody else stands in them. */
function* findUnknownSequences({ roster, units, scheme, nomineesByUnit }: RosterIndex): Iterable<Finding> {
  if (scheme.roster.sequence === null) return;
  const known = new Set(roster.sequence);
  const nominated = new Set(roster.nominees.map(({ unitNumber }) => units.find(unitNumber)));
  for (const unit of nominated) {
    if (!unit || known.has(unit.sequence)) continue;
    yield {
      rule: 'sequence-unknown',
      severity: 'question',
      cite: null,
      where: [cellOf('memberUnits', unit, '行业序列')],
      nominations: nomineesByUnit.all(unit.number),
      message: unit.sequence ? '行业序列不在“行业序列”表中' : '行业序列为空白',
      found: unit.sequence || '空白',
      mend: '填写“行业序列”表中的名称，或把该名称补入表中；在此之前名册把它排在最后',
    };
  }
}

/** The same name under two numbers is a violation, and with two codes a question; names alike but for city and legal form are a question without codes. */
function* findTwoNames(index: RosterIndex): Iterable<Finding> {
  yield* whenCited(index, 'same-unit-two-names', function* (cite, rule) {
    const byName = new Map<string, MemberUnit>();
    const byLooseName = new Map<string, MemberUnit>();
    for (const unit of index.roster.memberUnits) {
      const same = claim(byName, textKey(unit.name), unit);
      const alike = claim(byLooseName, looseUnitKey(unit.name, index.scheme.roster.regionNames), unit);
      const other = same ?? alike;
      if (!other || haveOneCode(unit, other) || (!same && haveTwoCodes(unit, other))) continue;
      if (unit.number !== '' && unitNumberKey(other.number) === unitNumberKey(unit.number)) continue;
      const isSame = same !== undefined && !haveTwoCodes(unit, other);
      yield {
        rule,
        severity: isSame ? 'violation' : 'question',
        cite: cite(),
        where: [cellOf('memberUnits', unit, '全称'), cellOf('memberUnits', other, '全称')],
        nominations: [unit, other].flatMap(({ number }) => index.nomineesByUnit.all(number)),
        message: `“${unit.name}”与第 ${other.row} 行“${other.name}”${same ? '是同一单位名称' : '很可能是同一单位'}${tellCodes(unit, other)}`,
        found: unit.name,
        mend: isSame
          ? '同一单位只保留一行和一个编号'
          : '核对营业执照；如是同一单位，只保留一行和一个编号；确是两家的，在“决定”表写“同意”',
      };
    }
  });
}

/** The unit that held the key before, if any; the first keeps it. */
function claim(units: Map<string, MemberUnit>, key: string, unit: MemberUnit): MemberUnit | undefined {
  if (key === '') return undefined;
  const holder = units.get(key);
  if (!holder) units.set(key, unit);
  return holder;
}

function haveOneCode(unit: MemberUnit, other: MemberUnit): boolean {
  return unit.creditCode !== undefined && unit.creditCode === other.creditCode;
}

/** Of two units, whatever they are called. */
function haveTwoCodes(unit: MemberUnit, other: MemberUnit): boolean {
  return unit.creditCode !== undefined && other.creditCode !== undefined && unit.creditCode !== other.creditCode;
}

/** Behind a message about two rows; empty where their codes say nothing. */
function tellCodes(unit: MemberUnit, other: MemberUnit): string {
  if (!haveTwoCodes(unit, other)) return '';
  return `，而统一社会信用代码不同（“${unit.creditCode ?? ''}”、“${other.creditCode ?? ''}”）`;
}
