import type { Scheme } from '../../rules/scheme.ts';
import { makeSafeFileName } from '../../workbook/file-name.ts';

/** What is saved is called, without an ending, so that those of two schemes or two years are told apart: `评分表（某年度某评选）`. */
export function nameSaved(title: string, scheme: Pick<Scheme, 'title' | 'edition'>): string {
  const edition = scheme.title.includes(scheme.edition) ? '' : scheme.edition;
  return makeSafeFileName(`${title}（${scheme.title}${edition}）`);
}
