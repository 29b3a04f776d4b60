/** Member units for which nothing can be sent out: it could not be told whose it is when it comes back, or must not be read by others. */
import type { RosterCheck } from './check-roster.ts';
import type { MemberUnit } from './master-roster.ts';
import { listUnpublishableUnits } from './publishable.ts';

/**
 * Why nothing goes out for a unit; null where it can.
 * @param papers what would hold its number and name: `评分表和文件名`
 */
export function makeAddressCheck(
  check: Pick<RosterCheck, 'index' | 'remarks'>,
  papers: string,
): (unit: MemberUnit) => string | null {
  const { scheme, units, districtByName } = check.index;
  const unpublishable = listUnpublishableUnits(check);
  return (unit) => {
    if (unit.number === '') return '编号为空白，请补填。';
    if (unit.name === '') return '全称为空白，请补填。';
    if (unpublishable.has(unit)) return `编号或名称里有不能公开的内容，不能写进${papers}，请更正。`;
    const first = units.find(unit.number);
    if (first && first !== unit) {
      const how = first.number === unit.number ? '相同' : `的“${first.number}”只差前导零`;
      return `编号“${unit.number}”与第 ${first.row} 行${how}，请改用不同的编号。`;
    }
    if (scheme.districts.length > 0 && !districtByName.has(unit.district)) {
      return `所属“${unit.district}”不是名额分配表中的名称，请更正。`;
    }
    return null;
  };
}
