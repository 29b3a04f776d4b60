/** What a master roster says of itself in its sheet 说明: the cell right of a label. */
import { asksForCoverage } from '../../rules/coverage.ts';
import type { CellProblem, RosterCoverage } from '../../rules/master-roster.ts';
import { COVERAGE_LABEL, COVERAGE_WORDS, SHEET, type CellRef } from '../../rules/roster-cell.ts';
import { districtFinder } from '../../rules/district-name.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { cleanControls } from '../../ooxml/read/control-characters.ts';
import { comparable } from '../intake/clean-text.ts';
import { quoteForUser } from '../intake/quote.ts';
import { findTab } from './find-tabs.ts';
import type { RosterWorkbook } from './roster-workbook.ts';
import { describeCell } from '../intake/read-fact.ts';
import { strikeOf, type Cell, type SheetContent, type SheetRow } from '../../ooxml/read/sheet-content.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';

interface LabelledCell {
  readonly sheet: SheetContent;
  /** From 1. */
  readonly row: number;
  readonly letters: string;
  /** Undefined where it is blank. */
  readonly cell: Cell | undefined;
}

/**
 * The cell right of a label; null where the sheet or the label is missing. A label may stand there twice, where both say the same.
 * @throws UnusableInput where they do not: an order of rows does not say which holds
 */
export function findLabelled(workbook: RosterWorkbook, label: string): LabelledCell | null {
  const tab = findTab(workbook, 'scheme');
  if (!tab) return null;
  const sheet = workbook.readSheet(tab.name);
  const places = sheet.rows.flatMap((row) => listPlaces(sheet, row, label));
  const [first, ...others] = places.filter(({ cell }) => writtenIn(cell) !== '');
  const other = others.find(({ cell }) => writtenIn(cell) !== writtenIn(first?.cell));
  if (first && other) {
    const both = [first, other].map((place) => `${place.letters}${place.row} 单元格是${showCell(place)}`).join('，');
    throw new UnusableInput(
      `文件${quoteForUser(workbook.fileName)}工作表${quoteForUser(tab.name)}中写了两个不同的${label}（${both}），请核对以哪一个为准，删去另一个。`,
    );
  }
  return first ?? places[0] ?? null;
}

function listPlaces(sheet: SheetContent, { number, cells }: SheetRow, label: string): LabelledCell[] {
  const labels = cells.filter((cell) => cell.kind === 'text' && comparable(cleanControls(cell.text)) === label);
  return labels.map((found) => {
    const right = cells.find(({ column }) => column === found.column + 1);
    // Whoever has struck it out has taken it back.
    const cell = right && strikeOf(sheet, right) === 'whole' ? undefined : right;
    return { sheet, row: number, letters: columnLetters(found.column + 1), cell };
  });
}

/** What two cells are compared by; empty where nothing stands there. */
function writtenIn(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === 'uncomputed') return '';
  return cell.kind === 'text' ? comparable(cleanControls(cell.text)) : String('value' in cell ? cell.value : cell.text);
}

function showCell({ cell, sheet }: LabelledCell): string {
  return cell === undefined ? '空白' : describeCell(cell, { heading: '', type: 'text' }, sheet);
}

export interface CoverageReading {
  readonly coverage: RosterCoverage;
  readonly problems: readonly CellProblem[];
  /** Null where the roster has no such label. */
  readonly place: LabelledCell | null;
}

const NOT_STATED: RosterCoverage = { kind: 'all', isStated: false };
const COVERAGE_CELL: CellRef = { sheet: 'scheme', row: null, heading: COVERAGE_LABEL };

/** 名册范围. Absent or blank is 全部, though nobody has said so; a word that nobody can mean is a problem. */
export function readCoverage(workbook: RosterWorkbook, scheme: Scheme): CoverageReading {
  const place = asksForCoverage(scheme) ? findLabelled(workbook, COVERAGE_LABEL) : null;
  if (!place?.cell) return { coverage: NOT_STATED, problems: [], place };
  const { cell, sheet } = place;
  const written = cell.kind === 'text' ? cleanControls(cell.text) : null;
  if (written !== null && comparable(written) === '') return { coverage: NOT_STATED, problems: [], place };
  const names = scheme.districts.map(({ name }) => name);
  const coverage = written === null ? null : toCoverage(written, scheme);
  if (coverage) return { coverage, problems: [], place };
  const where = `文件${quoteForUser(workbook.fileName)}工作表${quoteForUser(SHEET.scheme)}的 ${place.letters}${place.row} 单元格（${COVERAGE_LABEL}）`;
  const found = describeCell(cell, { heading: COVERAGE_LABEL, type: 'text' }, sheet);
  const message = `${where}应为${nameChoices(names)}，现为${found}，请改正。`;
  return { coverage: NOT_STATED, problems: [{ cell: COVERAGE_CELL, code: 'not-a-choice', message }], place };
}

/** Null where a word is neither. */
function toCoverage(written: string, scheme: Scheme): RosterCoverage | null {
  const parts = written
    .split(/[、，,；;/\r\n]/u)
    .map(comparable)
    .filter((part) => part !== '');
  const [first, ...others] = parts;
  if (others.length === 0 && first === COVERAGE_WORDS.all) return { kind: 'all', isStated: true };
  if (others.length === 0 && first === COVERAGE_WORDS.nominated) return { kind: 'nominated' };
  const meant = parts.map(districtFinder(scheme));
  const named = scheme.districts.map(({ name }) => name).filter((name) => meant.includes(name));
  return meant.includes(null) ? null : { kind: 'districts', districts: named };
}

function nameChoices(names: readonly string[]): string {
  const words = `${quoteForUser(COVERAGE_WORDS.all)}、${quoteForUser(COVERAGE_WORDS.nominated)}`;
  return names.length === 0 ? words : `${words}，或以下名称（几个用“、”隔开）：${names.join('、')}`;
}
