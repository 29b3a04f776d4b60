/** 意见收件 and 意见明细: which workbooks of opinions came, and what became of each answer. */
import { DECISION_WORDS } from '../../rules/decision.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import type {
  BodyOpinions,
  GatheredOpinion,
  GatheredOpinionKind,
  GatheredOpinions,
} from '../../rules/opinions/gather-opinions.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import { CHOICE_HEADING, CHOICE_WORD, FILE, HASH } from './file-tables.ts';
import { LIST_STATE_TONES, LIST_STATE_WORDS } from './nomination-tables.ts';
import { mapEach, type BodyCell, type BodyTone, type TallyColumn, type TallyTable } from './tally-table.ts';

export const OPINIONS_SHEET = '意见收件';

const BODY: TallyColumn = { heading: '征求意见的单位', width: 110, align: 'left' };
const SENTENCE: TallyColumn = { heading: '说明', width: 250, align: 'left' };

/** The list that came back is not the one that would go out now. */
const OUTDATED_LIST = '不是照现在的总名册出的（要征求意见的推荐后来变了），照常计入；还没有问到的，请另外发表征求。';

/** 意见收件: a row for each file of a body, and one for a body of which nothing came. */
export function tableOpinions({ bodies, homeless }: GatheredOpinions): TallyTable {
  const rows = [
    ...bodies.flatMap(listFiles),
    ...homeless.map(({ body, path, sha256, savedAt, faults }): BodyCell[] => [
      body ?? '不明',
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
    sheetName: OPINIONS_SHEET,
    title: '意见收件',
    purpose: '各家的意见收到没有，几份不同的要由您选定一份',
    about: [
      '征求意见的每一家收到了哪些表，计入的是哪一份，答复了几项。',
      `一家报来几份不同的，选定之前都不计入：在要计入的那一份的“${CHOICE_HEADING}”格填“${CHOICE_WORD}”，下次汇总时把本文件作为上一次的汇总一并给出；或把不要的移出报送文件夹。`,
    ],
    columns: [
      BODY,
      { heading: '状态', width: 80, align: 'center' },
      FILE,
      { heading: '答复/征求', width: 60, align: 'center' },
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

function listFiles({ expected, state, counted, isChosen, files, rejected }: BodyOpinions): BodyCell[][] {
  const head = [expected.body, { value: LIST_STATE_WORDS[state], tone: LIST_STATE_TONES[state] }] as const;
  const asked = expected.asked.length;
  const read = files.map((file): BodyCell[] => [
    ...head,
    showPath(file.path),
    `${file.list.rows.length}/${asked}`,
    file.savedAt ?? '文件未记载',
    file === counted ? { value: '是', tone: 'fine' } : '否',
    file === counted && isChosen ? CHOICE_WORD : null,
    [
      file.list.rows.length < asked ? `还有 ${asked - file.list.rows.length} 项没有填意见。` : '',
      file.isOutdated ? OUTDATED_LIST : '',
    ].join(''),
    file.sha256,
  ]);
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
  const isAnswered = expected.asked.every(({ known }) => known !== null);
  const none: BodyCell[] = [
    ...head,
    null,
    `0/${asked}`,
    null,
    null,
    null,
    isAnswered ? '总名册里都有答复了。' : '请催报。',
    null,
  ];
  return read.length + back.length > 0 ? [...read, ...back] : [none];
}

const KIND_WORDS: Readonly<Record<GatheredOpinionKind, string>> = {
  new: '写入“决定”表',
  same: '与总名册一致',
  conflict: '有不一致',
  held: '没有写入',
};

const KIND_TONES: Readonly<Record<GatheredOpinionKind, BodyTone | null>> = {
  new: 'fine',
  same: null,
  conflict: 'violation',
  held: 'violation',
};

/** 意见明细: what became of each answer of the files that count, with the file, sheet and row that it comes from. */
export function tableAnswers({ rows }: GatheredOpinions): TallyTable {
  return {
    sheetName: '意见明细',
    title: '意见明细',
    purpose: '每一条意见的来处和处理',
    about: [
      '计入的表里每一条意见写进总名册“决定”表的情况，和它出自哪个文件、哪一行（文件的指纹在“意见收件”表）。总名册已有的答复不改。',
    ],
    columns: [
      BODY,
      { heading: '申报编号', width: 70, align: 'center' },
      { heading: '单位名称', width: 130, align: 'left' },
      { heading: '姓名或集体', width: 90, align: 'left' },
      { heading: '意见', width: 44, align: 'center' },
      { heading: '理由', width: 120, align: 'left' },
      { heading: '日期', width: 60, align: 'center' },
      { heading: '处理', width: 74, align: 'center' },
      SENTENCE,
      FILE,
      { heading: '工作表', width: 60, align: 'center' },
      { heading: '行', width: 26, align: 'center' },
    ],
    frozen: 2,
    rowCount: rows.length,
    rows: mapEach(rows, toCells),
  };
}

function toCells({ kind, file, row, remark }: GatheredOpinion): BodyCell[] {
  return [
    file.list.body,
    hideLongNumbers(row.application),
    hideLongNumbers(row.unitName),
    hideLongNumbers(row.name),
    row.word === null ? '' : { value: DECISION_WORDS[row.word], tone: row.word === 'refused' ? 'question' : null },
    hideLongNumbers(row.reason),
    row.on,
    { value: KIND_WORDS[kind], tone: KIND_TONES[kind] },
    hideLongNumbers(remark),
    showPath(file.path),
    file.list.sheetName,
    row.row,
  ];
}
