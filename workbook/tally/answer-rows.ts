/** The rows of a district’s list of which its answer says something, and how many there are of each sort: the page counts what its table lists. */
import type { GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { GatheredRow } from '../../rules/nominations/gathered-row.ts';
import type { JudgedNominations } from '../../rules/nominations/judge-nominations.ts';
import { describeGathered, groupWrites } from './gathered-table.ts';

/** Of a row, what there is to mend. */
export interface AskedRow {
  /** In the workbook for corrections, from 1. */
  readonly row: number;
  /** `K5 身份证号应为 18 位；对照身份证原件更正。`, one for each cell. */
  readonly sentences: readonly string[];
}

/** What the check says of a district’s rows. */
export interface CheckedAnswer extends Pick<JudgedNominations, 'clearances' | 'overPlaces'> {
  readonly asked: ReadonlyMap<GatheredRow, AskedRow>;
}

export interface ToldRow {
  readonly gathered: GatheredRow;
  /** As the district finds it: in the workbook for corrections, where there is one. */
  readonly row: number;
  readonly told: string;
}

/** Those that were not taken, those that have to be mended, and those of which something is asked. */
export function listTold(
  rows: readonly GatheredRow[],
  gathered: GatheredNominations,
  checked: CheckedAnswer | null,
): ToldRow[] {
  const writesOf = groupWrites(gathered);
  return rows.flatMap((each): ToldRow[] => {
    const { word, about, asks } = describeGathered(each, writesOf.get(each) ?? []);
    const own = checked?.asked.get(each);
    if (own) return [{ gathered: each, row: own.row, told: [`${word}：`, ...own.sentences].join('\n') }];
    return asks ? [{ gathered: each, row: each.row.row, told: `${word}：${about}` }] : [];
  });
}

/** What was not taken is not judged. Whoever is over the places is told so beside them, and is not waiting for anybody else. */
export function countCleared(
  rows: readonly GatheredRow[],
  told: readonly ToldRow[],
  checked: CheckedAnswer | null,
): string {
  const judged = rows.filter((row) => checked?.clearances.has(row));
  if (judged.length === 0) return '';
  const open = judged.filter((row) => checked?.clearances.get(row)?.after === false);
  if (open.length === 0) return `审查 ${judged.length} 项，全部通过。`;
  const listed = new Set(told.map(({ gathered }) => gathered));
  const others = open.filter((row) => !listed.has(row));
  const over = others.filter((row) => checked?.overPlaces.has(row)).length;
  return `审查 ${judged.length} 项，通过 ${judged.length - open.length} 项，没有通过 ${open.length} 项：${listParts([
    ['要改正的', open.length - others.length, ''],
    ['奖项超出名额的', over, '，撤下多出的以后再审'],
    ['等评分、核实、登记或本单位别的推荐的', others.length - over, '，不用区里改'],
  ])}。`;
}

/** Empty where there is no table. */
export function countTold(told: readonly ToldRow[], checked: CheckedAnswer | null): string {
  if (told.length === 0) return '';
  const held = told.filter(({ gathered }) => gathered.kind === 'held').length;
  const open = told.filter(({ gathered }) => checked?.clearances.get(gathered)?.after === false).length;
  return `“情况和要做的事”共 ${told.length} 项：${listParts([
    ['没有收下的', held, ''],
    ['没有通过、要改正的', open, ''],
    ['收下了、请核对的', told.length - held - open, ''],
  ])}。`;
}

type Part = readonly [sort: string, count: number, then: string];

function listParts(parts: readonly Part[]): string {
  return parts.flatMap(([sort, count, then]) => (count > 0 ? [`${sort} ${count} 项${then}`] : [])).join('；');
}
