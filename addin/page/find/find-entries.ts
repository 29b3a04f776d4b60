/** What the page finds: every member unit and every nominee of the open roster, small enough to be sought at each key. */
import { hideLongNumbers } from '../../../rules/id-number.ts';
import type { MasterRoster } from '../../../rules/master-roster.ts';

export interface FindEntry {
  /** Which card it opens. */
  readonly card: CardKey;
  /** `200001 某公司`, `王某` */
  readonly label: string;
  /** `浦东`, `2024-0371，先进个人，某公司` */
  readonly about: string;
}

/** A row of 会员单位, or of 推荐名单. */
export interface CardKey {
  readonly sheet: 'memberUnits' | 'nominees';
  readonly row: number;
}

const MOST = 20;

export function listSubjects({ memberUnits, nominees }: Pick<MasterRoster, 'memberUnits' | 'nominees'>): FindEntry[] {
  return [
    ...nominees.map(({ row, application, name, award, unitName }): FindEntry => ({
      card: { sheet: 'nominees', row },
      label: hideLongNumbers(name === '' ? unitName : name),
      about: hideLongNumbers(
        [application, award, name === unitName ? '' : unitName].filter((part) => part !== '').join('，'),
      ),
    })),
    ...memberUnits.map(({ row, number, name, district }): FindEntry => ({
      card: { sheet: 'memberUnits', row },
      label: hideLongNumbers(`${number} ${name}`.trim()),
      about: hideLongNumbers(district),
    })),
  ];
}

interface Found {
  readonly entries: readonly FindEntry[];
  /** How many more there are. */
  readonly left: number;
}

/** Those that hold every word; what begins with the text, in its name or its number, comes first. */
export function findSubjects(entries: readonly FindEntry[], text: string): Found {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return { entries: [], left: 0 };
  const found = entries.filter(({ label, about }) => words.every((word) => `${label} ${about}`.includes(word)));
  const isNear = ({ label, about }: FindEntry) => label.startsWith(first) || about.startsWith(first);
  const sorted = [...found.filter(isNear), ...found.filter((each) => !isNear(each))];
  return { entries: sorted.slice(0, MOST), left: Math.max(0, sorted.length - MOST) };
}
