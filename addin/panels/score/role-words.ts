import type { Role } from '../../../workbook/score-sheet/score-sheet-places.ts';

/** What the two columns are called on the panel, whatever the scheme heads them with. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly name: string; readonly short: string }>> = {
  self: { name: '单位自评', short: '自评' },
  association: { name: '协会评分', short: '评分' },
};
