/** Whose each file is: the unit must stand in the master roster, under the name that the sheet bears. */
import { textKey } from '../same-text.ts';
import type { ByUnitNumber } from '../unit-number.ts';
import type { AcceptedFile, FileRemark, RejectedFile, ReturnedFile, Tie } from './returned-file.ts';
import { PathTies } from './tie-file.ts';
import type { TallyMember } from './unit-tally.ts';

interface AdmittedFiles {
  readonly accepted: readonly AcceptedFile[];
  readonly rejected: readonly RejectedFile[];
}

/** Where every sheet has its unit's number and name: `D1`. */
export interface IdentityCells {
  readonly unitNumber: string;
  readonly unitName: string;
}

/** Every file becomes accepted or rejected, in the order of the files. */
export function admitFiles(
  files: readonly ReturnedFile[],
  units: ByUnitNumber<TallyMember>,
  cells: IdentityCells,
): AdmittedFiles {
  const accepted: AcceptedFile[] = [];
  const rejected: RejectedFile[] = [];
  const paths = new PathTies(units);
  const tie = (inside: TallyMember | undefined, path: string): Tie =>
    inside ? { unitNumber: inside.number, by: 'inside' } : paths.tie(path);
  for (const { path, sha256, savedAt, changedAt, outcome } of files) {
    if (outcome.kind === 'rejected') {
      const { faults, unitNumber, unitName } = outcome;
      const inside = units.find(unitNumber ?? '') ?? paths.findByName(unitName ?? '');
      rejected.push({ path, sha256, faults, tie: tie(inside, path) });
      continue;
    }
    const { sheet, warnings } = outcome;
    const unit = findUnit(units, sheet.unitNumber, sheet.unitName);
    const candidate = unit ?? paths.findByName(sheet.unitName);
    const fault = unit
      ? judgeName(unit, sheet.unitName, cells.unitName)
      : judgeNumber(units.findAlike(sheet.unitNumber), candidate, sheet.unitNumber, cells.unitNumber);
    if (fault) rejected.push({ path, sha256, faults: [fault], tie: tie(candidate, path) });
    else if (unit) {
      const advice = adviseOnName(unit, sheet.unitName, cells.unitName);
      const all = advice.length > 0 ? [...warnings, ...advice] : warnings;
      accepted.push({ path, sha256, savedAt, changedAt, unitNumber: unit.number, sheet, warnings: all });
    }
  }
  return { accepted, rejected };
}

/** By the number; where that leaves several, by the name among them. */
function findUnit(units: ByUnitNumber<TallyMember>, number: string, name: string): TallyMember | undefined {
  const unit = units.find(number);
  if (unit) return unit;
  const [only, other] = units.findAlike(number).filter((each) => textKey(each.name) === textKey(name));
  return other ? undefined : only;
}

/** @param named the only unit of the sheet's name */
function judgeNumber(
  alike: readonly TallyMember[],
  named: TallyMember | undefined,
  number: string,
  cell: string,
): FileRemark {
  if (number === '') {
    return { code: 'no-unit-number', cell, message: `${cell} 单元格没有单位编号，请填写编号后重新报送。` };
  }
  if (alike.length > 0) {
    const units = alike.map((unit) => `${unit.number}“${unit.name}”`).join('、');
    const message = `${cell} 单元格的编号“${number}”与总名册的 ${units}只差前导零，分不清是哪一家，请核对编号和单位名称后重新报送。`;
    return { code: 'unit-number-ambiguous', cell, message };
  }
  const what = `${cell} 单元格的编号“${number}”不在总名册的会员单位中`;
  const message = named
    ? `${what}，而单位名称与编号 ${named.number} 的“${named.name}”一致，是否 ${named.number}？请核对后改正编号重新报送。`
    : `${what}，请核对总名册或用本年度发出的评分表重新填写。`;
  return { code: 'unknown-unit', cell, message };
}

/** A sheet under another name may be another unit's: a person has to say whose scores these are. */
function judgeName(unit: TallyMember, name: string, cell: string): FileRemark | null {
  if (textKey(unit.name) === textKey(name)) return null;
  const message = `${cell} 单元格的单位名称是“${name}”，而总名册中编号 ${unit.number} 是“${unit.name}”，请核对是哪家单位的评分表，改正名称后重新报送。`;
  return { code: 'unit-name-changed', cell, message };
}

function adviseOnName(unit: TallyMember, name: string, cell: string): FileRemark[] {
  if (unit.name === name) return [];
  const message = `${cell} 单元格的单位名称“${name}”与总名册的“${unit.name}”写法不同，按同一家单位计，请核对。`;
  return [{ code: 'unit-name-spelling', cell, message }];
}
