/** Sums of money are whole fen (1/100 yuan). Documents and rosters write contracts in ten thousand yuan (万元), prizes in yuan. */
import { roundTimes } from './decimals.ts';

const FEN_PER_WAN = 1_000_000;

/** Ten thousand yuan as fen: 4.03 are 4,030,000. A contract is of no smaller sums: what is written beyond is rounded. */
export function fenOfWan(wan: number): number {
  return roundTimes(wan, FEN_PER_WAN);
}

/** Fen as ten thousand yuan: `12.5`. */
export function formatWan(fen: number): string {
  return String(fen / FEN_PER_WAN);
}

/** `2000`, `0.50`: fen as yuan, exactly. */
export function formatYuan(fen: number): string {
  const cents = fen % 100;
  return cents === 0 ? String(fen / 100) : `${Math.trunc(fen / 100)}.${String(cents).padStart(2, '0')}`;
}
