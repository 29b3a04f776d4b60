/** 推荐明细: what became of each row of the lists that count, and what the check says of it then. */
import { groupBy } from '../../rules/group-by.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import type { CollisionDecision } from '../../rules/nominations/collision-decisions.ts';
import { factIn, showFact } from '../../rules/nominations/fact-in.ts';
import type { GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { GatheredRow, NominationWrite } from '../../rules/nominations/gathered-row.ts';
import type { Clearance, JudgedNominations } from '../../rules/nominations/judge-nominations.ts';
import type { DistrictFile } from '../../rules/nominations/settle-lists.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import { FILE } from './file-tables.ts';
import { DISTRICT, SENTENCE, type GatheredLists } from './nomination-tables.ts';
import { mapEach, type BodyCell, type BodyTone, type TallyTable } from './tally-table.ts';

const GATHERED_SHEET = '推荐明细';

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

const DECIDED_WORD = '已决定';

/** Of a nomination that the roster has and the district's form has not. */
export const WITHDRAWN_WORD = '区里没有再报';
export const WITHDRAWN_ABOUT = '总名册里有，区里报来的推荐表里没有，总名册没有改；是不是撤回，请在“推荐冲突”表里决定。';

function tellWithdrawal({ word }: CollisionDecision): string {
  return word === 'agreed' ? '已经决定撤下，从新总名册里去掉。' : '区里没有再报，已经决定保留。';
}

/** The cells of each row. */
export function groupWrites({ writes }: GatheredNominations): ReadonlyMap<GatheredRow, readonly NominationWrite[]> {
  return groupBy(writes, ({ gathered }) => gathered);
}

/** What became of a row, in a word and in sentences, and whether a person has to look at it. */
export function describeGathered(
  { kind, remarks, isDecided }: GatheredRow,
  writes: readonly NominationWrite[],
): { readonly word: string; readonly tone: BodyTone | null; readonly about: string; readonly asks: boolean } {
  const hasConflict = writes.some((write) => write.kind === 'conflict');
  const about = hideLongNumbers(
    [...remarks.map(({ message }) => message), ...(kind === 'new' ? [] : describeWrites(writes))].join(''),
  );
  const isUnread = remarks.some(({ heading }) => heading !== null) && kind !== 'held';
  if (isDecided && !hasConflict) {
    // A cell that nobody can read is asked about whatever was decided of others.
    return { word: DECIDED_WORD, tone: kind === 'held' ? null : KIND_TONES[kind], about, asks: isUnread };
  }
  const asks = hasConflict || remarks.length > 0 || writes.some((write) => write.kind === 'kept');
  if (hasConflict) return { word: '有不一致', tone: 'violation', about, asks };
  // With a cell that nobody can read it cannot be said to be as the roster has it.
  return kind === 'same' && isUnread
    ? { word: '有认不出的格', tone: 'question', about, asks }
    : { word: KIND_WORDS[kind], tone: KIND_TONES[kind], about, asks };
}

export function tableGathered({ gathered, judged }: Pick<GatheredLists, 'gathered' | 'judged'>): TallyTable {
  const { rows, withdrawn } = gathered;
  const writesOf = groupWrites(gathered);
  const gone = withdrawn.map(({ nominee, file, decision }): BodyCell[] => [
    file.district,
    ...nameNominee(nominee),
    decision ? DECIDED_WORD : { value: WITHDRAWN_WORD, tone: 'question' },
    decision ? tellWithdrawal(decision) : WITHDRAWN_ABOUT,
    null,
    ...originOf(file, null),
  ]);
  const touched = (judged?.others ?? []).map(({ nominee, district, clearance }): BodyCell[] => [
    district,
    ...nameNominee(nominee),
    { value: '受影响', tone: 'question' },
    '没有再报，总名册里这一行没有改；因为写进了别的推荐，审查的结论变了。',
    describeClearance(clearance),
    null,
    null,
    null,
  ]);
  return {
    sheetName: GATHERED_SHEET,
    title: '推荐明细',
    purpose: '每一条推荐的来处、处理和审查结论',
    about: [
      '计入的推荐表里每一行写进总名册的情况，和它出自哪个文件、哪一行（文件的指纹在“推荐收件”表）。“审查”是写进总名册以后的结论，没有写进去的不审查。',
      '总名册和推荐表不一致、又不知道是谁后改的，总名册不改，两边的内容都列出来：以哪边为准，在“推荐冲突”表里决定。',
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
      { heading: '审查', width: 72, align: 'center' },
      FILE,
      { heading: '工作表', width: 52, align: 'center' },
      { heading: '行', width: 26, align: 'center' },
    ],
    frozen: 2,
    rowCount: rows.length + gone.length + touched.length,
    rows: [...mapEach(rows, (row) => toCells(row, writesOf.get(row) ?? [], judged)), ...gone, ...touched],
  };
}

function nameNominee({ application, award, unitNumber, unitName, name }: Nominee): BodyCell[] {
  return [hideLongNumbers(application), award, unitNumber, unitName, name];
}

function toCells(
  gathered: GatheredRow,
  writes: readonly NominationWrite[],
  judged: JudgedNominations | null,
): BodyCell[] {
  const { file, row, application, unit } = gathered;
  const { word, tone, about } = describeGathered(gathered, writes);
  const clearance = judged?.clearances.get(gathered);
  return [
    file.district,
    hideLongNumbers(application),
    factIn(row, '奖项'),
    unit?.number ?? factIn(row, '单位编号'),
    unit?.name ?? factIn(row, '单位名称'),
    factIn(row, '姓名') || factIn(row, '受奖集体'),
    { value: word, tone },
    about,
    clearance ? describeClearance(clearance) : null,
    ...originOf(file, row.row),
  ];
}

/** Whether it changes matters more than what it is. */
function describeClearance({ before, after }: Clearance): BodyCell {
  const tone = after ? 'fine' : 'violation';
  if (before === null || before === after) return { value: after ? '通过' : '没有通过', tone };
  return { value: after ? '原没有通过，现通过' : '原通过，现没有通过', tone: after ? 'question' : 'violation' };
}

function originOf({ path, list }: DistrictFile, row: number | null): BodyCell[] {
  return [showPath(path), list.sheetName, row];
}

const WRITE_WORDS: Readonly<Record<NominationWrite['kind'], (write: NominationWrite) => string>> = {
  added: ({ heading, after }) => `${heading}填入“${showFact(after)}”`,
  changed: ({ heading, before, after }) => `${heading}由“${showFact(before)}”改为“${showFact(after)}”`,
  kept: ({ heading, before }) => `${heading}区里清空了，总名册仍是“${showFact(before)}”`,
  conflict: ({ heading, before, after }) => `${heading}不一致：总名册“${showFact(before)}”，推荐表“${showFact(after)}”`,
};

function describeWrites(writes: readonly NominationWrite[]): string[] {
  if (writes.length === 0) return [];
  return [`${writes.map((write) => WRITE_WORDS[write.kind](write)).join('；')}。`];
}
