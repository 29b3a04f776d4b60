/** What `collect` says of opinions: on the terminal, on the page, as JSON, and by its exit code. */
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { BodyState, GatheredOpinionKind, GatheredOpinions } from '../../rules/opinions/gather-opinions.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import { quoteForUser } from '../../workbook/intake/quote.ts';
import { LIST_STATE_WORDS } from '../../workbook/tally/nomination-tables.ts';
import { OPINIONS_SHEET } from '../../workbook/tally/opinion-tables.ts';

/** Opinions for which a new roster has a row more. */
export function countNewDecisions(opinions: GatheredOpinions, hasPlace: boolean): number {
  return hasPlace ? countOpinions(opinions).kinds.new : 0;
}

function countOpinions({ bodies, rows }: GatheredOpinions) {
  const states: Record<BodyState, string[]> = { received: [], undecided: [], rejected: [], missing: [] };
  for (const { expected, state } of bodies) states[state].push(expected.body);
  const kinds: Record<GatheredOpinionKind, number> = { new: 0, same: 0, conflict: 0, held: 0 };
  for (const { kind } of rows) kinds[kind] += 1;
  return { states, kinds, refused: rows.filter(({ row }) => row.word === 'refused').length };
}

/** Bodies, and files, that one sentence names before the rest is only counted. */
const MOST_NAMED = 8;

function nameSome(names: readonly string[]): string {
  return `${names.slice(0, MOST_NAMED).join('、')}${names.length > MOST_NAMED ? ` 等 ${names.length} 家` : ''}`;
}

/**
 * @param isWritten whether a new roster is written
 * @param hasPlace whether the roster has a sheet 决定
 */
export function tellOpinions(opinions: GatheredOpinions, isWritten: boolean, hasPlace: boolean): string[] {
  const { states, kinds, refused } = countOpinions(opinions);
  const told = (['received', 'undecided', 'rejected', 'missing'] as const).flatMap((state) => {
    const { length } = states[state];
    return length > 0 ? [`${LIST_STATE_WORDS[state].replace('，', '、')} ${length} 家`] : [];
  });
  const open = opinions.rows.filter(({ kind }) => kind === 'held' || kind === 'conflict');
  const back = [...opinions.bodies.flatMap(({ rejected }) => rejected), ...opinions.homeless];
  const refusals = back.slice(0, MOST_NAMED).map(({ path, faults }) => {
    return `征求意见表${quoteForUser(showPath(path))}不能计入：${hideLongNumbers(faults[0]?.message ?? '')}`;
  });
  return [
    `征求意见的单位 ${opinions.bodies.length} 家：${told.join('，')}。`,
    ...(states.missing.length > 0 ? [`没有收到意见的：${nameSome(states.missing)}。`] : []),
    ...(states.undecided.length > 0
      ? [
          `报来几份不同的意见、待选定的：${nameSome(states.undecided)}；选定之前都不计入，见汇总的“${OPINIONS_SHEET}”表。`,
        ]
      : []),
    ...refusals,
    ...(back.length > MOST_NAMED
      ? [`另有 ${back.length - MOST_NAMED} 份征求意见表不能计入，见汇总的“${OPINIONS_SHEET}”表。`]
      : []),
    `计入的征求意见表里有意见 ${opinions.rows.length} 项（不同意 ${refused} 项）：${isWritten ? '写进' : '要写进'}新总名册“决定”表 ${countNewDecisions(opinions, hasPlace)} 项，与总名册一致 ${kinds.same} 项，不一致 ${kinds.conflict} 项，没有写入 ${kinds.held} 项，逐项列在汇总的“意见明细”表。`,
    ...open
      .slice(0, MOST_NAMED)
      .map(({ file, row, remark }) => hideLongNumbers(`${file.list.body}对 ${row.application} 的意见：${remark}`)),
    ...(open.length > MOST_NAMED ? [`另有 ${open.length - MOST_NAMED} 项意见没有写入，见汇总的“意见明细”表。`] : []),
    ...(!hasPlace && kinds.new > 0
      ? ['总名册没有“决定”表，意见没有地方写；请补一张名为“决定”的表，写上它的列名，再汇总一次。']
      : []),
  ];
}

/** A file or an answer cannot be used, or a person has to choose. */
export function hasOpenOpinions(opinions: GatheredOpinions): boolean {
  const { states, kinds } = countOpinions(opinions);
  const isOpen = states.undecided.length + states.rejected.length + opinions.homeless.length > 0;
  return isOpen || kinds.held + kinds.conflict > 0;
}

export function opinionsToJson(opinions: GatheredOpinions) {
  const { states, kinds, refused } = countOpinions(opinions);
  return {
    bodies: states,
    answers: { ...kinds, refused },
    held: opinions.rows.flatMap(({ kind, file, row, remark }) =>
      kind === 'held' || kind === 'conflict'
        ? [{ path: showPath(file.path), row: row.row, kind, reason: hideLongNumbers(remark) }]
        : [],
    ),
    rejected: [...opinions.bodies.flatMap(({ rejected }) => rejected), ...opinions.homeless].map(
      ({ path, sha256, body, faults }) => ({ path: showPath(path), sha256, body, faults }),
    ),
  };
}
