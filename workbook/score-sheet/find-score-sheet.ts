/** Whose score sheet a workbook is: by the properties that travel inside, else by the sheet itself. */
import { judgeCreditCode } from '../../rules/credit-code.ts';
import type { FileRemark } from '../../rules/tally/returned-file.ts';
import { isShownAs, unitNumberKey } from '../../rules/unit-number.ts';
import { comparable } from '../intake/clean-text.ts';
import type { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import { quoteForUser } from '../intake/quote.ts';
import { hasRosterTabs } from '../roster/find-tabs.ts';
import { findColumnShift } from './column-shift.ts';
import { isFormTitle, layOverForm, type SheetOnForm } from './blank-forms.ts';
import { SHEET_PROPERTY, standingOf } from './score-sheet-identity.ts';
import type { SheetIdentity } from './read-identity.ts';
import { readWrittenCodes } from './read-written-code.ts';
import { noteSpelling } from './read-score-inputs.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import type { SheetRemarks } from './sheet-remarks.ts';

/** An opened file, or what the pane has of one. */
export type ScoreSheetWorkbook = Pick<
  WorkbookFile,
  'fileName' | 'sheets' | 'readSheet' | 'readBesideCells' | 'remarks' | 'customProperties' | 'creatingApplication'
>;

/** A sheet that is one of this scheme's, whoever's it is. */
export interface ScoreSheetPlace extends SheetOnForm {
  /** Of several in one workbook; then the properties of the workbook tell nothing of a single one. */
  readonly isOneOfSeveral: boolean;
}

const ASK_AGAIN = '请用本年度发出的评分表重新填写';

/** Every score sheet in a workbook; none where the remarks say why. A district that collects its units' sheets puts them all into one. */
export function listScoreSheets(
  workbook: ScoreSheetWorkbook,
  layout: ScoreSheetLayout,
  remarks: SheetRemarks,
): ScoreSheetPlace[] {
  const fault = judgeProperties(workbook.customProperties, layout);
  if (fault) {
    remarks.faults.push(fault);
    return [];
  }
  const title = layout.cells.find(({ look }) => look === 'title')?.address ?? '';
  const blank = workbook.customProperties.get(SHEET_PROPERTY.blank);
  const sheets = workbook.sheets.map(({ name }) => layOverForm(workbook.readSheet(name), layout, blank));
  const titled = sheets.filter(({ grid }) => isFormTitle(layout, grid.textAt(title)));
  const isStamped = workbook.customProperties.has(SHEET_PROPERTY.scheme);
  const named = isStamped ? sheets.filter(({ grid }) => grid.sheet.name === layout.sheetName) : [];
  const shifted = () => sheets.filter(({ grid, form }) => findColumnShift(grid.sheet, form.layout) !== null);
  const found = [titled, named].find((list) => list.length > 0) ?? shifted();
  if (found.length > 0) return found.map((sheet) => ({ ...sheet, isOneOfSeveral: found.length > 1 }));
  if (hasRosterTabs(workbook.sheets)) {
    // Nothing is left out for it: a unit may have answered in a copy of the roster.
    remarks.fault('master-roster', null, `是总名册，不是评分表；误放在这里的不用管它，要报评分的${ASK_AGAIN}。`);
    return [];
  }
  const message = `不是本方案的评分表（找不到标题为“${layout.scheme.scoreSheet.title}”的工作表），${ASK_AGAIN}。`;
  remarks.fault('not-a-score-sheet', null, message);
  return [];
}

/**
 * Says which columns were put in or taken out: what stands elsewhere than in the form is not read, but for whose the sheet is.
 * @returns the sheet with the form's columns in their places; null where they stand there already
 */
export function findChangedColumns({ grid, form }: ScoreSheetPlace, remarks: SheetRemarks): SheetGrid | null {
  const shift = findColumnShift(grid.sheet, form.layout);
  if (!shift) return null;
  const remedy = shift.isDeleted ? ASK_AGAIN : '请删去插入的列（或用发出的评分表重新填写）后重新报送';
  const message = `工作表${quoteForUser(grid.sheet.name)}${shift.what}，各列与发出的评分表错开，没有读取，${remedy}。`;
  remarks.fault('columns-changed', null, message);
  return shift.grid;
}

/** The number of the unit whose sheet it is; null when nobody can tell, and the remarks say why. */
export function identifySheet(
  { customProperties: properties }: ScoreSheetWorkbook,
  { layout, identity }: { readonly layout: ScoreSheetLayout; readonly identity: SheetIdentity },
  { grid, isOneOfSeveral }: ScoreSheetPlace,
  remarks: SheetRemarks,
): string | null {
  const stamped = isOneOfSeveral ? '' : (properties.get(SHEET_PROPERTY.unitNumber) ?? '');
  const unitNumber = findUnitNumber(comparable(stamped), identity, remarks);
  if (unitNumber === null) return null;
  for (const { address, notes } of [identity.unitNumber, identity.unitName]) noteSpelling(notes, address, remarks);
  if (!properties.has(SHEET_PROPERTY.scheme)) {
    remarks.warn('no-properties', [], () => '文件中的方案和编号标识已丢失，按表上的标题和编号识别，请核对编号。');
  }
  if (grid.sheet.name !== layout.sheetName && !isOneOfSeveral) {
    const name = quoteForUser(grid.sheet.name);
    remarks.warn('sheet-renamed', [], () => `工作表被改名为${name}，按标题识别，请核对。`);
  }
  return unitNumber;
}

/**
 * 统一社会信用代码 that travels inside, else the one that somebody has written on the sheet; nothing where there is none, and where it is wrong or
 * there are two, which is said.
 */
export function findCreditCode(
  workbook: ScoreSheetWorkbook,
  { grid, inserted, isOneOfSeveral }: ScoreSheetPlace,
  remarks: SheetRemarks,
): { creditCode?: string } {
  const stamped = isOneOfSeveral ? '' : comparable(workbook.customProperties.get(SHEET_PROPERTY.creditCode) ?? '');
  // Of a sheet into which rows were put, these have gone from the grid.
  const written = readWrittenCodes(inserted.length > 0 ? workbook.readSheet(grid.sheet.name) : grid.sheet);
  const codes = [...new Set([...(stamped === '' ? [] : [stamped.toUpperCase()]), ...written.map((each) => each.code)])];
  const [code, other] = codes;
  if (code === undefined) return {};
  if (other === undefined && code !== null && judgeCreditCode(code) === null) return { creditCode: code };
  const say = (cells: string) => {
    if (other !== undefined) {
      return `${stamped === '' ? '' : '文件里带的和'}${cells}写的统一社会信用代码不一致`;
    }
    return written.length > 0
      ? `${cells}写的统一社会信用代码不对`
      : `文件里带的统一社会信用代码${quoteForUser(stamped)}不对`;
  };
  const places = written.map(({ address }) => address);
  remarks.warn('credit-code-malformed', places, (cells) => `${say(cells)}，没有用它认单位，按编号识别，请核对编号。`);
  return {};
}

/** Says of which blank a sheet was made, where that is not the present one; a blank that never went out is a fault. */
export function judgeBlank(
  { customProperties: properties }: ScoreSheetWorkbook,
  { layout, present }: { readonly layout: ScoreSheetLayout; readonly present: string },
  { form, isOneOfSeveral }: ScoreSheetPlace,
  remarks: SheetRemarks,
): void {
  const named = isOneOfSeveral ? undefined : properties.get(SHEET_PROPERTY.blank);
  const standing = standingOf(named, layout.scheme.scoreSheet);
  if (standing === 'unknown') {
    remarks.fault(
      'unknown-blank',
      null,
      `评分表不是由本方案发出过的空白表做出来的（文件里的标识对不上任何一版），${ASK_AGAIN}。`,
    );
  } else if (form.otherTexts.length > 0) {
    const say = (cells: string) => `评分表是本年度较早发出的一版，${cells}的文字与现在不同、问的是同一项，已照常计入。`;
    remarks.warn('earlier-blank', form.otherTexts, say);
  } else if (standing === 'untold' && (named ?? present) !== present) {
    remarks.warn('other-blank', [], () => '评分表由另一版空白表发出，锁定内容逐格核对一致，已计入，请核对。');
  }
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
  { unitNumber: { address: cell, text: ofCell, unreadable } }: SheetIdentity,
  remarks: SheetRemarks,
): string | null {
  if (ofProperty === '') {
    if (ofCell !== '') return ofCell;
    const lack = unreadable === null ? '没有单位编号' : `的${unreadable}不是单位编号`;
    remarks.fault('no-unit-number', cell, `${cell} 单元格${lack}，请填写编号后重新报送。`);
    return null;
  }
  // Some programs make the number 12 of the text 0012, or the text 12.0.
  if (unitNumberKey(ofCell) !== unitNumberKey(ofProperty) && !isShownAs(ofProperty, ofCell)) {
    const found = ofCell === '' ? `是${unreadable ?? '空白'}` : `是${quoteForUser(ofCell)}`;
    const message = `${cell} 单元格的编号${found}，而文件发给编号${quoteForUser(ofProperty)}的单位，请核对是哪家单位的评分表，用该单位自己的表重新填写。`;
    remarks.fault('unit-number-changed', cell, message);
    return null;
  }
  return ofProperty;
}
