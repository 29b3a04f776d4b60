/** Lists of nominations that came in, as the page shows them: plain data, of what `jobs/collect` gathered. */
import { hideLongNumbers } from '../../../rules/id-number.ts';
import { factIn } from '../../../rules/nominations/fact-in.ts';
import type { GatheredNominations } from '../../../rules/nominations/gather-nominations.ts';
import type { DistrictLists, DistrictListState } from '../../../rules/nominations/settle-lists.ts';
import { showPath } from '../../../rules/tally/returned-file.ts';
import {
  describeGathered,
  groupWrites,
  WITHDRAWN_ABOUT,
  WITHDRAWN_WORD,
} from '../../../workbook/tally/gathered-table.ts';
import { findLateness } from '../../../workbook/tally/receipt-words.ts';
import { describeList, LIST_STATE_WORDS, type GivenPlaces } from '../../../workbook/tally/nomination-tables.ts';
import { viewCollisions, type CollisionView } from './collision-view.ts';
import type { OpenChoice, RefusedFile } from './open-files.ts';

/** Nominations that are added, changed, as the roster has them, and those that a person has to look at. */
export type NominationGroup = 'ask' | 'new' | 'changed' | 'same';

export const NOMINATION_GROUPS: readonly NominationGroup[] = ['ask', 'new', 'changed', 'same'];

export interface GatheredLine {
  readonly group: NominationGroup;
  readonly district: string;
  /** `2024-01001 先进单位 虚构甲公司` */
  readonly label: string;
  /** `有不一致` */
  readonly state: string;
  /** What is to be said of it; empty where nothing is. */
  readonly about: string;
  /** `浦东推荐表.xlsx 第 3 行` */
  readonly origin: string;
}

export interface DistrictNominations {
  readonly name: string;
  readonly state: DistrictListState;
  /** `没有收到` */
  readonly word: string;
  /** `先进单位 18/20，先进保卫部门 8/8`; empty where no list counts. */
  readonly used: string;
  /** What is odd about the list that counts. */
  readonly about: string;
  /** `逾期 3 天`; empty where it is not late. */
  readonly late: string;
}

export interface NominationsBoard {
  readonly districts: readonly DistrictNominations[];
  readonly counts: Readonly<Record<NominationGroup, number>>;
  readonly lines: readonly GatheredLine[];
  /** What a person decides, or has decided. */
  readonly collisions: readonly CollisionView[];
  /** Districts of which somebody has to say which list counts. */
  readonly choices: readonly OpenChoice[];
  readonly refused: readonly RefusedFile[];
  /** Cells that a new roster would have otherwise. */
  readonly cells: number;
}

export function viewNominations(
  gathered: GatheredNominations,
  places: GivenPlaces,
  chosen: ReadonlySet<string>,
): NominationsBoard {
  const lines = listLines(gathered);
  const counts = { ask: 0, new: 0, changed: 0, same: 0 };
  for (const { group } of lines) counts[group] += 1;
  return {
    districts: gathered.districts.map((each) => viewDistrict(each, places)),
    counts,
    lines,
    collisions: viewCollisions(gathered.collisions),
    choices: gathered.districts.flatMap((each) => viewChoice(each, chosen)),
    refused: [...gathered.districts.flatMap(({ rejected }) => rejected), ...gathered.homeless].map(
      ({ path, district, faults }) => ({
        path: showPath(path),
        whose: district ?? '没有写明是哪个区的',
        isKnown: district !== null,
        reasons: faults.map(({ message }) => hideLongNumbers(message)),
      }),
    ),
    cells: gathered.writes.filter(({ kind }) => kind === 'added' || kind === 'changed').length,
  };
}

function listLines(gathered: GatheredNominations): GatheredLine[] {
  const writesOf = groupWrites(gathered);
  const rows = gathered.rows.map((each): GatheredLine => {
    const { word, about, asks } = describeGathered(each, writesOf.get(each) ?? []);
    const { file, row, application, unit, kind, isDecided } = each;
    const named = factIn(row, '姓名') || factIn(row, '受奖集体') || unit?.name || '';
    const isPlain = kind === 'new' || kind === 'changed' || kind === 'same';
    const isOpen = asks || (!isPlain && !isDecided);
    return {
      group: isOpen ? 'ask' : isPlain ? kind : 'same',
      district: file.district,
      label: hideLongNumbers([application, factIn(row, '奖项'), named].filter((part) => part !== '').join(' ')),
      state: word,
      about,
      origin: `${showPath(file.path)} 第 ${row.row} 行`,
    };
  });
  const open = gathered.withdrawn.filter(({ decision }) => decision === null);
  const withdrawn = open.map(({ nominee, file }): GatheredLine => ({
    group: 'ask',
    district: file.district,
    label: hideLongNumbers(`${nominee.application} ${nominee.award} ${nominee.name}`),
    state: WITHDRAWN_WORD,
    about: WITHDRAWN_ABOUT,
    origin: showPath(file.path),
  }));
  return [...rows, ...withdrawn];
}

function viewDistrict(lists: DistrictLists, places: GivenPlaces): DistrictNominations {
  const { district, state, counted } = lists;
  const lateness = findLateness(lists);
  const { used, about } = counted ? describeList(counted, places) : { used: '', about: '' };
  return {
    name: district,
    state,
    word: LIST_STATE_WORDS[state],
    used,
    about,
    late: lateness ? `逾期 ${lateness.daysLate} 天` : '',
  };
}

function viewChoice({ district, counted, files }: DistrictLists, chosen: ReadonlySet<string>): OpenChoice[] {
  const isChosen = files.some(({ sha256 }) => chosen.has(sha256));
  if (files.length < 2 || (counted && !isChosen)) return [];
  return [
    {
      unit: `${district}推荐表`,
      district,
      why: '报来几份不同的推荐表，选定之前都不计入。',
      files: files.map(({ path, sha256, savedAt }) => ({
        path: showPath(path),
        sha256,
        savedAt,
        isTaken: chosen.has(sha256),
      })),
      differences: [],
    },
  ];
}
