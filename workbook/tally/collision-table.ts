/** 推荐冲突: where lists and roster, or two districts, say different things, side by side, for a person to decide. */
import { DECIDED_ABOUT } from '../../rules/application-columns.ts';
import { DECISION_WORDS } from '../../rules/decision.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { GivenDecision } from '../../rules/nominations/collision-decisions.ts';
import { COLLISION_EFFECTS, COLLISION_MATTERS } from '../../rules/nominations/collision-matters.ts';
import type { CheckCollision } from '../../rules/nominations/check-collisions.ts';
import type { Collision } from '../../rules/nominations/collisions.ts';
import { textKey } from '../../rules/same-text.ts';
import { UNDECIDED_WORD } from '../../rules/state-words.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import { FILE } from './file-tables.ts';
import { DISTRICT } from './nomination-tables.ts';
import { mapEach, type BodyCell, type TallyTable } from './tally-table.ts';

export const COLLISIONS_SHEET = '推荐冲突';

export const COLLISION_HEADINGS = { matter: '事项', subject: '申报编号' } as const;

/** What it is about. */
export const SEEN_HEADINGS = {
  district: DISTRICT.heading,
  label: '推荐',
  inRoster: '总名册',
  inList: '推荐表',
} as const;

/** The cells that people fill in, as 决定 calls them. */
export const COLLISION_ANSWERS = ['决定', '决定单位', '决定日期', '理由'] as const;

const WORDS = [DECISION_WORDS.agreed, DECISION_WORDS.refused] as const;

/** `同意：照推荐表改；不同意：照总名册` */
function tellEffects({ kind }: Pick<Collision, 'kind'>): string {
  const { agreed, refused } = COLLISION_EFFECTS[kind];
  return `${DECISION_WORDS.agreed}：${agreed}；${DECISION_WORDS.refused}：${refused}`;
}

interface TabledCollisions {
  readonly collisions: readonly Collision[];
  readonly met: readonly CheckCollision[];
  /** What people have filled in so far: what does not count stays in its cells too. */
  readonly given: readonly GivenDecision[];
  /** Of that what is about nothing that came up. */
  readonly left: readonly GivenDecision[];
}

/** What is open stands first, and last what did not come up. */
export function tableCollisions({ collisions, met, given, left }: TabledCollisions): TallyTable {
  const find = (matter: string, subject: string, code: string) =>
    given.find((each) => {
      return (
        each.about === code && textKey(each.matter) === textKey(matter) && textKey(each.subject) === textKey(subject)
      );
    }) ?? null;
  const all = [
    ...collisions.map((each) => {
      const filled = find(COLLISION_MATTERS[each.kind], each.application, each.code);
      return { isOpen: each.decision === null, cells: toCells(each, filled) };
    }),
    ...met.map((each) => {
      return { isOpen: !each.isDecided, cells: toMetCells(each, find(each.matter, each.subject, each.code)) };
    }),
  ];
  const sorted = [
    ...all.filter(({ isOpen }) => isOpen),
    ...all.filter(({ isOpen }) => !isOpen),
    ...left.map((each) => ({ cells: toLeftCells(each) })),
  ];
  return {
    sheetName: COLLISIONS_SHEET,
    title: '推荐冲突',
    purpose: '推荐表与总名册、与别的区说法不同的，由您逐项决定',
    about: [
      '两边并排列出，没有决定以前总名册不动；两个区重复推荐的、超出名额的照写，决定以前不通过审查。在黄色的格子里填：“同意”照区里报来的办，“不同意”照总名册；决定单位、决定日期必填，同意的写明理由。',
      '填好后存盘，下次汇总时把本文件作为上一次的汇总一并给出：决定写进新总名册的“决定”表，照着办，不再问。也可以直接在总名册“决定”表里写一行，事项、对象照这里的写，“所定内容”留空；名额调整的写进总名册“名额调整”表。区里或总名册再改了内容的，再问一次。',
    ],
    columns: [
      DISTRICT,
      { heading: COLLISION_HEADINGS.matter, width: 90, align: 'left' },
      { heading: COLLISION_HEADINGS.subject, width: 70, align: 'center' },
      { heading: SEEN_HEADINGS.label, width: 120, align: 'left' },
      { heading: SEEN_HEADINGS.inRoster, width: 150, align: 'left' },
      { heading: SEEN_HEADINGS.inList, width: 150, align: 'left' },
      { heading: '怎样决定', width: 110, align: 'left' },
      { heading: COLLISION_ANSWERS[0], width: 44, align: 'center', input: { choices: WORDS } },
      { heading: COLLISION_ANSWERS[1], width: 70, align: 'left', input: { choices: [] } },
      { heading: COLLISION_ANSWERS[2], width: 56, align: 'center', input: { choices: [] } },
      { heading: COLLISION_ANSWERS[3], width: 110, align: 'left', input: { choices: [] } },
      { heading: '现状', width: 110, align: 'left' },
      FILE,
      { heading: '行', width: 26, align: 'center' },
      { heading: DECIDED_ABOUT, width: 60, align: 'left' },
    ],
    frozen: 3,
    rowCount: sorted.length,
    rows: mapEach(sorted, ({ cells }) => cells),
  };
}

/** In a few words: whether it is decided, and where; or why what was decided does not count. */
export function tellCollisionState({ decision, concern }: Collision): string {
  if (!decision) return concern === '' ? UNDECIDED_WORD : concern;
  return decision.row === null ? '已决定，写进新总名册“决定”表' : `已决定，见总名册“决定”表第 ${decision.row} 行`;
}

/** Why what is filled in does not count, where nothing else speaks against it. */
const UNKEPT = `总名册“决定”表没有“${DECIDED_ABOUT}”一列，填过的决定没有地方记，还不能照办；请在“决定”表补上这一列，再收一次。`;

function toCells(collision: Collision, filled: GivenDecision | null): BodyCell[] {
  const { kind, application, file, row, label, inRoster, inList, code, decision } = collision;
  const answer = decision ?? collision.answer ?? filled;
  const state = decision || collision.concern !== '' || filled === null ? tellCollisionState(collision) : UNKEPT;
  return [
    file.district,
    COLLISION_MATTERS[kind],
    application,
    hideLongNumbers(label),
    hideLongNumbers(inRoster),
    hideLongNumbers(inList),
    tellEffects(collision),
    answer?.word ? DECISION_WORDS[answer.word] : null,
    answer?.by ?? null,
    answer?.on ?? null,
    answer?.reason ?? null,
    { value: state, tone: decision ? 'fine' : 'violation' },
    showPath(file.path),
    row,
    code,
  ];
}

const MET_EFFECTS: Readonly<Record<CheckCollision['kind'], string>> = {
  twice: '同意：两项都保留；不同意：不放行，请撤下一项',
  over: '同意：按推荐数调整名额；不同意：不加名额，请撤下超出的',
};

function toMetCells(each: CheckCollision, filled: GivenDecision | null): BodyCell[] {
  const { kind, district, matter, subject, label, one, other, isDecided, code } = each;
  const answer = each.answer ?? filled;
  const state = each.state === UNDECIDED_WORD && filled !== null ? UNKEPT : each.state;
  return [
    district,
    matter,
    subject,
    ...[label, one, other].map(hideLongNumbers),
    MET_EFFECTS[kind],
    answer?.word ? DECISION_WORDS[answer.word] : null,
    answer?.by ?? null,
    answer?.on ?? null,
    answer?.reason ?? null,
    { value: state, tone: isDecided ? 'fine' : 'violation' },
    null,
    null,
    code,
  ];
}

/** Of a collision that did not come up: what was filled in, as it was. */
function toLeftCells({ matter, subject, word, by, on, reason, about, seen }: GivenDecision): BodyCell[] {
  return [
    seen?.district ?? null,
    matter,
    subject,
    ...[seen?.label, seen?.inRoster, seen?.inList].map((text) => (text ? hideLongNumbers(text) : null)),
    null,
    word ? DECISION_WORDS[word] : null,
    by,
    on,
    reason,
    '这次没有遇到，留着，再遇到时还算数。',
    null,
    null,
    about,
  ];
}
