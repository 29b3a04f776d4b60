/** Whose score sheet a workbook is: by the properties that travel inside, else by the sheet itself. */
import type { FileRemark } from '../../rules/tally/returned-file.ts';
import { unitNumberKey } from '../../rules/unit-number.ts';
import { comparable } from '../intake/clean-text.ts';
import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import { quoteForUser } from '../intake/quote.ts';
import { textKey } from '../../rules/same-text.ts';
import type { AlignedSheet, RowAligner } from './align-rows.ts';
import { SHEET_PROPERTY } from './score-sheet-identity.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import type { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { SheetRemarks } from './sheet-remarks.ts';

/** An opened file, or what the pane has of one. */
export type ScoreSheetWorkbook = Pick<
  WorkbookFile,
  'fileName' | 'sheets' | 'readSheet' | 'readBesideCells' | 'remarks' | 'customProperties' | 'creatingApplication'
>;

interface SheetIdentity {
  readonly unitNumber: string;
  /** The file says that it was stamped from a blank other than the present one. */
  readonly isOtherBlank: boolean;
}

/** A sheet that is one of this scheme's, whoever's it is. */
export interface ScoreSheetPlace extends AlignedSheet {
  /** Of several in one workbook; then the properties of the workbook tell nothing of a single one. */
  readonly isOneOfSeveral: boolean;
}

const ASK_AGAIN = '请用本年度发出的评分表重新填写';

/** Every score sheet in a workbook; none where the remarks say why. A district that collects its units' sheets puts them all into one. */
export function listScoreSheets(
  workbook: ScoreSheetWorkbook,
  layout: ScoreSheetLayout,
  aligner: RowAligner,
  remarks: SheetRemarks,
): ScoreSheetPlace[] {
  const fault = judgeProperties(workbook.customProperties, layout);
  if (fault) {
    remarks.faults.push(fault);
    return [];
  }
  const title = layout.cells.find(({ look }) => look === 'title')?.address ?? '';
  const key = textKey(layout.scheme.scoreSheet.title);
  const sheets = workbook.sheets.map(({ name }) => aligner.align(workbook.readSheet(name)));
  const titled = sheets.filter(({ grid }) => textKey(grid.textAt(title)) === key);
  const isStamped = workbook.customProperties.has(SHEET_PROPERTY.scheme);
  const named = isStamped ? sheets.filter(({ grid }) => grid.sheet.name === layout.sheetName) : [];
  const found = titled.length > 0 ? titled : named;
  if (found.length > 0) return found.map((sheet) => ({ ...sheet, isOneOfSeveral: found.length > 1 }));
  const message = `不是本方案的评分表（找不到标题为“${layout.scheme.scoreSheet.title}”的工作表），${ASK_AGAIN}。`;
  remarks.fault('not-a-score-sheet', null, message);
  return [];
}

/** Null when nobody can tell whose the sheet is; the remarks say why. */
export function identifySheet(
  { customProperties: properties }: ScoreSheetWorkbook,
  { layout, blank }: { readonly layout: ScoreSheetLayout; readonly blank: string },
  { grid, isOneOfSeveral }: ScoreSheetPlace,
  remarks: SheetRemarks,
): SheetIdentity | null {
  const stamped = isOneOfSeveral ? '' : (properties.get(SHEET_PROPERTY.unitNumber) ?? '');
  const unitNumber = findUnitNumber(comparable(stamped), grid, layout, remarks);
  if (unitNumber === null) return null;
  if (!properties.has(SHEET_PROPERTY.scheme)) {
    remarks.warn('no-properties', [], () => '文件中的方案和编号标识已丢失，按表上的标题和编号识别，请核对编号。');
  }
  if (grid.sheet.name !== layout.sheetName && !isOneOfSeveral) {
    const name = quoteForUser(grid.sheet.name);
    remarks.warn('sheet-renamed', [], () => `工作表被改名为${name}，按标题识别，请核对。`);
  }
  return { unitNumber, isOtherBlank: (properties.get(SHEET_PROPERTY.blank) ?? blank) !== blank };
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
