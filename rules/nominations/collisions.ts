/** Where a returned list and the roster, or two districts, say different things: side by side, for a person to decide. */
import type { CollisionDecision, GivenDecision } from './collision-decisions.ts';
import type { CollisionKind } from './collision-matters.ts';
import type { Nominee } from '../master-roster.ts';
import type { DistrictFile } from './settle-lists.ts';

export interface Collision {
  readonly kind: CollisionKind;
  /** 申报编号 */
  readonly application: string;
  readonly file: DistrictFile;
  /** In the sheet of the file, from 1; null where the list does not have it. */
  readonly row: number | null;
  /** The roster's; null where it has no such row. */
  readonly nominee: Nominee | null;
  /** `先进单位 虚构甲公司`: what it is about. */
  readonly label: string;
  /** What each side says. */
  readonly inRoster: string;
  readonly inList: string;
  /** What a decision about it is about, as `collisionCode` gives it: another one asks anew. */
  readonly code: string;
  /** The decision that holds; null where nobody has decided. */
  readonly decision: CollisionDecision | null;
  /** Why what was decided does not count, one Chinese sentence; empty where nothing was, or all of it does. */
  readonly concern: string;
  /** What somebody has begun to answer, and does not count; null where nobody has. */
  readonly answer: GivenDecision | null;
}

/** Letters of which a code is made: digits would be taken for a number. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/** What stands on both sides, in ten letters: of other words it is another one. Nobody has to keep it secret, so that no digest is needed. */
export function collisionCode(kind: CollisionKind | 'twice' | 'over', sides: readonly (readonly string[])[]): string {
  const text = JSON.stringify([kind, sides]);
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193) >>> 0;
    high = Math.imul(high ^ unit ^ (low >>> 13), 0x85ebca6b) >>> 0;
  }
  let rest = (BigInt(high) << 32n) | BigInt(low);
  let code = '';
  while (code.length < CODE_LENGTH) {
    code += LETTERS[Number(rest % BigInt(LETTERS.length))] ?? '';
    rest /= BigInt(LETTERS.length);
  }
  return code;
}
