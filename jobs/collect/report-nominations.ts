/** What `collect` says of nominations: on the terminal, as JSON, and by its exit code. */
import { DECIDED_ABOUT } from '../../rules/application-columns.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { GatheredKind, NominationWriteKind } from '../../rules/nominations/gathered-row.ts';
import type { JudgedNominations } from '../../rules/nominations/judge-nominations.ts';
import type { DistrictListState } from '../../rules/nominations/settle-lists.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import { quoteForUser } from '../../workbook/intake/quote.ts';
import { findLateness } from '../../workbook/tally/receipt-words.ts';
import { LIST_STATE_WORDS, tellPlaceChange } from '../../workbook/tally/nomination-tables.ts';
import { tellSome } from './tell-some.ts';
import type { JobContext } from '../job.ts';

interface Judged {
  readonly gathered: GatheredNominations;
  /** Null where they were not checked as they would stand in the roster. */
  readonly judged: JudgedNominations | null;
  /** Whether the roster has a place for what is decided of collisions. */
  readonly keepsDecisions: boolean;
}

/** Districts of each state, and rows and cells of each kind. */
function countNominations({ districts, rows, writes, withdrawn }: GatheredNominations) {
  const states: Record<DistrictListState, string[]> = { received: [], undecided: [], rejected: [], missing: [] };
  for (const { district, state } of districts) states[state].push(district);
  const kinds: Record<GatheredKind, number> = { new: 0, same: 0, changed: 0, removed: 0, held: 0 };
  for (const { kind } of rows) kinds[kind] += 1;
  const open = rows.filter(({ kind, isDecided }) => !isDecided && (kind === 'held' || kind === 'removed')).length;
  const cells: Record<NominationWriteKind, number> = { added: 0, changed: 0, kept: 0, conflict: 0 };
  for (const { kind } of writes) cells[kind] += 1;
  return { states, kinds, open, cells, withdrawn: withdrawn.filter(({ decision }) => decision === null).length };
}

/** Of a roster that an earlier version has made. */
export const NO_PLACE_FOR_DECISIONS = `总名册的“决定”表没有“${DECIDED_ABOUT}”一列，冲突的决定没有地方记，还不能照办；请补上这一列再汇总一次。`;

/** Districts that are late with what they sent. */
function listLate({ districts }: GatheredNominations) {
  return districts.flatMap((lists) => {
    const receipt = findLateness(lists);
    return receipt ? [{ district: lists.district, receivedOn: receipt.on, daysLate: receipt.daysLate }] : [];
  });
}

/** @param isWritten whether a new roster is written */
export function reportNominations(
  { gathered, judged, keepsDecisions }: Judged,
  isWritten: boolean,
  { tell }: JobContext,
): void {
  const { states, kinds, cells, withdrawn } = countNominations(gathered);
  const told = (['received', 'undecided', 'rejected', 'missing'] as const).map(
    (state) => `${LIST_STATE_WORDS[state]} ${states[state].length} 个`,
  );
  tell(`应报推荐表的区 ${gathered.districts.length} 个：${told.join('，')}。`);
  if (states.missing.length > 0) tell(`没有收到推荐表的区：${states.missing.join('、')}。`);
  const late = listLate(gathered);
  if (late.length > 0) {
    const named = late.map(({ district, daysLate }) => `${district}（晚 ${daysLate} 天）`).join('、');
    tell(`推荐表逾期收到的区 ${late.length} 个：${named}；照常计入，是否收下由您定。`);
  }
  const outdated = gathered.districts.filter(({ counted }) => counted?.isOutdated === true);
  if (outdated.length > 0) {
    const named = outdated.map(({ district }) => district).join('、');
    tell(`不是照现在的总名册出的推荐表（名额或会员单位后来变了）：${named}；照常计入，请核对。`);
  }
  if (states.undecided.length > 0) {
    tell(`报来几份不同的推荐表、待选定的区：${states.undecided.join('、')}；选定之前都不计入，见汇总的“推荐收件”表。`);
  }
  const refused = [...gathered.districts.flatMap(({ rejected }) => rejected), ...gathered.homeless];
  tellSome(
    refused.map(
      ({ path, faults }) =>
        `推荐表${quoteForUser(showPath(path))}不能计入：${hideLongNumbers(faults[0]?.message ?? '')}`,
    ),
    (rest) => `另有 ${rest} 份推荐表不能计入，见汇总的“推荐收件”表。`,
    tell,
  );
  const verb = isWritten ? '写进新总名册' : '新总名册要写';
  tell(
    `计入的推荐表里有推荐 ${gathered.rows.length} 项：新推荐 ${kinds.new} 项，更改 ${kinds.changed} 项，与总名册一致 ${kinds.same} 项，没有写入 ${kinds.held} 项；${verb} ${cells.added + cells.changed} 格，逐项列在汇总的“推荐明细”表。`,
  );
  const open = [
    ...(cells.conflict > 0 ? [`总名册和推荐表不一致、要由人定的 ${cells.conflict} 格`] : []),
    ...(cells.kept > 0 ? [`区里清空而总名册有内容的 ${cells.kept} 格`] : []),
    ...(kinds.removed > 0 ? [`上次写进新总名册、这份总名册没有的 ${kinds.removed} 项`] : []),
    ...(withdrawn > 0 ? [`区里没有再报的 ${withdrawn} 项`] : []),
  ];
  if (open.length > 0) tell(`总名册没有改、请看“推荐明细”表的：${open.join('，')}。`);
  const { decided, undecided } = countCollisions({ gathered, judged });
  if (undecided > 0) tell(`要由人决定的冲突 ${undecided} 处，两边并排列在汇总的“推荐冲突”表，请在那里填写决定。`);
  if (undecided > 0 && !keepsDecisions) tell(NO_PLACE_FOR_DECISIONS);
  if (decided > 0) tell(`照“决定”办的冲突 ${decided} 处，不再问。`);
  if (judged) tellClearances(judged, tell);
}

function tellClearances(judged: JudgedNominations, tell: JobContext['tell']): void {
  const { cleared, open, lost, won } = countClearances(judged);
  const changed = lost + won > 0 ? `原通过、现没有通过的 ${lost} 项，原没有通过、现通过的 ${won} 项；` : '';
  tell(`写进总名册以后审查：通过 ${cleared} 项，没有通过 ${open} 项；${changed}见汇总“推荐明细”表的“审查”。`);
  const over = judged.places.filter(({ after, places }) => after > places);
  tellSome(
    over.map((each) => `写进总名册以后超出名额：${each.district}${tellPlaceChange(each)}。`),
    (rest) => `另有 ${rest} 个奖项超出名额，见汇总“推荐收件”表的“写入后/名额”。`,
    tell,
  );
}

/** Of the lists, and of what they change besides. */
function countClearances({ clearances, others, places }: JudgedNominations) {
  const listed = [...clearances.values()];
  const all = [...listed, ...others.map(({ clearance }) => clearance)];
  return {
    cleared: listed.filter(({ after }) => after).length,
    open: listed.filter(({ after }) => !after).length,
    lost: all.filter(({ before, after }) => before === true && !after).length,
    won: all.filter(({ before, after }) => before === false && after).length,
    overPlaces: places.filter((each) => each.after > each.places),
  };
}

function countCollisions({ gathered, judged }: Pick<Judged, 'gathered' | 'judged'>) {
  const all = [
    ...gathered.collisions.map(({ decision }) => decision !== null),
    ...(judged?.met ?? []).map(({ isDecided }) => isDecided),
  ];
  const decided = all.filter((each) => each).length;
  return { undecided: all.length - decided, decided };
}

/** A list or a row of one cannot be used, or a person has to choose. */
export function hasOpenNominations(gathered: GatheredNominations): boolean {
  const { states, open, cells } = countNominations(gathered);
  const isOpen = states.undecided.length + states.rejected.length + gathered.homeless.length > 0;
  return isOpen || open > 0 || cells.conflict > 0;
}

export function nominationsToJson({ gathered, judged }: Omit<Judged, 'keepsDecisions'>) {
  const { states, kinds, cells, withdrawn } = countNominations(gathered);
  return {
    districts: Object.fromEntries(Object.entries(states)),
    rows: kinds,
    cells,
    withdrawn,
    late: listLate(gathered),
    collisions: countCollisions({ gathered, judged }),
    check: judged && countClearances(judged),
    lists: gathered.districts.flatMap(({ district, counted }) =>
      counted
        ? [
            {
              district,
              path: showPath(counted.path),
              sha256: counted.sha256,
              receivedOn: counted.receipt.on,
              outdated: counted.isOutdated,
              rows: counted.list.rows.length,
            },
          ]
        : [],
    ),
    held: gathered.rows.flatMap(({ kind, file, row, application, remarks }) =>
      kind === 'held'
        ? [
            {
              path: showPath(file.path),
              row: row.row,
              application: hideLongNumbers(application),
              reasons: remarks.map(({ message }) => hideLongNumbers(message)),
            },
          ]
        : [],
    ),
    rejected: [...gathered.districts.flatMap(({ rejected }) => rejected), ...gathered.homeless].map(
      ({ path, sha256, district, faults }) => ({ path: showPath(path), sha256, district, faults }),
    ),
  };
}
