/** Whose score sheet a workbook is: by the properties that travel inside, else by the sheet itself. */
import type { FileRemark } from '../../rules/tally/returned-file.ts';
import { unitNumberKey } from '../../rules/unit-number.ts';
import { comparable } from '../intake/comparable-text.ts';
import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import { quoteForUser } from '../intake/quote.ts';
import { SHEET_PROPERTY } from './score-sheet-identity.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { SheetRemarks } from './sheet-remarks.ts';

/** An opened file, or what the pane has of one. */
export type ScoreSheetWorkbook = Pick<
  WorkbookFile,
  'fileName' | 'sheets' | 'readSheet' | 'customProperties' | 'creatingApplication'
>;

interface FoundScoreSheet {
  readonly grid: SheetGrid;
  readonly unitNumber: string;
  /** The file says that it was stamped from a blank other than the present one. */
  readonly isOtherBlank: boolean;
}

const ASK_AGAIN = '请用本年度发出的评分表重新填写';

/** Null when the file is not a sheet of this scheme; the remarks say why. */
export function findScoreSheet(
  workbook: ScoreSheetWorkbook,
  layout: ScoreSheetLayout,
  blank: string,
  remarks: SheetRemarks,
): FoundScoreSheet | null {
  const { customProperties: properties } = workbook;
  const fault = judgeProperties(properties, layout);
  const grid = fault ? null : findSheet(workbook, layout, remarks);
  if (fault) remarks.faults.push(fault);
  if (!grid) return null;
  const unitNumber = findUnitNumber(comparable(properties.get(SHEET_PROPERTY.unitNumber) ?? ''), grid, layout, remarks);
  if (unitNumber === null) return null;
  if (!properties.has(SHEET_PROPERTY.scheme)) {
    remarks.warn('no-properties', [], () => '文件中的方案和编号标识已丢失，按表上的标题和编号识别，请核对编号。');
  }
  return { grid, unitNumber, isOtherBlank: (properties.get(SHEET_PROPERTY.blank) ?? blank) !== blank };
}

function judgeProperties(properties: ReadonlyMap<string, string>, { scheme }: ScoreSheetLayout): FileRemark | null {
  const id = properties.get(SHEET_PROPERTY.scheme);
  const edition = properties.get(SHEET_PROPERTY.edition);
  if (id !== undefined && id !== scheme.id) {
    const message = `评分表属于评选方案${quoteForUser(id)}，不是${quoteForUser(scheme.id)}，${ASK_AGAIN}。`;
    return { code: 'wrong-scheme', cell: null, message };
  }
  if (edition !== undefined && edition !== scheme.edition) {
    const message = `评分表是 ${quoteForUser(edition)} 年度的，不是 ${quoteForUser(scheme.edition)} 年度的，${ASK_AGAIN}。`;
    return { code: 'wrong-edition', cell: null, message };
  }
  return null;
}

/** The sheet under its own name, or under another one by its title. Two of them leave open which one counts. */
function findSheet(workbook: ScoreSheetWorkbook, layout: ScoreSheetLayout, remarks: SheetRemarks): SheetGrid | null {
  const title = layout.cells.find(({ look }) => look === 'title')?.address ?? '';
  const grids = workbook.sheets.map(({ name }) => new SheetGrid(workbook.readSheet(name)));
  const titled = grids.filter((grid) => grid.textAt(title) === layout.scheme.scoreSheet.title);
  const [first, second] = titled;
  if (first && second) {
    const names = titled.map(({ sheet }) => quoteForUser(sheet.name)).join('、');
    remarks.fault('several-score-sheets', title, `有多张评分表（${names}），请只保留填好的一张后重新报送。`);
    return null;
  }
  const named = grids.find(({ sheet }) => sheet.name === layout.sheetName);
  const isStamped = workbook.customProperties.has(SHEET_PROPERTY.scheme);
  const found = first ?? (isStamped ? named : undefined);
  if (!found) {
    remarks.fault(
      'not-a-score-sheet',
      null,
      `不是本方案的评分表（找不到标题为“${layout.scheme.scoreSheet.title}”的工作表），${ASK_AGAIN}。`,
    );
    return null;
  }
  if (found.sheet.name !== layout.sheetName) {
    const name = quoteForUser(found.sheet.name);
    remarks.warn('sheet-renamed', [], () => `工作表被改名为${name}，按标题识别，请核对。`);
  }
  return found;
}

function findUnitNumber(
  ofProperty: string,
  grid: SheetGrid,
  { unitNumberCell: cell }: ScoreSheetLayout,
  remarks: SheetRemarks,
): string | null {
  const ofCell = comparable(grid.textAt(cell));
  if (ofProperty === '') {
    if (ofCell === '') remarks.fault('no-unit-number', cell, `${cell} 单元格没有单位编号，请填写编号后重新报送。`);
    return ofCell === '' ? null : ofCell;
  }
  // Some programs make the number 12 of the text 0012.
  if (unitNumberKey(ofCell) !== unitNumberKey(ofProperty)) {
    const found = ofCell === '' ? '是空白' : `是${quoteForUser(ofCell)}`;
    const message = `${cell} 单元格的编号${found}，而文件发给编号${quoteForUser(ofProperty)}的单位，请核对是哪家单位的评分表，用该单位自己的表重新填写。`;
    remarks.fault('unit-number-changed', cell, message);
    return null;
  }
  return ofProperty;
}
