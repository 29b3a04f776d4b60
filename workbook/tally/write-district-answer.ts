/** 回复: one page for a district that was to nominate, ready to be sent: what came, what counts, what there is to mend, and the places that are left. */
import { hideLongNumbers } from '../../rules/id-number.ts';
import { factIn } from '../../rules/nominations/fact-in.ts';
import type { GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { GatheredRow } from '../../rules/nominations/gathered-row.ts';
import type { PlaceChange } from '../../rules/nominations/judge-nominations.ts';
import type { DistrictLists, DistrictListState } from '../../rules/nominations/settle-lists.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { showOwnName } from '../../rules/tally/returned-file.ts';
import { LOOK, type Look } from '../draw/cell-looks.ts';
import { ListWorkbook } from '../draw/list-workbook.ts';
import { printableWidth } from '../draw/print-setup.ts';
import { SheetPen } from '../draw/sheet-pen.ts';
import { BLANK_DAY, BLANK_TELEPHONE, INDENT } from '../draw/words.ts';
import { makeSafeFileName } from '../file-name.ts';
import { countCleared, countTold, listTold, type CheckedAnswer, type ToldRow } from './answer-rows.ts';
import { tellLastDay } from './last-day.ts';
import { countAward, type GivenPlaces } from './nomination-tables.ts';
import { tellLateness } from './receipt-words.ts';

const SHEET = '回复';
const SHARES = [0.09, 0.13, 0.3, 0.48] as const;
/** What more there is shows when these are mended. */
const MOST_ROWS = 40;

/** `浦东/浦东推荐表回复.xlsx` */
export function nameDistrictAnswer(district: string): string {
  const name = makeSafeFileName(district);
  return `${name}/${name}推荐表回复.xlsx`;
}

/** `浦东/浦东推荐表（请改正）.xlsx` */
export function nameDistrictCorrections(district: string): string {
  const name = makeSafeFileName(district);
  return `${name}/${name}推荐表（请改正）.xlsx`;
}

interface AnswerAround {
  /** Until when to send the mended list back, `YYYY-MM-DD`; null where only the document may say it. */
  readonly replyBy: string | null;
  readonly gathered: GatheredNominations;
  readonly places: GivenPlaces;
  /** What the check asks of each row, and which it clears; null where the nominations were not checked, and there is no workbook for corrections. */
  readonly checked: CheckedAnswer | null;
  /** How many of its places are taken once its list stands in the roster; empty where that is not known. */
  readonly taken: readonly PlaceChange[];
}

const STATE_SENTENCES: Readonly<Record<DistrictListState, string>> = {
  received: '推荐表已经收到，',
  undecided: '收到几份不同的推荐表，还没有计入。请说明以哪一份为准：',
  rejected: '收到的推荐表不能计入，请照下面写的改正后重新报送：',
  missing: '还没有收到推荐表，请尽快报送。',
};

/** The same gathering gives the same bytes; day and telephone are left to be filled in. */
export function writeDistrictAnswer(
  scheme: Scheme,
  lists: DistrictLists,
  { gathered, places, checked, taken, replyBy }: AnswerAround,
): Promise<Uint8Array> {
  const title = '推荐表收件回复';
  const workbook = new ListWorkbook(title);
  const page = workbook.addPage(SHEET);
  const width = printableWidth('portrait');
  const pen = new SheetPen(
    page,
    SHARES.map((share) => share * width),
  );
  const rows = gathered.rows.filter(({ file }) => file === lists.counted);
  pen.writeLine(title, LOOK.title, 36);
  pen.writeLine(scheme.title, LOOK.subtitle, 24);
  pen.skip(8);
  pen.writeLine(`${lists.district}：`, LOOK.paragraph, 26);
  const lateness = tellLateness(lists, scheme.deadline?.value ?? null, scheme.issuer);
  const told = listTold(rows, gathered, checked);
  const counts = [countCleared(rows, told, checked), countTold(told, checked)].join('');
  for (const sentence of [...describeReceipt(lists, rows, counts), ...(lateness === null ? [] : [lateness])])
    pen.writeLine(`${INDENT}${sentence}`, LOOK.paragraph, 26);
  pen.skip(6);
  drawPlaces(pen, lists, { places, taken });
  drawRows(pen, told);
  pen.skip(8);
  const mended =
    checked && checked.asked.size > 0 ? '请在随附的“推荐表（请改正）”里改，红色的格子要改正，鼠标停在上面看原因；' : '';
  const until = tellSendingDay(scheme, lists, replyBy);
  if (lists.state !== 'missing') pen.writeLine(`${mended}改正以后请在截止以前把整份推荐表重新报送。`, LOOK.line, 20);
  pen.writeLine(`报送截止：${until}`, LOOK.line, 20);
  pen.writeLine(`有不清楚的，请与发这份回复的${scheme.issuer}联系。联系电话：${BLANK_TELEPHONE}。`, LOOK.line, 20);
  pen.skip(14);
  for (const signed of [scheme.issuer, BLANK_DAY]) pen.writeLine(signed, { ...LOOK.paragraph, align: 'right' }, 26);
  page.setUp({ orientation: 'portrait' });
  return workbook.finish();
}

/** The document's day is none to be asked for any more once a list has come after it. */
function tellSendingDay(scheme: Scheme, { files }: DistrictLists, replyBy: string | null): string {
  const isPast = files.some(({ receipt }) => receipt.daysLate > 0);
  return replyBy === null && isPast ? BLANK_DAY : tellLastDay(scheme, replyBy);
}

/** Whether the page has a blank in place of the day. */
export function lacksSendingDay(scheme: Scheme, lists: DistrictLists, replyBy: string | null): boolean {
  return tellSendingDay(scheme, lists, replyBy) === BLANK_DAY;
}

function describeReceipt(
  { state, counted, files, rejected }: DistrictLists,
  rows: readonly GatheredRow[],
  counts: string,
): string[] {
  if (counted) {
    const held = rows.filter(({ kind }) => kind === 'held').length;
    const open = held === 0 ? '全部收下。' : `收下 ${rows.length - held} 项，没有收下 ${held} 项。`;
    return [
      `${STATE_SENTENCES[state]}计入的是“${showOwnName(counted.path)}”，有推荐 ${rows.length} 项，${open}${counts}`,
    ];
  }
  const named = files.map(({ path }) => `“${showOwnName(path)}”`).join('、');
  return [
    STATE_SENTENCES[state] + (named === '' ? '' : `${named}。`),
    ...rejected.map(
      ({ path, faults }) => `“${showOwnName(path)}”：${faults.map(({ message }) => hideLongNumbers(message)).join('')}`,
    ),
  ];
}

function drawPlaces(
  pen: SheetPen,
  { district, counted }: DistrictLists,
  { places, taken }: Pick<AnswerAround, 'places' | 'taken'>,
): void {
  const write = (award: string, given: string | number, left: string, look: Look) =>
    pen.write(
      [
        { value: award, look, span: 2 },
        { value: given, look },
        { value: left, look },
      ],
      22,
    );
  write('奖项', '名额', '推荐', LOOK.heading);
  for (const { award, places: given } of places.filter((each) => each.district === district)) {
    const used = counted ? countAward(counted, award) : 0;
    const then = taken.find((each) => each.district === district && each.award === award)?.after ?? used;
    write(award, given, tellPlaces(used, given, then), LOOK.text);
  }
}

/** @param then with what the roster has besides, of which the list says nothing any more */
function tellPlaces(used: number, given: number, then: number): string {
  if (used > given) return `推荐 ${used} 个，超出 ${used - given} 个，请撤下`;
  if (then > given)
    return `推荐 ${used} 个，连同以前报的共 ${then} 个，超出 ${then - given} 个，请说明撤下哪${then - given === 1 ? '个' : '几个'}`;
  return `推荐 ${used} 个，${used === given ? '名额已用完' : `还可推荐 ${given - used} 个`}`;
}

function drawRows(pen: SheetPen, told: readonly ToldRow[]): void {
  if (told.length === 0) return;
  pen.skip(6);
  writeRow(pen, ['行', '申报编号', '推荐', '情况和要做的事'], LOOK.heading);
  for (const { gathered, row: at, told: sentence } of told.slice(0, MOST_ROWS)) {
    const { row, unit, application } = gathered;
    const named = [factIn(row, '奖项'), unit?.name ?? factIn(row, '单位名称'), factIn(row, '姓名')];
    const nomination = named.filter((part) => part !== '').join(' ');
    writeRow(pen, [at, hideLongNumbers(application), hideLongNumbers(nomination), sentence], LOOK.text);
  }
  if (told.length > MOST_ROWS) pen.writeLine(`另有 ${told.length - MOST_ROWS} 项，改正后再看。`, LOOK.line, 20);
}

function writeRow(pen: SheetPen, values: readonly (string | number)[], look: Look): number {
  return pen.write(
    values.map((value) => ({ value, look })),
    22,
  );
}
