/** Collisions of lists, as the page shows them, and what a person answers: plain data. */
import { DECISION_WORDS } from '../../../rules/decision.ts';
import { hideLongNumbers } from '../../../rules/id-number.ts';
import type { GivenDecision } from '../../../rules/nominations/collision-decisions.ts';
import { COLLISION_EFFECTS, COLLISION_MATTERS } from '../../../rules/nominations/collision-matters.ts';
import type { Collision } from '../../../rules/nominations/collisions.ts';
import { showPath } from '../../../rules/tally/returned-file.ts';
import { tellCollisionState } from '../../../workbook/tally/collision-table.ts';

/** Without a word it takes back what was answered. */
export type CollisionAnswer = GivenDecision;

export interface CollisionView extends Pick<GivenDecision, 'matter' | 'subject' | 'about'> {
  readonly district: string;
  /** `“虚构甲公司 先进单位”` */
  readonly label: string;
  readonly inRoster: string;
  readonly inList: string;
  /** `浦东推荐表.xlsx 第 3 行` */
  readonly origin: string;
  /** `照推荐表改` */
  readonly effects: { readonly agreed: string; readonly refused: string };
  /** `待您决定` */
  readonly state: string;
  /** `now`: by what the roster is not given yet. Null where nobody has decided. */
  readonly answered: 'now' | 'in-roster' | null;
}

/** What is open stands first. */
export function viewCollisions(collisions: readonly Collision[]): CollisionView[] {
  const views = collisions.map((collision): CollisionView => {
    const { kind, application, code, file, row, label, inRoster, inList, decision } = collision;
    const said = decision ? `：${DECISION_WORDS[decision.word]}，${COLLISION_EFFECTS[kind][decision.word]}` : '';
    return {
      matter: COLLISION_MATTERS[kind],
      subject: application,
      about: code,
      district: file.district,
      label: hideLongNumbers(label),
      inRoster: hideLongNumbers(inRoster),
      inList: hideLongNumbers(inList),
      origin: row === null ? showPath(file.path) : `${showPath(file.path)} 第 ${row} 行`,
      effects: COLLISION_EFFECTS[kind],
      state: `${tellCollisionState(collision)}${said}`,
      answered: decision ? (decision.row === null ? 'now' : 'in-roster') : null,
    };
  });
  return [...views.filter(({ answered }) => answered === null), ...views.filter(({ answered }) => answered !== null)];
}

/** What was decided here, with this answer in place of any about the same; one that is taken back stays, so that no summary brings it back. */
export function giveAnswer(decided: readonly CollisionAnswer[], answer: CollisionAnswer): CollisionAnswer[] {
  return [answer, ...decided.filter((each) => !isSame(each, answer))];
}

/** What holds: what was decided here before what an earlier summary has about the same. */
export function settleAnswers(
  decided: readonly CollisionAnswer[],
  given: readonly GivenDecision[],
): readonly GivenDecision[] {
  const others = given.filter((each) => !decided.some((own) => isSame(own, each)));
  return [...decided.filter(({ word }) => word !== null), ...others];
}

function isSame(one: GivenDecision, other: GivenDecision): boolean {
  return one.matter === other.matter && one.subject === other.subject && one.about === other.about;
}
