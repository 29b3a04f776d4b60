/** What came of a unit, in words and in the one colour that it has in every view. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReturnGroup } from './returns-board.ts';

export const GROUPS: readonly ReturnGroup[] = ['counted', 'mend', 'decide', 'missing'];

export const GROUP_WORDS: Readonly<Record<ReturnGroup, string>> = {
  counted: '已计入',
  mend: '要补正',
  decide: '待您决定',
  missing: '没有收到',
};

/** Of a number. */
export const useGroupText = makeStyles({
  counted: { color: tokens.colorStatusSuccessForeground1 },
  mend: { color: tokens.colorStatusWarningForeground3 },
  decide: { color: tokens.colorPaletteBerryForeground1 },
  missing: { color: tokens.colorNeutralForeground2 },
});

/** Of a bar; forced colours keep them apart, for nothing else does. */
export const useGroupBar = makeStyles({
  counted: { backgroundColor: tokens.colorStatusSuccessBackground3 },
  mend: { backgroundColor: tokens.colorStatusWarningBackground3 },
  decide: { backgroundColor: tokens.colorPaletteBerryBackground3 },
  missing: { backgroundColor: tokens.colorNeutralStroke1 },
});
