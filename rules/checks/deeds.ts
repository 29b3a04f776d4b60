/** 主要事迹: not blank, and not copied. */
import type { Finding } from '../finding.ts';
import type { Nominee } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import { hidePrivateParts } from '../public-name.ts';
import type { RosterIndex } from '../roster-index.ts';
import { textKey } from '../same-text.ts';
import { whenCited } from './cited.ts';

/** What people write in place of an account. */
const PLACEHOLDERS = new Set(
  ['无', '略', '同上', '见材料', '见附件', '详见材料', '详见附件', '另附', '待补'].map(textKey),
);

/** Findings about the accounts of deeds in 推荐名单. */
export function* checkDeeds(index: RosterIndex): Iterable<Finding> {
  yield* findEmptyDeeds(index);
  yield* findCopiedDeeds(index);
}

/** @param key of the account */
function isEmpty(key: string): boolean {
  return key === '' || PLACEHOLDERS.has(key);
}

function* findEmptyDeeds(index: RosterIndex): Iterable<Finding> {
  yield* whenCited(index, 'deeds-empty', function* (cite, rule) {
    for (const nominee of index.roster.nominees) {
      if (!isEmpty(textKey(nominee.deeds))) continue;
      yield {
        rule,
        severity: 'violation',
        cite: cite(nominee),
        where: [cellOf('nominees', nominee, '主要事迹')],
        nominations: [nominee],
        message: nominee.deeds ? `主要事迹只写了“${nominee.deeds}”` : '主要事迹为空白',
        found: nominee.deeds || '空白',
        mend: '填写简明扼要的事迹，如事例、数据',
      };
    }
  });
}

/** Two accounts that differ only in punctuation and in the names of nominee and unit are one account. */
function* findCopiedDeeds(index: RosterIndex): Iterable<Finding> {
  yield* whenCited(index, 'deeds-copied', function* (cite, rule) {
    const firstByText = new Map<string, Nominee>();
    for (const nominee of index.roster.nominees) {
      const deeds = textKey(nominee.deeds);
      if (isEmpty(deeds)) continue;
      const key = leaveOutNames(deeds, nominee);
      const first = firstByText.get(key);
      if (!first) {
        firstByText.set(key, nominee);
        continue;
      }
      yield {
        rule,
        severity: 'violation',
        cite: cite(nominee),
        where: [cellOf('nominees', nominee, '主要事迹'), cellOf('nominees', first, '主要事迹')],
        nominations: [first, nominee],
        message: `主要事迹与第 ${first.row} 行“${first.name}”的相同`,
        found: `${hidePrivateParts(nominee.deeds).slice(0, 20)}…`,
        mend: '各自写自己的事迹，不要照抄',
      };
    }
  });
}

function leaveOutNames(deeds: string, nominee: Nominee): string {
  const names = [nominee.unitName, nominee.name].map(textKey).filter((name) => name !== '');
  return names.reduce((text, name) => text.replaceAll(name, ''), deeds);
}
