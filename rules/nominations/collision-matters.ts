/** What is decided of returned lists, by the word that stands in 事项 of 决定. 同意 does what the list says, 不同意 leaves the roster as it is. */
import { textKey } from '../same-text.ts';

/**
 * `cells`: cells that both sides know otherwise. `cleared`: cells that the district has cleared. `replaced`: somebody else under a known number.
 * `withdrawn`: the district's form has it no more. `removed`: staff took it out, and the district sends it. `foreign`: a unit of another district.
 */
export type CollisionKind = 'cells' | 'cleared' | 'replaced' | 'withdrawn' | 'removed' | 'foreign';

export const COLLISION_MATTERS: Readonly<Record<CollisionKind, string>> = {
  cells: '推荐表与总名册不一致',
  cleared: '区里清空了内容',
  replaced: '同一申报编号换了推荐',
  withdrawn: '区里没有再报',
  removed: '总名册没有了又报来',
  foreign: '推荐别的区的单位',
};

/** What each answer does, as people choose it. */
export const COLLISION_EFFECTS: Readonly<Record<CollisionKind, { readonly agreed: string; readonly refused: string }>> =
  {
    cells: { agreed: '照推荐表改', refused: '照总名册' },
    cleared: { agreed: '总名册也清空', refused: '总名册保留' },
    replaced: { agreed: '换成推荐表的', refused: '照总名册' },
    withdrawn: { agreed: '从总名册撤下', refused: '总名册保留' },
    removed: { agreed: '再写进总名册', refused: '不写' },
    foreign: { agreed: '写进总名册', refused: '不写' },
  };

const MATTERS = new Set(Object.values(COLLISION_MATTERS).map(textKey));

/** Whether a row of 决定 is about returned lists: the gathering holds it against what comes, the check of the roster alone cannot. */
export function isCollisionMatter(matter: string): boolean {
  return MATTERS.has(textKey(matter));
}

/** Behind the code in 所定内容 of rows that spoke against each other, once somebody has decided between them. */
export const REPLACED_MARK = '（已改）';
