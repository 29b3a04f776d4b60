/** What it says of a unit to stand in a list at all: in 区级表彰名单 no column says 是. */
import type { ListSheet } from '../../rules/lists/list-sheet.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { quoteForUser } from '../intake/quote.ts';
import { isIdentityColumn, listFillable } from './list-columns.ts';

export interface ListedValue {
  /** A column of 会员单位. */
  readonly heading: string;
  readonly value: string | boolean;
}

const LISTED_WORDS = '（列入名单）';

/**
 * @param pairs headings with values, as they are written
 * @throws UnusableInput for a column that no list may fill, and for a value that it does not have
 */
export function readListedValues(
  scheme: Scheme,
  pairs: readonly { readonly heading: string; readonly value: string }[],
): ListedValue[] {
  const columns = listFillable(scheme);
  return pairs.map(({ heading, value }) => {
    const column = columns.find((each) => each.heading === heading);
    const words = column && wordsOf(column);
    if (!words) {
      const known = columns.flatMap((each) => (wordsOf(each) ? [each.heading] : [])).join('、');
      throw new UnusableInput(`不能给列入名单的单位填${quoteForUser(heading)}；可以填的列：${known}。`);
    }
    if (!words.includes(value)) {
      throw new UnusableInput(`“${heading}”不能填${quoteForUser(value)}；可以填：${words.join('、')}。`);
    }
    return { heading, value: column.type === 'yes-no' ? value === '是' : value };
  });
}

/** The sheet, each of whose rows says these values too; the cell that names the unit stands for them. */
export function addListedValues(sheet: ListSheet, values: readonly ListedValue[]): ListSheet {
  const letters = sheet.columns.find(({ heading }) => isIdentityColumn(heading))?.letters ?? '';
  if (values.length === 0) return sheet;
  return {
    ...sheet,
    columns: [
      ...sheet.columns,
      ...values.map(({ heading }) => ({ written: LISTED_WORDS, heading, letters, origin: 'listed' as const })),
    ],
    rows: sheet.rows.map((row) => {
      const said = values.map((value) => ({ ...value, address: `${letters}${row.row}` }));
      return { ...row, cells: [...row.cells, ...said] };
    }),
  };
}

/** Undefined for a column whose values nobody can list. */
function wordsOf({ type, choices }: RosterColumn): readonly string[] | undefined {
  return type === 'yes-no' ? ['是', '否'] : choices;
}
