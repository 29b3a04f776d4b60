/** 决定 of a master roster from what came in: a row below the last for each decision that it does not have. */
import type { WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { DECIDED_ABOUT } from '../../rules/application-columns.ts';
import { DECISION_WORDS, type Decision } from '../../rules/decision.ts';
import { listStamps, tellAbout } from '../../rules/nominations/collision-decisions.ts';
import type { CheckCollision } from '../../rules/nominations/check-collisions.ts';
import type { Collision } from '../../rules/nominations/collisions.ts';
import type { GatheredOpinions } from '../../rules/opinions/gather-opinions.ts';
import type { RosterPlace } from './roster-addresses.ts';
import { writeFact } from './write-master-roster.ts';

type NewDecision = Pick<Decision, 'matter' | 'subject' | 'word' | 'by' | 'on' | 'reason' | 'about'>;

interface GatheredDecisions {
  /** Null where no workbook of opinions came. */
  readonly opinions: GatheredOpinions | null;
  readonly collisions: readonly Collision[];
  readonly answers: readonly CheckCollision[];
}

/** @param place of 决定 */
export function fillDecisions(
  { opinions, collisions, answers }: GatheredDecisions,
  place: RosterPlace,
): WorkbookChange[] {
  const decided = collisions.flatMap(({ decision }) => decision ?? []);
  const added: NewDecision[] = [
    ...(opinions ? listAnswers(opinions) : []),
    ...decided.filter(({ row }) => row === null).map((decision) => ({ ...decision, about: tellAbout(decision) })),
  ];
  const answered = answers.flatMap(({ kind, answer }) => (kind === 'twice' && answer ? [answer] : []));
  const written = [...added, ...answered].flatMap((decision, index) =>
    fillRow(decision, place.lastRow + 1 + index, place),
  );
  const stamped = decided
    .flatMap(listStamps)
    .flatMap(([row, about]) => writeCell({ heading: DECIDED_ABOUT, value: about, row }, place));
  return [...written, ...stamped];
}

function listAnswers({ rows }: GatheredOpinions): NewDecision[] {
  return rows.flatMap(({ kind, row, file: { list } }) => {
    if (kind !== 'new' || row.word === null) return [];
    const { application: subject, word, on, reason } = row;
    return [{ matter: list.step, subject, word, by: list.body, on, reason, about: '' }];
  });
}

function fillRow(
  { matter, subject, word, by, on, reason, about }: NewDecision,
  row: number,
  place: RosterPlace,
): WorkbookChange[] {
  const cells: readonly (readonly [string, string])[] = [
    ['事项', matter],
    ['对象', subject],
    ['决定', word === null ? '' : DECISION_WORDS[word]],
    ['决定单位', by],
    ['决定日期', on],
    ['理由', reason],
    [DECIDED_ABOUT, about ?? ''],
  ];
  return cells.flatMap(([heading, value]) => writeCell({ heading, value, row }, place));
}

function writeCell(
  { heading, value, row }: { readonly heading: string; readonly value: string; readonly row: number },
  { sheetName, columns }: RosterPlace,
): WorkbookChange[] {
  const letters = columns.get(heading);
  return letters === undefined || value === ''
    ? []
    : [{ sheet: sheetName, address: `${letters}${row}`, value: writeFact(value) }];
}
