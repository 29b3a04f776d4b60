/** The prizes that are paid, by the association that pays them. */
import type { Prize, PrizeTable } from '../../rules/prize.ts';
import type { PrizeScheme } from '../../rules/scheme.ts';

export interface PayerGroup {
  /** Null where the roster does not tell who pays. */
  readonly payer: string | null;
  /** In the table's order; none of 0. */
  readonly prizes: readonly Prize[];
  readonly fen: number;
}

/** In the order of the scheme's payers, then of the districts; what nobody is known to pay comes last. */
export function groupByPayer(scheme: PrizeScheme, { prizes }: PrizeTable): PayerGroup[] {
  const groups = new Map<string | null, Prize[]>();
  for (const prize of prizes) {
    if (prize.fen === 0) continue;
    const group = groups.get(prize.payer);
    if (group) group.push(prize);
    else groups.set(prize.payer, [prize]);
  }
  const district = new Map(scheme.districts.map(({ name }, position) => [name, position]));
  const rank = (payer: string | null, [first]: readonly Prize[]) => {
    if (payer === null || !first) return Infinity;
    const names = scheme.prize.payers.map(({ name }) => name.replaceAll('{{所属}}', first.unit.district));
    return names.indexOf(payer) * scheme.districts.length + (district.get(first.unit.district) ?? 0);
  };
  return [...groups]
    .map(([payer, ofPayer]) => ({ payer, prizes: ofPayer, rank: rank(payer, ofPayer) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
    .map(({ payer, prizes: ofPayer }) => ({
      payer,
      prizes: ofPayer,
      fen: ofPayer.reduce((sum, { fen }) => sum + fen, 0),
    }));
}

/** Name of a payer for headings. */
export function namePayer({ payer }: PayerGroup): string {
  return payer ?? '发放单位待确认';
}

/** Number format of amounts in yuan: with fen only where some prize has them. */
export function amountFormat(groups: readonly PayerGroup[]): string {
  const isWhole = groups.every(({ prizes }) => prizes.every(({ fen }) => fen % 100 === 0));
  return isWhole ? '#,##0' : '#,##0.00';
}
