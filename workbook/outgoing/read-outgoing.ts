/** Reads a returned workbook for nominations: the form that went out, or a list of a district's own whose headings are those of 推荐名单. */
import { IntakeError } from '../../ooxml/errors.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { dayOfSerial } from '../../ooxml/read/serial-date.ts';
import { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { NominationOutcome, ReturnedRow } from '../../rules/nominations/returned-nominations.ts';
import { SCHEME_LABEL, SHEET } from '../../rules/roster-cell.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { comparable } from '../intake/clean-text.ts';
import { quoteForUser } from '../intake/quote.ts';
import { readTable, type Table, type TableRow } from '../intake/table.ts';
import { describeOpinionForm, type OpinionForm } from '../opinions/read-opinions.ts';
import { findTab, hasRosterTabs, hasTab } from '../roster/find-tabs.ts';
import { findUnseen } from '../roster/find-unseen.ts';
import { findLabelled } from '../roster/read-guide.ts';
import type { ScoreSheetWorkbook } from '../score-sheet/find-score-sheet.ts';
import {
  DEADLINE_LABEL,
  OFFICE_LABELS,
  DISTRICT_LABEL,
  EDITION_LABEL,
  HINT_HEADING,
  listInputColumns,
  UNIT_CHOICE_HEADING,
} from './outgoing-layout.ts';
import { findOtherList } from './find-other-list.ts';
import { OUTGOING_PROPERTY } from './outgoing-identity.ts';

/** What a reader has to know. Plain data: it is handed from thread to thread. */
export interface NominationForm {
  readonly scheme: { readonly id: string; readonly title: string; readonly edition: string };
  /** Names of all districts of the scheme. */
  readonly districts: readonly string[];
  /** Of the roster's 推荐名单; a list of a district's own may lack all but award and unit. */
  readonly columns: readonly RosterColumn[];
  /** Headings that a district fills in. */
  readonly inputs: readonly string[];
  /** Of workbooks in which bodies say what they think of nominations; null where the document seeks no opinions. */
  readonly opinions: OpinionForm | null;
}

const NEEDED: ReadonlySet<string> = new Set(['奖项', '单位名称']);

export function describeForm(scheme: Scheme): NominationForm {
  const { id, title, edition, districts } = scheme;
  return {
    scheme: { id, title, edition },
    districts: districts.map(({ name }) => name),
    columns: columnsOf('nominees', scheme).map((column) =>
      NEEDED.has(column.heading) ? column : { ...column, optional: true },
    ),
    inputs: listInputColumns(scheme).map(({ heading }) => heading),
    opinions: describeOpinionForm(scheme),
  };
}

/** @returns null for a workbook that is no list of nominations: a score sheet, a roster, anything else */
export function readNominations(workbook: ScoreSheetWorkbook, form: NominationForm): NominationOutcome | null {
  const { customProperties: properties, sheets } = workbook;
  const isStamped = properties.has(OUTGOING_PROPERTY.district);
  if (!isStamped && (hasTab(sheets, 'nominees') ? hasRosterTabs(sheets) : !isTitledForm(workbook))) return null;
  const identity = judgeIdentity(workbook, form);
  const { district } = identity;
  if (identity.fault !== null) return reject(identity.code, identity.fault, district);
  try {
    const tab = findTab(workbook, 'nominees');
    if (!tab) {
      const message = `没有“${SHEET.nominees}”这张工作表，请用发出的推荐表填写后重新报送，不要删表、改表名。`;
      return reject('no-nominations', message, district);
    }
    const content = workbook.readSheet(tab.name);
    const table = readTable(content, [...form.columns, CHOICE_COLUMN]);
    if (table.rows.length > MOST_ROWS) {
      const message = `“${SHEET.nominees}”有 ${table.rows.length} 行，超过 ${MOST_ROWS} 行，不像是一个区的推荐，请核对后重新报送。`;
      return reject('too-many-rows', message, district);
    }
    const other = findOtherList(workbook, table, listNeeded(form));
    if (other !== '') return reject('second-list', other, district);
    const grid = new SheetGrid(content);
    const struck = new Set(
      findUnseen('nominees', content, table, 'visible').flatMap(({ kind, rows }) =>
        kind === 'row-struck' ? rows : [],
      ),
    );
    const rows = [
      ...table.rows.flatMap((row) => readRow(table, row, grid, form) ?? []),
      ...table.unclear.flatMap(({ row, isCounted, text }) =>
        isCounted ? [] : (readUnclear(table, { row, text }, grid, form) ?? []),
      ),
    ]
      .map((each) => (struck.has(each.row) ? { ...each, doubt: STRUCK } : each))
      .sort((a, b) => a.row - b.row);
    const list = {
      district,
      isForm: identity.isForm,
      fingerprint: properties.get(OUTGOING_PROPERTY.blank) ?? '',
      sheetName: tab.name,
      rows,
      ...(identity.isForm && { office: readOffice(workbook) }),
      ...compareHeadings(table, grid, form),
    };
    return { kind: 'read', list };
  } catch (error) {
    // What the guard turns away is told by whoever reads the file.
    if (error instanceof IntakeError || !(error instanceof UnusableInput)) throw error;
    return reject('headings', error.message, district);
  }
}

/** What a district fills in: a sheet that has all of it is a list. */
function listNeeded({ columns, inputs }: NominationForm): RosterColumn[] {
  return columns.map((column) => (inputs.includes(column.heading) ? { ...column, optional: false } : column));
}

const STRUCK =
  '这一行有划掉的内容，不知道还推荐不推荐，没有写进总名册；撤回的请清空这一行，不撤的请去掉删除线后重新报送。';

/** A row of which the reading cannot say that it is one: it is named, where something is filled in. */
function readUnclear(
  { columns }: Table,
  { row, text }: { readonly row: number; readonly text: string },
  grid: SheetGrid,
  { inputs }: NominationForm,
): ReturnedRow | null {
  const isFilled = inputs.some((heading) => {
    const letters = columns.get(heading);
    return letters !== undefined && grid.textAt(`${letters}${row}`).trim() !== '';
  });
  if (!isFilled) return null;
  const doubt = `第 ${row} 行（${hideLongNumbers(text)}）看不出是不是一项推荐，没有写进总名册；请补填单位和姓名，或删去这一行。`;
  return { row, choice: '', facts: [], doubt, unread: [] };
}

/** Of one district; the largest has some hundred. Each row is listed in the summary, and none of the other districts must suffer for one. */
const MOST_ROWS = 5_000;

/** Beside the roster's own columns in the form. */
const CHOICE_COLUMN: RosterColumn = {
  heading: UNIT_CHOICE_HEADING,
  type: 'text',
  naming: 'shared',
  optional: true,
};

interface ListIdentity {
  readonly district: string | null;
  readonly isForm: boolean;
  readonly code: string;
  /** One Chinese sentence; null where nothing stands against it. */
  readonly fault: string | null;
}

/** So that what the staff filled in once stands on the form that goes back. */
function readOffice(workbook: ScoreSheetWorkbook): [label: string, value: string][] {
  return [DEADLINE_LABEL, ...OFFICE_LABELS].flatMap((label): [string, string][] => {
    const found = findOfficeCell(workbook, label);
    const cell = found?.cell;
    if (cell?.kind === 'number') {
      const day = cell.isDate ? dayOfSerial(cell.value, found?.sheet.date1904 ?? false) : undefined;
      return [[label, day ?? String(cell.value)]];
    }
    return cell?.kind === 'text' && cell.text.trim() !== '' ? [[label, cell.text.trim()]] : [];
  });
}

/** None where a label stands there twice with two answers: that says nothing of the nominations. */
function findOfficeCell(workbook: ScoreSheetWorkbook, label: string) {
  try {
    return findLabelled(workbook, label);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return null;
  }
}

/** Of a form whose 推荐名单 has another name, and which another program saved: it is one all the same, and is told so. */
function isTitledForm(workbook: ScoreSheetWorkbook): boolean {
  try {
    return findLabelled(workbook, DISTRICT_LABEL) !== null;
  } catch (error) {
    if (!(error instanceof UnusableInput || error instanceof IntakeError)) throw error;
    return false;
  }
}

/** A label with two answers is a fault of this file, and none of whoever reads it. */
function judgeIdentity(workbook: ScoreSheetWorkbook, form: NominationForm): ListIdentity {
  try {
    return readIdentity(workbook, form);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { district: null, isForm: false, code: 'unknown-district', fault: error.message };
  }
}

/** By what travels inside, else by 填写说明: other formats lose what travels inside. */
function readIdentity(workbook: ScoreSheetWorkbook, { scheme, districts }: NominationForm): ListIdentity {
  const { customProperties: properties } = workbook;
  const read = (property: string, label: string): string => {
    const cell = properties.has(property) ? null : findLabelled(workbook, label)?.cell;
    const written = properties.get(property) ?? (cell?.kind === 'text' ? cell.text : '');
    return comparable(written);
  };
  const written = read(OUTGOING_PROPERTY.district, DISTRICT_LABEL);
  const district = districts.find((name) => comparable(name) === written) ?? null;
  const isForm = written !== '';
  const id = read(OUTGOING_PROPERTY.scheme, SCHEME_LABEL);
  const edition = read(OUTGOING_PROPERTY.edition, EDITION_LABEL);
  const judged = { district, isForm };
  if (id !== '' && id !== comparable(scheme.id)) {
    const fault = `是评选方案${quoteForUser(id)}的推荐表，不是“${scheme.title}”的，请用这次发出的推荐表填写后报送。`;
    return { ...judged, code: 'other-scheme', fault };
  }
  if (edition !== '' && edition !== comparable(scheme.edition)) {
    const fault = `是 ${hideLongNumbers(edition)} 年度的推荐表，不是 ${scheme.edition} 年度的，请用这次发出的推荐表填写后报送。`;
    return { ...judged, code: 'other-edition', fault };
  }
  if (written !== '' && district === null) {
    const fault = `推荐单位${quoteForUser(written)}不是办法里的区，请核对“${DISTRICT_LABEL}”后重新报送。`;
    return { ...judged, code: 'unknown-district', fault };
  }
  return { ...judged, code: '', fault: null };
}

/** What the sheet lacks of the headings that a district fills in, and what it has besides. */
function compareHeadings({ headingRow, columns }: Table, { sheet }: SheetGrid, { inputs }: NominationForm) {
  const known = new Set(columns.values());
  const cells = sheet.rows.find(({ number }) => number === headingRow)?.cells ?? [];
  return {
    lacking: inputs.filter((heading) => !columns.has(heading)),
    unknown: cells.flatMap((cell) =>
      cell.kind === 'text' && cell.text !== HINT_HEADING && !known.has(columnLetters(cell.column))
        ? [hideLongNumbers(cell.text.trim())]
        : [],
    ),
  };
}

/** Null where nothing is filled in but what the form itself prints. */
function readRow(
  table: Table,
  { row, facts }: TableRow,
  grid: SheetGrid,
  { columns, inputs }: NominationForm,
): ReturnedRow | null {
  const letters = table.columns.get(UNIT_CHOICE_HEADING);
  // As it is shown: it may be a number.
  const choice = letters === undefined ? '' : readChoice(grid, `${letters}${row}`, facts);
  // In the form number and name of the unit follow from the choice, by formulas that not every program computes.
  const following = letters === undefined ? [] : [UNIT_CHOICE_HEADING, '单位编号', '单位名称'];
  const problems = table.problems.filter((problem) => problem.row === row && !following.includes(problem.heading));
  const isFilled = inputs.some((heading) => (facts.get(heading) ?? null) !== null && facts.get(heading) !== '');
  const isTyped = letters === undefined && (facts.get('单位编号') ?? '') !== '';
  if (choice === '' && !isFilled && !isTyped && problems.length === 0) return null;
  return {
    row,
    choice,
    doubt: null,
    facts: columns.flatMap(({ heading }) =>
      table.columns.has(heading) ? [[heading, facts.get(heading) ?? null] as const] : [],
    ),
    unread: problems.map(({ heading, address, code, message }) => ({
      heading,
      code,
      cell: address,
      message: hideLongNumbers(message),
      isForUnit: true,
    })),
  };
}

/** As it is shown, for it may be a number; nothing where its author has struck it out. */
function readChoice(grid: SheetGrid, address: string, facts: TableRow['facts']): string {
  const isNumber = grid.get(address)?.kind === 'number';
  return isNumber || (facts.get(UNIT_CHOICE_HEADING) ?? null) !== null ? grid.textAt(address).trim() : '';
}

function reject(code: string, message: string, district: string | null): NominationOutcome {
  return {
    kind: 'rejected',
    faults: [{ code, cell: null, message: hideLongNumbers(message), isForUnit: true }],
    district,
  };
}
