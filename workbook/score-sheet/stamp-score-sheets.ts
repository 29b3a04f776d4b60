/** One score sheet for each member unit, stamped from the blank. */
import type { MemberUnit } from '../../rules/master-roster.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { createFileNamer } from '../file-name.ts';
import { MAKER } from '../draw/page.ts';
import { drawScoreSheet } from './build-score-sheet.ts';
import { describeSheet, fingerprintBlank, standingOf } from './score-sheet-identity.ts';
import { layOutScoreSheet, STAMPED } from './score-sheet-layout.ts';
import { openTemplate, stampWorkbook } from '../../ooxml/stamp/stamp.ts';

/** Gives the workbook of one unit. @throws {UnusableInput} when the unit's name cannot be written into the sheet */
export type StampScoreSheet = (unit: MemberUnit) => Uint8Array;

/**
 * Draws the scheme's blank once; every unit's sheet is then a stamp. The same unit gives the same bytes.
 * @throws {UnusableInput} when the scheme keeps a list of its blanks and this one is not on it
 */
export async function openScoreSheets(scheme: ScoredScheme): Promise<StampScoreSheet> {
  const layout = layOutScoreSheet(scheme);
  const blank = await fingerprintBlank(layout);
  if (standingOf(blank, scheme.scoreSheet) === 'unknown') {
    throw new UnusableInput(
      `评选方案“${scheme.id}”的空白评分表改过，还没有登记（score-sheet.yaml 的 blanks），发出去的表收回来会认不出；请先运行 check-schemes，按提示登记后再发评分表。`,
    );
  }
  // No result changes with what is stamped, so the blank's own results stay true.
  const options = { keepResults: true, application: MAKER };
  const template = openTemplate(await drawScoreSheet(layout), scheme.scoreSheet.title, options);
  const { sheetName } = layout;
  return (unit) => {
    const values = new Map([
      [STAMPED.unitName, unit.name],
      [STAMPED.unitNumber, unit.number],
    ]);
    const properties = describeSheet(layout, blank, unit);
    return stampWorkbook(template, [{ sheet: sheetName, name: sheetName, values }], { properties });
  };
}

/** A unit and the path of its sheet inside the output folder. */
export interface PlannedSheet {
  readonly unit: MemberUnit;
  readonly name: string;
}

/** A folder for each district, none for units of no district; files are named by the unit's number and name. */
export function planScoreSheets(units: readonly MemberUnit[]): PlannedSheet[] {
  const nameFolder = createFileNamer();
  const folders = new Map<string, { readonly path: string; readonly nameFile: (text: string) => string }>();
  return units.map((unit) => {
    const { district } = unit;
    const folder = folders.get(district) ?? {
      path: district === '' ? '' : `${nameFolder(district)}/`,
      nameFile: createFileNamer(),
    };
    folders.set(district, folder);
    return { unit, name: `${folder.path}${folder.nameFile(`${unit.number} ${unit.name}`)}.xlsx` };
  });
}
