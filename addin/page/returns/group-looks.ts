/** What came of a unit, in words. */
import { UNDECIDED_WORD } from '../../../rules/state-words.ts';
import type { ReturnGroup } from '../../desk/state-tones.ts';

export const GROUPS: readonly ReturnGroup[] = ['counted', 'mend', 'decide', 'missing'];

export const GROUP_WORDS: Readonly<Record<ReturnGroup, string>> = {
  counted: '已计入',
  mend: '要补正',
  decide: UNDECIDED_WORD,
  missing: '没有收到',
};
