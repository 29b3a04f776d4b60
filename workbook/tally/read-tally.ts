/** Reads an earlier summary back: what it said of each unit, and what people have written into it. */
import { APPLICATION_COLUMN } from '../../rules/application-columns.ts';
import type { GivenDecision } from '../../rules/nominations/collision-decisions.ts';
import type { EarlierFile } from '../../rules/nominations/receipts.ts';
import type { TakenRow, TakenRows } from '../../rules/nominations/returned-nominations.ts';
import { toSteps } from '../../rules/points.ts';
import type { VetoState } from '../../rules/master-roster.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import { listItems } from '../../rules/score-sheet.ts';
import type { EarlierTally } from '../../rules/tally/tally.ts';
import type { EarlierUnit } from '../../rules/tally/changes.ts';
import type { BorderlineDecision } from '../../rules/tally/borderline.ts';
import type { EntryValue } from '../../rules/tally/sheet-entries.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { readPlainNumber } from '../intake/number-text.ts';
import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import { quoteForUser } from '../intake/quote.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { dayOfSerial } from '../../ooxml/read/serial-date.ts';
import { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import { CHOICE_HEADING, DUPLICATE_SHEET, HASH_HEADING } from './file-tables.ts';
import { COLLISIONS_SHEET } from './collision-table.ts';
import { readCollisions } from './read-collisions.ts';
import { IDENTITY_LABEL, OVERVIEW_SHEET } from './overview-sheet.ts';
import { CONFIRM_HEADING, QUESTION_SHEET } from './question-table.ts';
import { OPINIONS_SHEET } from './opinion-tables.ts';
import { LISTS_SHEET } from './nomination-tables.ts';
import { readReceipts } from './read-receipts.ts';
import { AGREED_HEADING, AGREED_WORDS, TAKEN_SHEET, UNKNOWN_CELL } from './taken-table.ts';
import { BLANK_MARK, SOURCE_SHEET, UNREAD_MARK, VALUE_HEADINGS, VETO_MARKS } from './source-table.ts';
import { DECIDED_ON_HEADING, DECISION_HEADINGS, NOW_HEADING, BORDERLINE_SHEET, UNIT_SHEET } from './unit-tables.ts';
import type { TableRow } from '../intake/table.ts';
import { EarlierTables, UNIT_NUMBER } from './earlier-tables.ts';

interface TallyReading {
  readonly earlier: EarlierTally;
  /** What it took of nominations; null where it knows of none. */
  readonly taken: TakenRows | null;
  /** When lists of nominations came. */
  readonly receipts: readonly EarlierFile[];
  /** What people have decided of collisions between them and the roster. */
  readonly given: readonly GivenDecision[];
  /** One sentence for each way in which cells were written otherwise than wanted, and read. */
  readonly notes: readonly string[];
}

/**
 * Reads a summary of the same scheme.
 * @throws UnusableInput when the workbook is no such summary, is of another scheme, or its figures were changed by hand
 */
export function readTally(workbook: WorkbookFile, scheme: ScoredScheme): TallyReading {
  refuseOtherScheme(workbook, scheme);
  const tables = new EarlierTables(workbook);
  const values = readValues(tables, scheme);
  const earlier: EarlierTally = {
    units: readUnits(tables, values),
    decisions: readDecisions(tables),
    chosen: new Set([
      ...readMarked(tables, DUPLICATE_SHEET, CHOICE_HEADING),
      ...(workbook.hasSheet(LISTS_SHEET) ? readMarked(tables, LISTS_SHEET, CHOICE_HEADING) : []),
      ...(workbook.hasSheet(OPINIONS_SHEET) ? readMarked(tables, OPINIONS_SHEET, CHOICE_HEADING) : []),
    ]),
    // Summaries of earlier versions ask nothing.
    confirmed: workbook.hasSheet(QUESTION_SHEET) ? readMarked(tables, QUESTION_SHEET, CONFIRM_HEADING) : new Set(),
  };
  return {
    earlier,
    taken: workbook.hasSheet(TAKEN_SHEET) ? readTaken(tables) : null,
    receipts: workbook.hasSheet(LISTS_SHEET) ? readReceipts(tables) : [],
    given: workbook.hasSheet(COLLISIONS_SHEET) ? readCollisions(tables) : [],
    notes: tables.notes,
  };
}

/** Every cell as it was written: texts. */
function readTaken(tables: EarlierTables): TakenRows {
  const { heading } = APPLICATION_COLUMN;
  const grid = new SheetGrid(tables.workbook.readSheet(TAKEN_SHEET));
  const { headingRow, columns, rows } = tables.read(TAKEN_SHEET, [{ heading, type: 'text', naming: 'own' }], [heading]);
  const own = columns.get(heading) ?? 'A';
  const headings = (grid.sheet.rows.find(({ number }) => number === headingRow)?.cells ?? []).flatMap((cell) =>
    cell.kind === 'text' ? [[columnLetters(cell.column), cell.text] as const] : [],
  );
  const taken = new Map<string, TakenRow>();
  for (const { row } of rows) {
    const application = grid.textAt(`${own}${row}`);
    const cells = new Map(headings.map(([letters, name]) => [name, grid.textAt(`${letters}${row}`)]));
    const word = cells.get(AGREED_HEADING);
    const above = taken.get(application);
    if (word !== AGREED_WORDS.before) taken.set(application, { isAgreed: word === AGREED_WORDS.yes, cells });
    else if (above) {
      const before = new Map([...cells].filter(([, text]) => text !== UNKNOWN_CELL));
      taken.set(application, { ...above, before });
    }
  }
  return taken;
}

function refuseOtherScheme(workbook: WorkbookFile, scheme: ScoredScheme): void {
  for (const { cells } of workbook.readSheet(OVERVIEW_SHEET).rows) {
    const [label, value] = cells;
    if (label?.kind !== 'text' || label.text !== IDENTITY_LABEL.scheme || value?.kind !== 'text') continue;
    if (value.text === scheme.id) return;
    throw new UnusableInput(
      `文件${quoteForUser(workbook.fileName)}是评选方案${quoteForUser(value.text)}的汇总，不是${quoteForUser(scheme.id)}的，请给出同一方案上一次的汇总。`,
    );
  }
  throw new UnusableInput(
    `文件${quoteForUser(workbook.fileName)}不是本软件的评分汇总（工作表“${OVERVIEW_SHEET}”中没有${IDENTITY_LABEL.scheme}），请给出上一次汇总时存下的评分汇总。`,
  );
}

function readUnits(tables: EarlierTables, values: ReadonlyMap<string, readonly EntryValue[]>): EarlierUnit[] {
  const table = tables.read(UNIT_SHEET, [
    ...columnsFor(['单位', '结论', '名额', '状态']),
    { heading: '区内名次', type: 'integer' },
  ]);
  return table.rows.map((row): EarlierUnit => {
    const unitNumber = text(row, UNIT_NUMBER);
    const rank = row.facts.get('区内名次');
    return {
      unitNumber,
      unitName: text(row, '单位'),
      state: text(row, '状态'),
      qualification: text(row, '结论'),
      standing: text(row, '名额'),
      districtRank: typeof rank === 'number' ? rank : null,
      values: values.get(unitNumber) ?? null,
    };
  });
}

/** The values of each unit with a file, in the order of `listEntries`. */
function readValues(tables: EarlierTables, scheme: ScoredScheme): Map<string, EntryValue[]> {
  const { self, association, selfVetoes, associationVetoes } = VALUE_HEADINGS;
  const table = tables.read(SOURCE_SHEET, columnsFor([self, association, selfVetoes, associationVetoes]));
  const values = new Map<string, EntryValue[]>();
  for (const row of table.rows) {
    if (text(row, self) === '') continue;
    const read = [
      ...readScores(text(row, self), scheme),
      ...readScores(text(row, association), scheme),
      ...readVetoes(text(row, selfVetoes), scheme),
      ...readVetoes(text(row, associationVetoes), scheme),
    ];
    const known = read.filter((value) => value !== undefined);
    if (known.length < read.length) {
      throw new UnusableInput(
        `文件${quoteForUser(table.fileName)}工作表“${SOURCE_SHEET}”第 ${row.row} 行的各项得分无法识别，请给出未经改动的汇总。`,
      );
    }
    values.set(text(row, UNIT_NUMBER), known);
  }
  return values;
}

const VETO_STATES = ['clear', 'occurred', 'open'] as const satisfies readonly VetoState[];

/** One for each item; undefined where the mark is none. */
function readScores(written: string, { scoreSheet }: ScoredScheme): (EntryValue | undefined)[] {
  const words = written.split(/\s+/);
  const items = listItems(scoreSheet);
  if (words.length !== items.length) return [undefined];
  return words.map((word) => {
    if (word === BLANK_MARK) return null;
    if (word === UNREAD_MARK) return 'unread';
    const points = readPlainNumber(word);
    return points === undefined ? undefined : (toSteps(points, scoreSheet.step.value) ?? undefined);
  });
}

function readVetoes(written: string, { scoreSheet }: ScoredScheme): (EntryValue | undefined)[] {
  const words = written === '' ? [] : written.split(/\s+/);
  if (words.length !== scoreSheet.vetoItems.length) return [undefined];
  return words.map((word) => {
    return word === UNREAD_MARK ? 'unread' : VETO_STATES.find((state) => VETO_MARKS[state] === word);
  });
}

/** Whatever people wrote is kept as it is shown, also a date that the program made a number. */
function readDecisions(tables: EarlierTables): Map<string, BorderlineDecision> {
  const headings = { ...DECISION_HEADINGS, points: DECIDED_ON_HEADING, now: NOW_HEADING };
  const shown = Object.values(headings);
  const table = tables.read(BORDERLINE_SHEET, columnsFor(shown), shown);
  const grid = new SheetGrid(tables.workbook.readSheet(BORDERLINE_SHEET));
  const decisions = new Map<string, BorderlineDecision>();
  for (const row of table.rows) {
    const show = (heading: string) => showCell(grid, `${table.columns.get(heading) ?? ''}${row.row}`);
    const written = {
      decision: show(headings.decision),
      reason: show(headings.reason),
      decidedBy: show(headings.decidedBy),
      date: show(headings.date),
    };
    if (Object.values(written).every((each) => each === '')) continue;
    const unitNumber = text(row, UNIT_NUMBER);
    if (unitNumber === '') {
      throw new UnusableInput(
        `文件${quoteForUser(table.fileName)}工作表“${BORDERLINE_SHEET}”第 ${row.row} 行写有决定而没有编号，不知道是哪家单位的，请补填编号。`,
      );
    }
    // Who has just decided looked at the points of that summary.
    decisions.set(unitNumber, { ...written, points: show(headings.points) || show(headings.now) });
  }
  return decisions;
}

function showCell(grid: SheetGrid, address: string): string {
  const cell = grid.get(address);
  if (cell?.kind === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  if (cell?.kind !== 'number' || !cell.isDate) return grid.textAt(address);
  return dayOfSerial(cell.value, grid.sheet.date1904) ?? '';
}

/**
 * SHA-256 of the files that people marked in a sheet.
 * @throws UnusableInput for a mark that may mean yes or no
 */
function readMarked(tables: EarlierTables, sheet: string, heading: string): Set<string> {
  const columns: RosterColumn[] = [
    { heading, type: 'yes-no' },
    { heading: HASH_HEADING, type: 'text' },
  ];
  const table = tables.read(sheet, columns, [HASH_HEADING]);
  const grid = new SheetGrid(tables.workbook.readSheet(sheet));
  const marked = table.rows.filter(({ facts }) => facts.get(heading) === true);
  const hashes = marked.map(({ row }) => grid.textAt(`${table.columns.get(HASH_HEADING) ?? ''}${row}`));
  return new Set(hashes.filter((hash) => hash !== ''));
}

/** The unit's number, and texts. */
function columnsFor(texts: readonly string[]): RosterColumn[] {
  return [{ heading: UNIT_NUMBER, type: 'code' }, ...texts.map((heading): RosterColumn => ({ heading, type: 'text' }))];
}

function text({ facts }: TableRow, heading: string): string {
  const value = facts.get(heading);
  return typeof value === 'string' ? value : '';
}
