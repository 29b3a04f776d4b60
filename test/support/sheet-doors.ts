/** The doors of a returned score sheet: `collect`, and the pane over a file and in Excel. And that of a tally which is read back. */
import { FileHost } from '../../addin/host/file/file-host.ts';
import { LiveScore } from '../../addin/panels/score/live-score.ts';
import type { CellRemark } from '../../addin/panels/score/input-cell.ts';
import type { ScoreView } from '../../addin/panels/score/score-view.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { NOTE_KINDS } from '../../rules/note-kind.ts';
import { judgeScore } from '../../rules/score-sheet.ts';
import type { FileRemark } from '../../rules/tally/returned-file.ts';
import { openScoreSheetReader } from '../../workbook/score-sheet/read-score-sheet.ts';
import { fingerprintBlank } from '../../workbook/score-sheet/score-sheet-identity.ts';
import { ROLES, type Role } from '../../workbook/score-sheet/score-sheet-places.ts';
import { readTally } from '../../workbook/tally/read-tally.ts';
import { UNIT_SHEET } from '../../workbook/tally/unit-tables.ts';
import { writeTally } from '../../workbook/tally/write-tally.ts';
import { allItems, layout, makeUnitSheet, openScore, scheme, SHEET, UNIT } from '../addin/score-fixture.ts';
import { startDeskHere } from '../addin/in-process-desk.ts';
import { fillSheet, fullFilling, liftProtection, withoutSelf } from './filled-sheets.ts';
import { asFull } from './full-scheme.ts';
import type { Reading } from './reading-doors.ts';
import { typeCells } from './typed-cells.ts';
import { makeFile, makeUnit, tallyOf } from './tally-files.ts';

/** What can be read from a score sheet: a score of 3 points, a veto item, the unit's number, its name. */
export type SheetKind = 'points' | 'veto' | 'unitNumber' | 'unitName';

/** One reading of a text in a cell of that kind. */
type SheetDoor = (kind: SheetKind, text: string) => Promise<Reading>;

/** The score that the texts stand for; items that give as much without a question. */
export const POINTS = 3;
const items = allItems.filter(({ item }) => judgeScore(scheme.scoreSheet, item, POINTS) === null);

interface Place {
  readonly address: string;
  readonly role: Role;
  /** Of the item in the order of the sheet, or of the veto item. */
  readonly at: number;
}

const PLACES: Readonly<Record<'points' | 'veto', readonly Place[]>> = {
  points: ROLES.flatMap((role) =>
    items.map((place) => ({ address: place.scoreCells[role], role, at: allItems.indexOf(place) })),
  ),
  veto: ROLES.flatMap((role) => layout.vetoes.map(({ stateCells }, at) => ({ address: stateCells[role], role, at }))),
};

function addressOf(kind: SheetKind): string {
  if (kind === 'unitNumber') return layout.unitNumberCell;
  return kind === 'unitName' ? layout.unitNameCell : (PLACES[kind][0]?.address ?? '');
}

/** Without the place and without what is to be done: what is said of the text itself, in the words of the reading. */
function bare(message: string): string {
  if (/不是得分|无法识别|不能识别/.test(message)) {
    return `不能识别${/，可能是.*，请写明是哪一个/.exec(message)?.[0] ?? '，请改正'}`;
  }
  return message
    .replace(/^\S+ 单元格/, '')
    .replace(/，请再点一次，写成规范的样子。$|，请核对。$/, '')
    .replace('（表格自己的合计不会算上它）', '');
}

async function makeOpenSheet(): Promise<Uint8Array> {
  return liftProtection(await makeUnitSheet());
}

export async function openReturnDoor(): Promise<SheetDoor> {
  const read = openScoreSheetReader(layout, await fingerprintBlank(layout));
  const blank = await makeOpenSheet();
  return (kind, text) => {
    const bytes = typeCells(fillSheet(blank, scheme, fullFilling(scheme), { [addressOf(kind)]: text }));
    const [only] = read(openWorkbook(bytes, '甲.xlsx'));
    if (only?.outcome.kind !== 'read') throw new Error(`${text} sends the sheet back`);
    const { sheet, warnings } = only.outcome;
    const place = kind === 'points' || kind === 'veto' ? PLACES[kind][0] : undefined;
    const values = {
      points: sheet.scores[place?.role ?? 'self'][place?.at ?? 0] ?? null,
      veto: sheet.vetoes[place?.role ?? 'self'][place?.at ?? 0] ?? null,
      unitNumber: sheet.unitNumber,
      unitName: sheet.unitName,
    };
    const isOfReading = ({ code }: FileRemark) => code in NOTE_KINDS || READING_FAULTS.includes(code);
    const told = warnings.filter(isOfReading).map(({ message }) => bare(message));
    return Promise.resolve({ value: values[kind], told });
  };
}

const READING_FAULTS: readonly string[] = ['not-a-number', 'veto-unreadable'];

/** Many texts to a sheet: each has a cell of its own. */
export async function openPaneDoor(
  host: 'file' | 'excel',
  texts: Readonly<Record<SheetKind, readonly string[]>>,
): Promise<SheetDoor> {
  const blank = await makeOpenSheet();
  const readings = new Map<string, Reading>();
  for (let start = 0; start < Math.max(...Object.values(texts).map(({ length }) => length)); start += 1) {
    const odd = (Object.keys(texts) as SheetKind[]).flatMap((kind) => {
      const places =
        kind === 'points' || kind === 'veto'
          ? PLACES[kind]
          : [{ address: addressOf(kind), role: 'self', at: 0 } as const];
      const left = texts[kind].slice(start * places.length);
      return places.flatMap((place, index) => {
        const text = left[index];
        return text === undefined ? [] : [{ kind, place, text }];
      });
    });
    if (odd.length === 0) break;
    const cells = Object.fromEntries(odd.map(({ place, text }) => [place.address, text]));
    const view = await viewThrough(host, typeCells(fillSheet(blank, scheme, fullFilling(scheme), cells)));
    for (const { kind, place, text } of odd) readings.set(`${kind} ${text}`, readView(view, kind, place));
  }
  return (kind, text) => {
    const reading = readings.get(`${kind} ${text}`);
    if (!reading) throw new Error(`the pane was not given ${text}`);
    return Promise.resolve(reading);
  };
}

async function viewThrough(host: 'file' | 'excel', bytes: Uint8Array): Promise<ScoreView> {
  if (host === 'excel') {
    const { live, view } = await openScore('1.7', bytes);
    const shown = view();
    await live.stop();
    return shown;
  }
  const live = new LiveScore(await FileHost.open(startDeskHere(), bytes, '甲.xlsx'), layout, SHEET);
  await live.start();
  const { view, fault } = live.getState();
  await live.stop();
  if (view === null) throw fault ?? new Error('nothing is shown');
  return view;
}

function readView(view: ScoreView, kind: SheetKind, { address, role, at }: Place): Reading {
  const tell = (remark: CellRemark | null) => (remark === null ? [] : bare(remark.message).split('；'));
  if (kind === 'points') {
    const cell = view.categories.flatMap((each) => each.items)[at]?.cells[role];
    return { value: cell?.steps ?? null, told: tell(cell?.remark ?? null) };
  }
  if (kind === 'veto') {
    const cell = view.vetoes[at]?.cells[role];
    return { value: cell?.state ?? null, told: tell(cell?.remark ?? null) };
  }
  const told = view.formFaults.filter((message) => message.startsWith(`${address} `)).map(bare);
  return { value: kind === 'unitNumber' ? view.unitNumber : view.unitName, told };
}

export type TallyKind = 'yesNo' | 'unitNumber';

/** A tally with one file that a person has to confirm; the text stands in that cell, or in that of the unit's number. */
export async function openTallyDoor(): Promise<(kind: TallyKind, text: string) => Promise<Reading>> {
  const full = asFull(scheme);
  const unit = makeUnit(UNIT.number);
  const file = makeFile(full, unit, withoutSelf(fullFilling(full)));
  const bytes = await writeTally(tallyOf(full, [unit], [file]), {
    layout,
    blank: 'f'.repeat(64),
    ignored: [],
    earlierName: null,
    lists: null,
    opinions: null,
    writes: null,
    gaps: [],
    contacts: new Map(),
  });
  const cells = {
    yesNo: findBelow(bytes, '待确认', '确认'),
    unitNumber: findBelow(bytes, UNIT_SHEET, '编号'),
  };
  return (kind, text) => {
    const changed = typeCells(patchWorkbook(bytes, '汇总.xlsx', [{ ...cells[kind], value: text }]));
    try {
      const { earlier, notes } = readTally(openWorkbook(changed, '汇总.xlsx'), full);
      const told = notes.map((message) => message.replace(/^.*? 单元格(.*)，请核对。$/, '$1'));
      const isConfirmed = earlier.confirmed.has(file.sha256);
      const isBlank = told.some((message) => message.includes('按没有填写读取'));
      const value = kind === 'yesNo' ? (isBlank ? null : isConfirmed) : (earlier.units[0]?.unitNumber ?? null);
      return Promise.resolve({ value, told });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const refused = /应为.*?(，可能是.*|，请改正)。$/.exec(error.message)?.[1];
      if (refused === undefined) throw error;
      return Promise.resolve({ value: null, told: [`不能识别${refused}`] });
    }
  };
}

/** The cell below a heading. */
function findBelow(bytes: Uint8Array, sheet: string, heading: string): { sheet: string; address: string } {
  for (const { number, cells } of openWorkbook(bytes, '汇总.xlsx').readSheet(sheet).rows) {
    const cell = cells.find((each) => each.kind === 'text' && each.text === heading);
    if (cell) return { sheet, address: `${String.fromCharCode(64 + cell.column)}${number + 1}` };
  }
  throw new Error(`no heading ${heading} in ${sheet}`);
}
