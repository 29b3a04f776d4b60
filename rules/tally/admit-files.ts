/**
 * Whose each file is: the unit must stand in the master roster, under the name that the sheet bears or with the code that the file bears. What is
 * said shows no telephone or ID number that was typed where the unit's number or name belongs: it goes into the tally and the units' notes.
 */
import { hideLongNumbers } from '../id-number.ts';
import { askForUnit, listLikelyUnits } from '../meant-unit.ts';
import { textKey } from '../same-text.ts';
import { UnitFinder, type UnitIdentity } from '../unit-identity.ts';
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
  const finder = new UnitFinder(units);
  const tie = (inside: TallyMember | undefined, path: string): Tie =>
    inside ? { unitNumber: inside.number, by: 'inside' } : paths.tie(path);
  for (const { path, sha256, savedAt, changedAt, outcome } of files) {
    if (outcome.kind === 'rejected') {
      const { faults, unitNumber, unitName, creditCode } = outcome;
      const identity = finder.identify({ number: unitNumber ?? '', name: unitName ?? '', creditCode });
      const inside = identity.kind === 'unknown' ? paths.findByName(unitName ?? '') : identity.unit;
      rejected.push({ path, sha256, faults, tie: tie(inside, path) });
      continue;
    }
    const { sheet, warnings } = outcome;
    const named = paths.findByName(sheet.unitName);
    const identity = finder.identify({ ...sheet, number: sheet.unitNumber, name: sheet.unitName });
    const candidate = identity.kind === 'unknown' ? named : identity.unit;
    const fault =
      identity.kind === 'unknown'
        ? judgeNumber(units, candidate, sheet, cells.unitNumber)
        : judgeIdentity(identity, { sheet, named }, cells);
    if (fault) {
      // Where the file's name says the same unit as the sheet's, its number alone is another's.
      const isNamed = named !== undefined && paths.tie(path).unitNumber === named.number;
      rejected.push({
        path,
        sha256,
        faults: [{ ...fault, isForUnit: true }],
        tie: tie(isNamed ? named : candidate, path),
      });
    } else if (identity.kind !== 'unknown') {
      const advice = adviseOnIdentity(identity, sheet, cells);
      const all = advice.length > 0 ? [...warnings, ...advice] : warnings;
      accepted.push({ path, sha256, savedAt, changedAt, unitNumber: identity.unit.number, sheet, warnings: all });
    }
  }
  return { accepted, rejected };
}

type Identity = Exclude<UnitIdentity<TallyMember>, { readonly kind: 'unknown' }>;

/**
 * What the code decides, it decides against a number or a name that is nobody's, as after a renumbering. Where the name is another member's, or the
 * code is, the file says two things: a person has to say whose scores these are.
 * @param named the only unit of the sheet's name
 */
function judgeIdentity(
  identity: Identity,
  { sheet, named }: { readonly sheet: ReturnedSheet; readonly named: TallyMember | undefined },
  cells: IdentityCells,
): FileRemark | null {
  const { unit } = identity;
  const nameFault = judgeName(unit, named, sheet.unitName, cells.unitName);
  if (identity.kind === 'code') return named === undefined || named === unit ? null : nameFault;
  if (nameFault || identity.kind === 'number' || !identity.ofCode) return nameFault;
  const message = `${cells.unitNumber} 单元格的编号和名称是 ${unit.number}“${unit.name}”，而文件带的统一社会信用代码“${sheet.creditCode ?? ''}”是总名册中 ${identity.ofCode.number}“${identity.ofCode.name}”的，请核对是哪家单位的评分表，用该单位自己的表重新填写。`;
  return { code: 'unit-code-differs', cell: cells.unitNumber, message };
}

/** For the association to look at: the file counts. */
function adviseOnIdentity(identity: Identity, sheet: ReturnedSheet, cells: IdentityCells): FileRemark[] {
  const { kind, unit } = identity;
  const code = sheet.creditCode ?? '';
  if (kind === 'contrary') {
    const message = `文件带的统一社会信用代码“${code}”与总名册中 ${unit.number}“${unit.name}”的“${unit.creditCode ?? ''}”不同，按编号和名称计，请核对代码。`;
    return [{ code: 'unit-code-differs', cell: null, message }];
  }
  const isByCode = kind === 'code' && identity.ofNumber !== unit;
  const advice = isByCode ? [] : adviseOnNumber(unit, sheet.unitNumber, cells.unitNumber);
  if (isByCode) {
    const whose = identity.ofNumber ? `是“${identity.ofNumber.name}”的` : '不在总名册中';
    const message = `${cells.unitNumber} 单元格的编号“${hideLongNumbers(sheet.unitNumber)}”${whose}，而统一社会信用代码“${code}”是 ${unit.number}“${unit.name}”的，按代码计，请核对。`;
    advice.push({ code: 'unit-by-code', cell: cells.unitNumber, message });
  }
  if (kind === 'code' && textKey(unit.name) !== textKey(sheet.unitName)) {
    const message = `${cells.unitName} 单元格的单位名称“${hideLongNumbers(sheet.unitName)}”与总名册中 ${unit.number}“${unit.name}”不同，而统一社会信用代码“${code}”相同，按同一家单位计，请核对。`;
    return [...advice, { code: 'unit-by-code', cell: cells.unitName, message }];
  }
  return [...advice, ...adviseOnName(unit, sheet.unitName, cells.unitName)];
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
  const what = `${cell} 单元格的编号“${hideLongNumbers(number)}”不在总名册的会员单位中`;
  const message =
    likely.length > 0
      ? `${what}，${askForUnit(likely)}${likely.length > 1 ? '，改正编号后' : '请核对后改正编号'}重新报送。`
      : `${what}，请核对总名册或用本年度发出的评分表重新填写。`;
  return { code: likely.length > 1 ? 'unit-number-ambiguous' : 'unknown-unit', cell, message };
}

/** A sheet under another name may be another unit's: a person has to say whose scores these are. */
function judgeName(unit: TallyMember, named: TallyMember | undefined, name: string, cell: string): FileRemark | null {
  if (textKey(unit.name) === textKey(name)) return null;
  if (name === '') {
    const message = `${cell} 单元格没有单位名称，编号 ${unit.number} 是“${unit.name}”，是否这一家？请补填名称后重新报送。`;
    return { code: 'unit-name-changed', cell, message };
  }
  const message = `${cell} 单元格的单位名称是“${hideLongNumbers(name)}”，而总名册中编号 ${unit.number} 是“${unit.name}”，${named ? `这个名称的是编号 ${named.number}，请核对是哪家单位的评分表，改正编号或名称` : '请核对是哪家单位的评分表，改正名称'}后重新报送。`;
  return { code: 'unit-name-changed', cell, message };
}

/** Zeros that are gone are said once, of all files. */
function adviseOnNumber(unit: TallyMember, number: string, cell: string): FileRemark[] {
  if (unitNumberKey(unit.number) === unitNumberKey(number)) return [];
  const message = `${cell} 单元格的编号“${hideLongNumbers(number)}”是总名册的 ${unit.number}“${unit.name}”被表格程序改写的，按同一家单位计，请核对。`;
  return [{ code: 'unit-number', cell, message }];
}

function adviseOnName(unit: TallyMember, name: string, cell: string): FileRemark[] {
  if (unit.name === name) return [];
  const message = `${cell} 单元格的单位名称“${hideLongNumbers(name)}”与总名册的“${unit.name}”写法不同，按同一家单位计，请核对。`;
  return [{ code: 'unit-name-spelling', cell, message }];
}
