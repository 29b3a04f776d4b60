/** 推荐收件 and 推荐明细: which lists of nominations came, and what became of each row. */
import { hideLongNumbers } from '../../rules/id-number.ts';
import { groupBy } from '../../rules/group-by.ts';
import { factIn, showFact } from '../../rules/nominations/fact-in.ts';
import {
  type GatheredNominations,
  type GatheredRow,
  type NominationWrite,
} from '../../rules/nominations/gather-nominations.ts';
import type { DistrictFile, DistrictLists, DistrictListState } from '../../rules/nominations/settle-lists.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import { quoteForUser } from '../intake/quote.ts';
import { CHOICE_HEADING, CHOICE_WORD, FILE, HASH } from './file-tables.ts';
import { mapEach, type BodyCell, type BodyTone, type TallyColumn, type TallyTable } from './tally-table.ts';

export const LISTS_SHEET = '推荐收件';
const GATHERED_SHEET = '推荐明细';

/** Of the districts that have some. */
export type GivenPlaces = readonly { readonly district: string; readonly award: string; readonly places: number }[];

export interface GatheredLists {
  readonly gathered: GatheredNominations;
  readonly places: GivenPlaces;
}

export const LIST_STATE_WORDS: Readonly<Record<DistrictListState, string>> = {
  received: '已收',
  undecided: '几份不同，待选定',
  rejected: '已退回',
  missing: '没有收到',
};

const LIST_STATE_TONES: Readonly<Record<DistrictListState, BodyTone | null>> = {
  received: 'fine',
  undecided: 'violation',
  rejected: 'violation',
  missing: 'question',
};

const DISTRICT: TallyColumn = { heading: '区', width: 52, align: 'center' };
const SENTENCE: TallyColumn = { heading: '说明', width: 250, align: 'left' };

/** 推荐收件: a row for each file of a district, and one for a district of which nothing came. */
export function tableLists({ gathered, places }: GatheredLists): TallyTable {
  const rows = [
    ...gathered.districts.flatMap((lists) => listFiles(lists, places)),
    ...gathered.homeless.map(({ district, path, sha256, savedAt, faults }): BodyCell[] => [
      district ?? '不明',
      { value: '已退回', tone: 'violation' },
      showPath(path),
      null,
      savedAt ?? '文件未记载',
      '否',
      null,
      faults.map(({ message }) => message).join(''),
      sha256,
    ]),
  ];
  return {
    sheetName: LISTS_SHEET,
    title: '推荐收件',
    purpose: '各区的推荐表收到没有，几份的要由您选定一份',
    about: [
      '每个有名额的区收到了哪些推荐表，计入的是哪一份，用了多少名额。',
      `一个区报来几份不同的，选定之前都不计入：在要计入的那一份的“${CHOICE_HEADING}”格填“${CHOICE_WORD}”，下次汇总时把本文件作为上一次的汇总一并给出；或把不要的移出报送文件夹。`,
    ],
    columns: [
      DISTRICT,
      { heading: '状态', width: 80, align: 'center' },
      FILE,
      { heading: '推荐/名额', width: 150, align: 'left' },
      { heading: '保存时间', width: 66, align: 'center' },
      { heading: '计入', width: 30, align: 'center' },
      { heading: CHOICE_HEADING, width: 34, align: 'center', input: { choices: [CHOICE_WORD] } },
      SENTENCE,
      HASH,
    ],
    frozen: 1,
    rowCount: rows.length,
    rows,
  };
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
      file === counted ? { value: '是', tone: 'fine' } : '否',
      file === counted && isChosen ? CHOICE_WORD : null,
      about,
      file.sha256,
    ];
  });
  const back = rejected.map(({ path, savedAt, faults, sha256 }): BodyCell[] => [
    ...head,
    showPath(path),
    null,
    savedAt ?? '文件未记载',
    '否',
    null,
    faults.map(({ message }) => message).join(''),
    sha256,
  ]);
  const none: BodyCell[] = [...head, null, null, null, null, null, '请催报。', null];
  return read.length + back.length > 0 ? [...read, ...back] : [none];
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

const KIND_WORDS: Readonly<Record<GatheredRow['kind'], string>> = {
  new: '新推荐',
  same: '与总名册一致',
  changed: '更改',
  removed: '总名册没有了',
  held: '没有写入',
};

const KIND_TONES: Readonly<Record<GatheredRow['kind'], BodyTone | null>> = {
  new: 'fine',
  same: null,
  changed: 'question',
  removed: 'question',
  held: 'violation',
};

/** Of a nomination that the roster has and the district's form has not. */
export const WITHDRAWN_WORD = '区里没有再报';
export const WITHDRAWN_ABOUT = '总名册里有，区里报来的推荐表里没有，总名册没有改；确是撤回的，请在总名册里删去这一行。';

/** The cells of each row. */
export function groupWrites({ writes }: GatheredNominations): ReadonlyMap<GatheredRow, readonly NominationWrite[]> {
  return groupBy(writes, ({ gathered }) => gathered);
}

/** What became of a row, in a word and in sentences, and whether a person has to look at it. */
export function describeGathered(
  { kind, remarks }: GatheredRow,
  writes: readonly NominationWrite[],
): { readonly word: string; readonly tone: BodyTone | null; readonly about: string; readonly asks: boolean } {
  const hasConflict = writes.some((write) => write.kind === 'conflict');
  const about = hideLongNumbers([...remarks, ...(kind === 'new' ? [] : describeWrites(writes))].join(''));
  const asks = hasConflict || remarks.length > 0 || writes.some((write) => write.kind === 'kept');
  return hasConflict
    ? { word: '有不一致', tone: 'violation', about, asks }
    : { word: KIND_WORDS[kind], tone: KIND_TONES[kind], about, asks };
}

/** 推荐明细: what became of each row of the lists that count, with the file, sheet and row that it comes from. */
export function tableGathered(gathered: GatheredNominations): TallyTable {
  const { rows, withdrawn } = gathered;
  const writesOf = groupWrites(gathered);
  const gone = withdrawn.map(({ nominee, file }): BodyCell[] => [
    file.district,
    nominee.application,
    nominee.award,
    nominee.unitNumber,
    nominee.unitName,
    nominee.name,
    { value: WITHDRAWN_WORD, tone: 'question' },
    WITHDRAWN_ABOUT,
    ...originOf(file, null),
  ]);
  return {
    sheetName: GATHERED_SHEET,
    title: '推荐明细',
    purpose: '每一条推荐的来处和处理',
    about: [
      '计入的推荐表里每一行写进总名册的情况，和它出自哪个文件、哪一行。',
      '总名册和推荐表不一致、又不知道是谁后改的，总名册不改，两边的内容都列出来：以区里为准的，在总名册里照着改；以总名册为准的，请区里改正后重新报送。',
    ],
    columns: [
      DISTRICT,
      { heading: '申报编号', width: 70, align: 'center' },
      { heading: '奖项', width: 80, align: 'left' },
      { heading: '单位编号', width: 50, align: 'center' },
      { heading: '单位名称', width: 130, align: 'left' },
      { heading: '姓名或集体', width: 90, align: 'left' },
      { heading: '处理', width: 64, align: 'center' },
      SENTENCE,
      FILE,
      { heading: '工作表', width: 52, align: 'center' },
      { heading: '行', width: 26, align: 'center' },
      HASH,
    ],
    frozen: 2,
    rowCount: rows.length + gone.length,
    rows: [...mapEach(rows, (row) => toCells(row, writesOf.get(row) ?? [])), ...gone],
  };
}

function toCells(gathered: GatheredRow, writes: readonly NominationWrite[]): BodyCell[] {
  const { file, row, application, unit } = gathered;
  const { word, tone, about } = describeGathered(gathered, writes);
  return [
    file.district,
    hideLongNumbers(application),
    factIn(row, '奖项'),
    unit?.number ?? factIn(row, '单位编号'),
    unit?.name ?? factIn(row, '单位名称'),
    factIn(row, '姓名') || factIn(row, '受奖集体'),
    { value: word, tone },
    about,
    ...originOf(file, row.row),
  ];
}

function originOf({ path, list, sha256 }: DistrictFile, row: number | null): BodyCell[] {
  return [showPath(path), list.sheetName, row, sha256];
}

const WRITE_WORDS: Readonly<Record<NominationWrite['kind'], (write: NominationWrite) => string>> = {
  added: ({ heading, after }) => `${heading}填入“${showFact(after)}”；`,
  changed: ({ heading, before, after }) => `${heading}由“${showFact(before)}”改为“${showFact(after)}”；`,
  kept: ({ heading, before }) => `${heading}区里清空了，总名册仍是“${showFact(before)}”；`,
  conflict: ({ heading, before, after }) =>
    `${heading}不一致：总名册“${showFact(before)}”，推荐表“${showFact(after)}”；`,
};

function describeWrites(writes: readonly NominationWrite[]): string[] {
  return writes.map((write) => WRITE_WORDS[write.kind](write));
}
