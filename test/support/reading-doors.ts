/** The doors through which a cell comes in. Each gives, of the same text, what was read and what people are told. */
import type { DeskClient } from '../../addin/desk/desk.ts';
import { SheetStore } from '../../addin/desk/sheet-store.ts';
import { ExcelHost } from '../../addin/host/excel/excel-host.ts';
import { fillDesk } from '../../addin/host/excel/fill-desk.ts';
import { ExcelContext } from '../../addin/host/excel/excel-context.ts';
import { FileHost } from '../../addin/host/file/file-host.ts';
import type { WorkbookHost } from '../../addin/host/port.ts';
import { LiveRoster } from '../../addin/roster/live-roster.ts';
import { checkRoster } from '../../rules/check-roster.ts';
import type { MasterRoster } from '../../rules/master-roster.ts';
import { SHEET, type TableKey } from '../../rules/roster-cell.ts';
import type { Facts, FactValue } from '../../rules/roster-column.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { openAnyWorkbook } from '../../workbook/formats/open-any-workbook.ts';
import { addressOf } from '../../workbook/roster/roster-addresses.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { connectHere, startDeskHere } from '../addin/in-process-desk.ts';
import { createNodeHost } from '../office-host/node-host.ts';
import { SIXTH } from './scheme-sample.ts';
import { typeCells } from './typed-cells.ts';

/** What one door makes of a cell. */
export interface Reading {
  /** Null where it is blank or refused. */
  readonly value: FactValue;
  /** Sentences, in an order of their own; a fault names what the cell can mean. */
  readonly told: readonly string[];
}

/** A cell of a roster: row of the table from 0. */
interface RosterCell {
  readonly sheet: TableKey;
  readonly heading: string;
  readonly row: number;
}

type RosterDoor = (cell: RosterCell) => Reading;

const FILE = '名册.xlsx';

/** A roster through every door of a roster: the commands, the pane over a file, the pane in Excel. */
export async function openRosterDoors(
  scheme: Scheme,
  tables: Readonly<Partial<Record<TableKey, readonly Facts[]>>>,
): Promise<Readonly<Record<'command' | 'file' | 'excel', RosterDoor>>> {
  const bytes = typeCells(await writeMasterRoster(scheme, tables));
  const { roster, addresses } = readMasterRoster(await openAnyWorkbook(bytes, FILE), scheme);
  const { remarks } = checkRoster(scheme, roster);
  const told = remarks.filter(isAboutCell).map(({ where, message }) => ({
    addresses: where.map((cell) => `${SHEET[cell.sheet]}!${addressOf(addresses, cell)}`),
    message: bare(message),
  }));
  const ofFile = await reportOf((desk) => FileHost.open(desk, bytes, FILE));
  const node = await createNodeHost({ apiSet: '1.7', workbook: bytes });
  const ofExcel = await reportOf(async (desk) => {
    const host = new ExcelHost(node, desk);
    await host.describe();
    return host;
  });
  const store = new SheetStore();
  store.open(FILE);
  await fillDesk(
    { excel: new ExcelContext(node), desk: clientOf(store), isStale: () => false },
    Object.values(SHEET),
    null,
  );
  const inStore = readMasterRoster(store, scheme).roster;
  return {
    command: (cell) => ({ value: valueIn(roster, cell), told: listTold(scheme, told, cell) }),
    file: (cell) => ({ value: valueIn(roster, cell), told: listTold(scheme, ofFile, cell) }),
    excel: (cell) => ({ value: valueIn(inStore, cell), told: listTold(scheme, ofExcel, cell) }),
  };
}

interface Told {
  /** `人工确认!C2` */
  readonly addresses: readonly string[];
  readonly message: string;
}

/** Without the place and without what this column in particular wants: what is said of the text itself. */
function bare(message: string): string {
  const refused = /应为.*?(，可能是.*|，请改正)。$/.exec(message)?.[1];
  return refused === undefined ? message.replace(/^“[^”]*”(?:有 \d+ 个单元格)?/, '') : `不能识别${refused}`;
}

const READING_RULES: readonly string[] = ['cell-note', 'unreadable-cell'];

function isAboutCell({ rule }: { readonly rule: string }): boolean {
  return READING_RULES.includes(rule);
}

async function reportOf(open: (desk: DeskClient) => Promise<WorkbookHost>): Promise<Told[]> {
  const desk = startDeskHere(SIXTH.folder);
  const live = new LiveRoster(await open(desk), desk);
  await live.start();
  const { report, fault } = live.getState();
  await live.stop();
  if (report === null) throw fault ?? new Error('no report');
  return report.findings.filter(isAboutCell).map(({ targets, message }) => ({
    addresses: targets.map(({ sheet, address }) => `${sheet}!${address}`),
    message: bare(message),
  }));
}

/** The store of that desk alone. */
function clientOf(store: SheetStore): Parameters<typeof fillDesk>[0]['desk'] {
  const stored = connectHere(store);
  return {
    hasSheet: (name) => stored.has(name),
    beginRows: (name, first, last) => stored.begin(name, first, last),
    putBlock: (ticket, block) => stored.putBlock(ticket, block),
    finishRows: (ticket, merges) => stored.finish(ticket, merges),
    dropSheet: (name) => stored.drop(name),
  };
}

function listTold(scheme: Scheme, told: readonly Told[], { sheet, heading, row }: RosterCell): string[] {
  const column = columnsOf(sheet, scheme).findIndex((each) => each.heading === heading) + 1;
  if (column === 0) throw new Error(`no column ${heading}`);
  const address = `${SHEET[sheet]}!${columnLetters(column)}${row + 2}`;
  return told.filter(({ addresses }) => addresses.includes(address)).map(({ message }) => message);
}

/** What the rules get to see of the cell. */
function valueIn(roster: MasterRoster, { sheet, heading, row }: RosterCell): FactValue {
  const number = row + 2;
  const at = <Row extends { readonly row: number }>(rows: readonly Row[]): Row | undefined =>
    rows.find((each) => each.row === number);
  const fact = (found: { readonly facts: Facts } | undefined) => found?.facts.get(heading) ?? null;
  const blankAsNull = (value: FactValue | undefined) => (value === undefined || value === '' ? null : value);
  switch (`${sheet} ${heading}`) {
    case 'scores 编号':
      return blankAsNull(at(roster.scores)?.unitNumber);
    case 'scores 基本得分（协会）':
      return at(roster.scores)?.associationBasic ?? null;
    case 'scores 否决项1':
      return at(roster.scores)?.vetoes[0] ?? null;
    case 'expertScores 得分':
      return at(roster.expertScores)?.points ?? null;
    case 'confirmations 结论':
      return at(roster.confirmations)?.holds ?? null;
    case 'confirmations 确认日期':
      return blankAsNull(at(roster.confirmations)?.on);
    case 'materials 页数':
      return at(roster.materials)?.pages ?? null;
    case 'overrides 名额':
      return at(roster.overrides)?.places ?? null;
    case 'overrides 所属':
      return blankAsNull(at(roster.overrides)?.district);
    case 'experts 单位编号':
      return blankAsNull(at(roster.experts)?.unitNumber);
    case 'decisions 决定':
      return blankAsNull(at(roster.decisions)?.word);
    case 'decisions 决定日期':
      return blankAsNull(at(roster.decisions)?.on);
    case 'decisions 对象':
      return blankAsNull(at(roster.decisions)?.subject);
    case 'projects 单位编号':
      return blankAsNull(at(roster.projects)?.unitNumber);
    default:
      break;
  }
  switch (sheet) {
    case 'memberUnits':
      return fact(at(roster.memberUnits));
    case 'nominees':
      return fact(at(roster.nominees));
    case 'projects':
      return fact(at(roster.projects));
    case 'objections':
      return fact(at(roster.objections));
    default:
      throw new Error(`nobody says what ${sheet} ${heading} holds`);
  }
}
