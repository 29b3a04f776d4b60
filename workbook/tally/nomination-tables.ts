/** 推荐收件: which lists of nominations came. */
import { factIn } from '../../rules/nominations/fact-in.ts';
import type { EarlierFile, Punctuality } from '../../rules/nominations/receipts.ts';
import type { GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { JudgedNominations, PlaceChange } from '../../rules/nominations/judge-nominations.ts';
import type { DistrictFile, DistrictLists, DistrictListState } from '../../rules/nominations/settle-lists.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import { quoteForUser } from '../intake/quote.ts';
import { receiptCells, RECEIPT_COLUMNS, RECEIVED_HEADING, tellReceipt } from './receipt-words.ts';
import { CHOICE_HEADING, CHOICE_WORD, FILE, HASH } from './file-tables.ts';
import { type BodyCell, type BodyTone, type TallyColumn, type TallyTable } from './tally-table.ts';

export const LISTS_SHEET = '推荐收件';

/** Of the districts that have some. */
export type GivenPlaces = readonly { readonly district: string; readonly award: string; readonly places: number }[];

export interface GatheredLists {
  readonly gathered: GatheredNominations;
  readonly places: GivenPlaces;
  /** Null where they could not be checked as they would stand in the roster. */
  readonly judged: JudgedNominations | null;
}

export const LIST_STATE_WORDS: Readonly<Record<DistrictListState, string>> = {
  received: '已收',
  undecided: '几份不同，待选定',
  rejected: '已退回',
  missing: '没有收到',
};

export const LIST_STATE_TONES: Readonly<Record<DistrictListState, BodyTone | null>> = {
  received: 'fine',
  undecided: 'violation',
  rejected: 'violation',
  missing: 'question',
};

/** Whether a file is the one that counts. */
export const COUNTED_WORD = { heading: '计入', yes: '是', before: '上次计入' } as const;

export const DISTRICT: TallyColumn = { heading: '区', width: 52, align: 'center' };
export const SENTENCE: TallyColumn = { heading: '说明', width: 250, align: 'left' };

/** What an earlier summary has of files that are not there now. */
interface LeftFiles {
  readonly files: readonly EarlierFile[];
  /** The last day that the document names; null where it names none. */
  readonly deadline: string | null;
}

/**
 * 推荐收件: a row for each file of a district, one for a district of which nothing came, and below what an earlier summary knows.
 * @param lists null where no list came now
 */
export function tableLists(lists: GatheredLists | null, { files, deadline }: LeftFiles): TallyTable {
  const rows = [...(lists ? listCame(lists) : []), ...files.map((file) => listLeft(file, deadline))];
  return {
    sheetName: LISTS_SHEET,
    title: '推荐收件',
    purpose: '各区的推荐表收到没有，几份的要由您选定一份',
    about: [
      '每个有名额的区收到了哪些推荐表，计入的是哪一份，用了多少名额；“写入后/名额”是写进总名册以后推荐名单里有多少。',
      `“${RECEIVED_HEADING}”先按文件记载的保存时间（北京时间），收件时另给日期的按给的日期；可以在这里改，下次接着本文件汇总时照改的算。逾期的照常计入，是否收下由您定。`,
      `一个区报来几份不同的，选定之前都不计入：在要计入的那一份的“${CHOICE_HEADING}”格填“${CHOICE_WORD}”，下次汇总时把本文件作为上一次的汇总一并给出；或把不要的移出报送文件夹。`,
    ],
    columns: [
      DISTRICT,
      { heading: '状态', width: 80, align: 'center' },
      FILE,
      { heading: '推荐/名额', width: 150, align: 'left' },
      { heading: '写入后/名额', width: 150, align: 'left' },
      { heading: '保存时间', width: 66, align: 'center' },
      ...RECEIPT_COLUMNS,
      { heading: COUNTED_WORD.heading, width: 30, align: 'center' },
      { heading: CHOICE_HEADING, width: 34, align: 'center', input: { choices: [CHOICE_WORD] } },
      SENTENCE,
      HASH,
    ],
    frozen: 1,
    rowCount: rows.length,
    rows,
  };
}

function listCame({ gathered, places, judged }: GatheredLists): BodyCell[][] {
  return [
    ...gathered.districts.flatMap((lists) => {
      const [first, ...others] = listFiles(lists, places);
      const then = tellPlaces(judged?.places ?? [], lists.district);
      return first ? [insertPlaces(first, then), ...others.map((row) => insertPlaces(row, null))] : [];
    }),
    ...gathered.homeless
      .map((file): BodyCell[] => [
        file.district ?? '不明',
        { value: '已退回', tone: 'violation' },
        ...listRejected(file),
      ])
      .map((row) => insertPlaces(row, null)),
  ];
}

function listLeft(
  { district, path, on, isCounted, isMended, isChosen, sha256 }: EarlierFile,
  deadline: string | null,
): BodyCell[] {
  return [
    district,
    '这次没有收到',
    path,
    null,
    null,
    null,
    ...receiptCells({ on, punctuality: judgeAgain(on, isMended, deadline) }),
    isCounted ? COUNTED_WORD.before : '否',
    isChosen ? CHOICE_WORD : null,
    '上次的汇总里有，这次收的文件里没有；收件日期和选用留着。',
    sha256,
  ];
}

function judgeAgain(on: string | null, isMended: boolean, deadline: string | null): Punctuality {
  if (isMended) return 'mended';
  if (on === null || deadline === null) return 'unknown';
  return on <= deadline ? 'in-time' : 'late';
}

function listFiles(
  { district, state, counted, isChosen, files, rejected }: DistrictLists,
  places: GivenPlaces,
): BodyCell[][] {
  const head = [district, { value: LIST_STATE_WORDS[state], tone: LIST_STATE_TONES[state] }] as const;
  const read = files.map((file): BodyCell[] => {
    const { used, about } = describeList(file, places);
    return [
      ...head,
      showPath(file.path),
      used,
      file.savedAt ?? '文件未记载',
      ...receiptCells(file.receipt),
      file === counted ? { value: COUNTED_WORD.yes, tone: 'fine' } : '否',
      file === counted && isChosen ? CHOICE_WORD : null,
      about + tellReceipt(file.receipt),
      file.sha256,
    ];
  });
  const back = rejected.map((file): BodyCell[] => [...head, ...listRejected(file)]);
  const none: BodyCell[] = [...head, null, null, null, null, null, null, null, '请催报。', null];
  return read.length + back.length > 0 ? [...read, ...back] : [none];
}

/** Of 写入后/名额, from 0. */
const PLACES_COLUMN = 4;

function insertPlaces(row: readonly BodyCell[], places: BodyCell): BodyCell[] {
  return [...row.slice(0, PLACES_COLUMN), places, ...row.slice(PLACES_COLUMN)];
}

/** `先进单位 20/20（原 18），先进保卫部门 9/8（超出 1 个）`; null where it is not known. */
function tellPlaces(changes: readonly PlaceChange[], district: string): BodyCell {
  const own = changes.filter((each) => each.district === district);
  if (own.length === 0) return null;
  const value = own.map(tellPlaceChange).join('，');
  return own.some(({ after, places }) => after > places) ? { value, tone: 'violation' } : value;
}

/** `先进单位 20/20（原 18）` */
export function tellPlaceChange({ award, places, before, after }: PlaceChange): string {
  const told = [
    ...(before === after ? [] : [`原 ${before}`]),
    ...(after > places ? [`超出 ${after - places} 个`] : []),
  ];
  return `${award} ${after}/${places}${told.length > 0 ? `（${told.join('，')}）` : ''}`;
}

/** What stands behind the state of a file that counts for nothing. */
function listRejected({ path, savedAt, receipt, faults, sha256 }: DistrictLists['rejected'][number]): BodyCell[] {
  return [
    showPath(path),
    null,
    savedAt ?? '文件未记载',
    ...receiptCells(receipt),
    '否',
    null,
    faults.map(({ message }) => message).join(''),
    sha256,
  ];
}

export function countAward({ list }: DistrictFile, award: string): number {
  return list.rows.filter((row) => factIn(row, '奖项') === award).length;
}

/** Headings that are named; the others are counted. */
const MOST_HEADINGS = 10;

/** How many of the places a list uses, and what is odd about it. */
export function describeList(
  file: DistrictFile,
  places: GivenPlaces,
): { readonly used: string; readonly about: string } {
  const { isForm, lacking, unknown } = file.list;
  const own = places.filter(({ district }) => district === file.district);
  const over = own.filter(({ award, places: given }) => countAward(file, award) > given);
  return {
    used: own.map(({ award, places: given }) => `${award} ${countAward(file, award)}/${given}`).join('，'),
    about: [
      ...(isForm ? [] : ['不是发出的推荐表，按列的标题读取。']),
      ...(file.isOutdated ? ['不是照现在的总名册出的推荐表（名额或会员单位后来变了），照常计入，请核对。'] : []),
      ...(lacking.length > 0 ? [`没有这些列，当作空白：${lacking.join('、')}。`] : []),
      ...(unknown.length > 0
        ? [
            `不认识这些列，没有读取：${unknown.slice(0, MOST_HEADINGS).map(quoteForUser).join('、')}${unknown.length > MOST_HEADINGS ? `等 ${unknown.length} 列` : ''}。`,
          ]
        : []),
      ...over.map(({ award, places: given }) => `${award}超出 ${countAward(file, award) - given} 个。`),
    ].join(''),
  };
}
