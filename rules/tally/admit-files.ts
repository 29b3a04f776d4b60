/** Whose each file is: the unit must stand in the master roster, under the name that the sheet bears. */
import { askForUnit, findMeantUnit, listLikelyUnits } from '../meant-unit.ts';
import { textKey } from '../same-text.ts';
import { unitNumberKey, type ByUnitNumber } from '../unit-number.ts';
import type { AcceptedFile, FileRemark, RejectedFile, ReturnedFile, ReturnedSheet, Tie } from './returned-file.ts';
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
    const unit = findMeantUnit(units, sheet);
    const candidate = unit ?? paths.findByName(sheet.unitName);
    const fault = unit
      ? judgeName(unit, sheet.unitName, cells.unitName)
      : judgeNumber(units, candidate, sheet, cells.unitNumber);
    if (fault) rejected.push({ path, sha256, faults: [fault], tie: tie(candidate, path) });
    else if (unit) {
      const advice = [
        ...adviseOnNumber(unit, sheet.unitNumber, cells.unitNumber),
        ...adviseOnName(unit, sheet.unitName, cells.unitName),
      ];
      const all = advice.length > 0 ? [...warnings, ...advice] : warnings;
      accepted.push({ path, sha256, savedAt, changedAt, unitNumber: unit.number, sheet, warnings: all });
    }
  }
  return { accepted, rejected };
}

function judgeNumber(
  units: ByUnitNumber<TallyMember>,
  named: TallyMember | undefined,
  sheet: ReturnedSheet,
  cell: string,
): FileRemark {
  const number = sheet.unitNumber;
  if (number === '') {
    return { code: 'no-unit-number', cell, message: `${cell} 单元格没有单位编号，请填写编号后重新报送。` };
  }
  const likely = listLikelyUnits(units, named ? [named] : [], sheet);
  const what = `${cell} 单元格的编号“${number}”不在总名册的会员单位中`;
  const message =
    likely.length > 0
      ? `${what}，${askForUnit(likely)}${likely.length > 1 ? '，改正编号后' : '请核对后改正编号'}重新报送。`
      : `${what}，请核对总名册或用本年度发出的评分表重新填写。`;
  return { code: likely.length > 1 ? 'unit-number-ambiguous' : 'unknown-unit', cell, message };
}

/** A sheet under another name may be another unit's: a person has to say whose scores these are. */
function judgeName(unit: TallyMember, name: string, cell: string): FileRemark | null {
  if (textKey(unit.name) === textKey(name)) return null;
  if (name === '') {
    const message = `${cell} 单元格没有单位名称，编号 ${unit.number} 是“${unit.name}”，是否这一家？请补填名称后重新报送。`;
    return { code: 'unit-name-changed', cell, message };
  }
  const message = `${cell} 单元格的单位名称是“${name}”，而总名册中编号 ${unit.number} 是“${unit.name}”，请核对是哪家单位的评分表，改正名称后重新报送。`;
  return { code: 'unit-name-changed', cell, message };
}

/** Zeros that are gone are said once, of all files. */
function adviseOnNumber(unit: TallyMember, number: string, cell: string): FileRemark[] {
  if (unitNumberKey(unit.number) === unitNumberKey(number)) return [];
  const message = `${cell} 单元格的编号“${number}”是总名册的 ${unit.number}“${unit.name}”被表格程序改写的，按同一家单位计，请核对。`;
  return [{ code: 'unit-number', cell, message }];
}

function adviseOnName(unit: TallyMember, name: string, cell: string): FileRemark[] {
  if (unit.name === name) return [];
  const message = `${cell} 单元格的单位名称“${name}”与总名册的“${unit.name}”写法不同，按同一家单位计，请核对。`;
  return [{ code: 'unit-name-spelling', cell, message }];
}
