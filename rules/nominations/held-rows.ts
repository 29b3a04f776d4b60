/** Why a row of a list is not taken, where nobody but the district can mend it. */
import { hideLongNumbers } from '../id-number.ts';
import type { MemberFinder } from './chosen-unit.ts';
import type { FoundRow } from './gathered-row.ts';
import type { RowRemark } from './returned-nominations.ts';

export const ofUnit = (message: string): RowRemark => ({ heading: '单位名称', message });
export const ofNumber = (message: string): RowRemark => ({ heading: '申报编号', message });

/** Nobody can say which nomination of which unit it is. */
export function whyUnknown({ row, unit, application }: FoundRow): RowRemark | null {
  if (row.doubt !== null) return { heading: null, message: row.doubt };
  if (hideLongNumbers(application) !== application) {
    return ofNumber('申报编号像是身份证号或电话，没有写进总名册；请照发出的推荐表改正编号后重新报送。');
  }
  if (unit) return null;
  return ofUnit('单位不在会员单位表中，或编号与名称不是同一家，没有写进总名册；请核对“选择单位”，改正后重新报送。');
}

/** Rows that are named in one sentence; the others are counted. */
const MOST_NAMED = 3;

/**
 * Its number is another's.
 * @param alike all rows with its number
 */
export function whyTaken(
  { unit, application, nominee, file }: FoundRow,
  alike: readonly FoundRow[],
  { byNumber }: MemberFinder,
): RowRemark | null {
  if (alike.length > 1) {
    const named = alike.slice(0, MOST_NAMED).map((each) => `${each.file.district}第 ${each.row.row} 行`);
    const rows = `${named.join('、')}${alike.length > MOST_NAMED ? '等' : ''}`;
    return ofNumber(
      `申报编号“${application}”有 ${alike.length} 行（${rows}），都没有写进总名册；请照发出的推荐表改正编号后重新报送。`,
    );
  }
  const holder = nominee && byNumber.find(nominee.unitNumber);
  if (holder && holder !== unit && holder.district !== file.district) {
    return ofNumber(
      `申报编号“${application}”在总名册里是“${holder.district}”的，没有写进总名册；请照发出的推荐表改正编号后重新报送。`,
    );
  }
  return null;
}
