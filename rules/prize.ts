/** 奖金: who is paid what, by whom, and what is not paid twice. Amounts are fen. */
import { everyNominee, partOf, type RosterCheck } from './check-roster.ts';
import type { NomineeCheck } from './nominee-check.ts';
import type { Citation } from './citation.ts';
import type { MemberUnit, Nominee } from './master-roster.ts';
import { listChosen } from './review.ts';
import type { Award, PrizeScheme } from './scheme.ts';

export interface Prize {
  readonly nominee: Nominee;
  readonly award: Award;
  readonly unit: MemberUnit;
  /** 0 where a no-duplicate rule applies. */
  readonly fen: number;
  /** Null where the roster does not tell whose member the unit is. */
  readonly payer: string | null;
  /** What was decided beyond the amount, each with its clause. */
  readonly notes: readonly { readonly text: string; readonly cite: Citation }[];
}

export interface PrizeTable {
  /** Whose alone it is; empty of all. */
  readonly part: string;
  /** Chosen nominees only, in the order of the awards, then of the roster. */
  readonly prizes: readonly Prize[];
  readonly totalFen: number;
  /** In the order of first payment. */
  readonly byPayer: ReadonlyMap<string | null, { readonly count: number; readonly fen: number }>;
}

/** The prizes of all nominees that are chosen. */
export function awardPrizes(scheme: PrizeScheme, check: RosterCheck): PrizeTable {
  const chosen = listChosen(check.nominees, 'prize');
  const awardsOfUnit = new Map<MemberUnit | null, Set<string>>();
  // What is not paid twice hangs on all that a unit is given, whoever is asked for.
  for (const { award, unit } of listChosen(everyNominee(check), 'prize')) {
    const awards = awardsOfUnit.get(unit) ?? new Set();
    awardsOfUnit.set(unit, awards.add(award.id));
  }
  const prizes = scheme.awards.flatMap((award) =>
    chosen
      .filter((nominee) => nominee.award === award)
      .flatMap((nominee) => awardPrize(scheme, nominee, awardsOfUnit.get(nominee.unit) ?? new Set())),
  );
  const byPayer = new Map<string | null, { count: number; fen: number }>();
  for (const { payer, fen } of prizes) {
    if (fen === 0) continue;
    const sum = byPayer.get(payer) ?? { count: 0, fen: 0 };
    byPayer.set(payer, { count: sum.count + 1, fen: sum.fen + fen });
  }
  return { part: partOf(check), prizes, totalFen: prizes.reduce((sum, { fen }) => sum + fen, 0), byPayer };
}

function awardPrize(scheme: PrizeScheme, { nominee, award, unit }: NomineeCheck, ofUnit: ReadonlySet<string>): Prize[] {
  const amount = scheme.prize.amounts.find((each) => each.award === award.id);
  if (!amount || !unit) return [];
  const notes: { text: string; cite: Citation }[] = [];
  const exclusion = scheme.prize.exclusions.find((each) => each.award === award.id && ofUnit.has(each.besides));
  if (exclusion) {
    const besides = scheme.awards.find(({ id }) => id === exclusion.besides)?.name ?? exclusion.besides;
    notes.push({ text: `本单位已获${besides}奖金，${award.name}奖金不重复发放`, cite: exclusion.cite });
  }
  const { levelExclusion } = scheme.prize;
  if (levelExclusion && !exclusion) {
    const { heading, ofNominee, cite } = levelExclusion;
    const isOwn = ofNominee?.awards.includes(award.id) === true;
    const holds = (isOwn ? nominee : unit).facts.get(heading) === true;
    if (holds) notes.push({ text: isOwn ? ofNominee.statement : levelExclusion.statement, cite });
  }
  const payer = exclusion ? { name: null } : findPayer(scheme, unit);
  if ('why' in payer) notes.push({ text: `${payer.why}，发放单位待确认`, cite: payer.cite });
  return [{ nominee, award, unit, fen: exclusion ? 0 : amount.fen.value, payer: payer.name, notes }];
}

function findPayer(
  scheme: PrizeScheme,
  unit: MemberUnit,
): { name: string } | { name: null; why: string; cite: Citation } {
  const scope = scheme.districts.find(({ name }) => name === unit.district)?.scope ?? '';
  for (const { name, memberHeading, exceptScopes, cite } of scheme.prize.payers) {
    if (exceptScopes?.includes(scope)) return { name: null, why: `${unit.district}没有对应的协会`, cite };
    const isMember = memberHeading === undefined ? true : unit.facts.get(memberHeading);
    if (isMember === true) return { name: name.replaceAll('{{所属}}', unit.district) };
    if (isMember !== false && memberHeading) return { name: null, why: `“${memberHeading}”为空白`, cite };
  }
  throw new RangeError('the last payer of a scheme pays for the rest; schemes/ lets no other list through');
}
