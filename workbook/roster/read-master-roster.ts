import {
  VETO_WORDS,
  vetoHeading,
  type CellNote,
  type CellProblem,
  type MasterRoster,
  type MemberUnit,
  type Nominee,
  type OverrideRow,
  type ScoreRow,
  type VetoState,
} from '../../rules/master-roster.ts';
import { COVERAGE_LABEL, SCHEME_LABEL, SHEET, type TableKey, type SheetKey } from '../../rules/roster-cell.ts';
import type { UnseenPart } from '../../rules/roster-oddities.ts';
import { columnsOf, CREDIT_CODE_COLUMN } from '../../rules/roster-columns.ts';
import type { Facts, RosterColumn } from '../../rules/roster-column.ts';
import { cellKey } from '../../rules/merge-findings.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { mayLack, sheetsOf } from '../../rules/sheets.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { comparable } from '../intake/clean-text.ts';
import { cleanControls } from '../../ooxml/read/control-characters.ts';
import { quoteForUser } from '../intake/quote.ts';
import { findLabelled, readCoverage, type CoverageReading } from './read-guide.ts';
import type { RosterWorkbook } from './roster-workbook.ts';
import type { RosterAddresses, RosterPlace } from './roster-addresses.ts';
import { formulaKey, readTable, type Table, type TableRow } from '../intake/table.ts';
import { findTab } from './find-tabs.ts';
import { findUnseen } from './find-unseen.ts';
import { listOddities } from './list-oddities.ts';
import { numberIn, textIn } from './row-values.ts';
import { settleNames } from './settle-names.ts';
import { settleNumbers } from './settle-numbers.ts';
import {
  toConfirmation,
  toDecision,
  toExpert,
  toExpertScore,
  toMaterialRow,
  toObjection,
  toProject,
} from './read-application-rows.ts';

/**
 * The id of the scheme that a master roster names in its sheet 说明, right of 方案编号.
 * @throws UnusableInput when the sheet or the cell is missing
 */
export function readSchemeId(workbook: RosterWorkbook): string {
  const value = findLabelled(workbook, SCHEME_LABEL)?.cell;
  const id = value?.kind === 'text' ? cleanControls(value.text).trim() : '';
  if (id !== '') return id;
  throw new UnusableInput(
    `文件${quoteForUser(workbook.fileName)}没有写明评选方案；请在工作表${quoteForUser(SHEET.scheme)}中“${SCHEME_LABEL}”右边的单元格填写方案编号，或者另取一份空白总名册，把各表的内容粘贴进去。`,
  );
}

/**
 * Reads the master roster under a scheme. Cells that are not what their column asks are null in the rows and listed in `problems`.
 * @throws UnusableInput when a sheet or a heading is missing
 */
export function readMasterRoster(
  workbook: RosterWorkbook,
  scheme: Scheme,
): { roster: MasterRoster; addresses: RosterAddresses } {
  const sheets = sheetsOf(scheme).filter((sheet) => !mayLack(sheet) || findTab(workbook, sheet));
  const guide = readCoverage(workbook, scheme);
  const readings = new Map(sheets.map((sheet) => [sheet, readSheetTable(workbook, scheme, sheet)]));
  const tables = new Map([...readings].map(([sheet, { table }]) => [sheet, table]));
  const { rowsOf, notes: numberNotes } = settleNumbers(tables);
  const awards = nameFinder(scheme.awards.map(({ name }) => name));
  const sequence = rowsOf('sequence').map(({ facts }) => textIn(facts, '行业序列'));
  const sequences = nameFinder(sequence);
  const isCollective = new Map(scheme.awards.map(({ name, recipient }) => [name, recipient === 'collective']));
  // Where no body within the unit is honoured, the unit is.
  const collectiveHeading = scheme.roster.omits.includes('受奖集体') ? '单位名称' : '受奖集体';
  const settled = settleNames(scheme, {
    memberUnits: rowsOf('memberUnits').map((row) => toMemberUnit(row, sequences)),
    nominees: rowsOf('nominees').map((row) => toNominee(row, awards, isCollective, collectiveHeading)),
    overrides: rowsOf('overrides').map((row) => toOverride(row, awards)),
  });
  return {
    roster: {
      coverage: guide.coverage,
      absentColumns: [...tables].flatMap(([sheet, table]) => listAbsent(scheme, sheet, table)),
      memberUnits: settled.memberUnits,
      scores: rowsOf('scores').map((row) => toScoreRow(row, scheme.scoreSheet?.vetoItems.length ?? 0)),
      nominees: settled.nominees,
      overrides: settled.overrides,
      sequence,
      projects: rowsOf('projects').map(toProject),
      confirmations: rowsOf('confirmations').map(toConfirmation),
      materials: rowsOf('materials').map(toMaterialRow),
      experts: rowsOf('experts').map(toExpert),
      expertScores: rowsOf('expertScores').map(toExpertScore),
      objections: rowsOf('objections').map(toObjection),
      decisions: rowsOf('decisions').map(toDecision),
      problems: [...guide.problems, ...[...tables].flatMap(([sheet, table]) => toProblems(sheet, table))],
      notes: joinNotes(
        [...tables].flatMap(([sheet, table]) => toNotes(sheet, table)),
        [...numberNotes, ...settled.notes],
      ).map((note) => markComputed(note, tables)),
      unseen: [...readings.values()].flatMap(({ unseen }) => unseen),
      oddities: listOddities(workbook, readings),
    },
    addresses: new Map<SheetKey, RosterPlace>([['scheme', placeOf(guide, workbook)], ...tables]),
  };
}

function listAbsent(scheme: Scheme, sheet: TableKey, { columns }: Table): { sheet: TableKey; heading: string }[] {
  return columnsOf(sheet, scheme).flatMap(({ heading }) => (columns.has(heading) ? [] : [{ sheet, heading }]));
}

/** In a roster without the label one looks where the scheme is named. */
function placeOf({ place }: CoverageReading, workbook: RosterWorkbook): RosterPlace {
  const headingRow = (place ?? findLabelled(workbook, SCHEME_LABEL))?.row ?? 1;
  const sheetName = findTab(workbook, 'scheme')?.name ?? SHEET.scheme;
  return {
    sheetName,
    headingRow,
    lastRow: headingRow,
    columns: new Map(place ? [[COVERAGE_LABEL, place.letters]] : []),
  };
}

interface SheetReading {
  readonly table: Table;
  readonly columns: readonly RosterColumn[];
  readonly unseen: readonly UnseenPart[];
}

/** The sheet itself is let go of: every cell of it is several times the table. */
function readSheetTable(workbook: RosterWorkbook, scheme: Scheme, sheet: TableKey): SheetReading {
  const tab = findTab(workbook, sheet);
  const content = workbook.readSheet(tab?.name ?? SHEET[sheet]);
  const columns = columnsOf(sheet, scheme);
  const table = readTable(content, columns);
  return { table, columns, unseen: findUnseen(sheet, content, table, tab?.state ?? 'visible') };
}

function toProblems(sheet: TableKey, { problems }: Table): CellProblem[] {
  return problems.map(({ row, heading, code, found, message, candidates }) => ({
    cell: { sheet, row, heading },
    code,
    found,
    message,
    candidates,
  }));
}

function markComputed(note: CellNote, tables: ReadonlyMap<SheetKey, Table>): CellNote {
  const { sheet, row, heading } = note.cell;
  const isComputed = row !== null && tables.get(sheet)?.formulas.has(formulaKey(row, heading));
  return isComputed ? { ...note, isComputed } : note;
}

function toNotes(sheet: TableKey, { notes }: Table): CellNote[] {
  return notes.map(({ row, heading, ...note }) => ({ cell: { sheet, row, heading }, ...note }));
}

/** A cell whose name was settled is to hold that name, whatever else was otherwise about it. */
function joinNotes(cells: readonly CellNote[], names: readonly CellNote[]): CellNote[] {
  const settled = new Map(names.map(({ cell, canonical }) => [cellKey(cell), canonical]));
  return [...cells, ...names].map((note) => ({
    ...note,
    canonical: settled.get(cellKey(note.cell)) ?? note.canonical,
  }));
}

function toMemberUnit({ row, facts }: TableRow, sequences: FindName): MemberUnit {
  return {
    row,
    number: textIn(facts, '编号'),
    name: textIn(facts, '全称'),
    district: textIn(facts, '所属'),
    sequence: sequences(textIn(facts, '行业序列')),
    ...creditCodeIn(facts),
    facts,
  };
}

/** Nothing where the row gives none. */
function creditCodeIn(facts: Facts): { creditCode?: string } {
  const creditCode = textIn(facts, CREDIT_CODE_COLUMN.heading);
  return creditCode === '' ? {} : { creditCode };
}

function toScoreRow({ row, facts }: TableRow, vetoCount: number): ScoreRow {
  return {
    row,
    unitNumber: textIn(facts, '编号'),
    unitName: textIn(facts, '全称'),
    selfBasic: numberIn(facts, '基本得分（自评）'),
    selfBonus: numberIn(facts, '加分（自评）'),
    associationBasic: numberIn(facts, '基本得分（协会）'),
    associationBonus: numberIn(facts, '加分（协会）'),
    vetoes: Array.from({ length: vetoCount }, (_, index) => toVetoState(textIn(facts, vetoHeading(index)))),
  };
}

function toVetoState(word: string): VetoState {
  if (word === VETO_WORDS.clear) return 'clear';
  return word === VETO_WORDS.occurred ? 'occurred' : 'open';
}

function toNominee(
  { row, facts }: TableRow,
  awards: FindName,
  isCollective: ReadonlyMap<string, boolean>,
  collectiveHeading: string,
): Nominee {
  const award = awards(textIn(facts, '奖项'));
  return {
    row,
    application: textIn(facts, '申报编号'),
    award,
    unitNumber: textIn(facts, '单位编号'),
    unitName: textIn(facts, '单位名称'),
    ...creditCodeIn(facts),
    name: textIn(facts, isCollective.get(award) ? collectiveHeading : '姓名'),
    sex: textIn(facts, '性别'),
    birthMonth: textIn(facts, '出生年月'),
    idNumber: textIn(facts, '身份证号'),
    position: textIn(facts, '职务'),
    deeds: textIn(facts, '主要事迹'),
    facts,
  };
}

function toOverride({ row, facts }: TableRow, awards: FindName): OverrideRow {
  return {
    row,
    district: textIn(facts, '所属'),
    award: awards(textIn(facts, '奖项')),
    places: numberIn(facts, '名额'),
    reason: textIn(facts, '理由'),
  };
}

/** The known name that a cell means; other texts stay as they are, and the check reports them. */
type FindName = (written: string) => string;

/** Width and white space make no difference: `先进 单位` is 先进单位. */
function nameFinder(known: readonly string[]): FindName {
  const byKey = new Map(known.map((name) => [comparable(name), name]));
  return (written) => byKey.get(comparable(written)) ?? written;
}
