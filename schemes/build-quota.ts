/** `quota.yaml` and `prize.yaml` → places and prizes, yuan as fen. */
import type { QuotaRules } from '../rules/scheme.ts';
import type { PrizeRules } from '../rules/scheme-prize.ts';
import type { Cite } from './cite.ts';
import type { PrintedRow } from './printed-rows.ts';
import type { PrizeShape } from './shapes/prize.ts';
import type { QuotaShape } from './shapes/quota.ts';

const FEN_PER_YUAN = 100;

export function buildQuota(
  { ratios, rounding, overrides, table }: QuotaShape,
  printed: readonly PrintedRow[] | null,
  cite: Cite,
): QuotaRules {
  return {
    ratios: ratios.map(({ scope, award, of, ratio, cite: source }) => ({
      scope,
      award,
      of: of === 'members' ? of : { award: of },
      ratio: { value: ratio, cite: cite(source) },
      rounding: { value: rounding.value, cite: cite(rounding.cite) },
    })),
    overrides: overrides.map(({ district, award, places, reason, cite: source }) => ({
      district,
      award,
      places: { value: places, cite: cite(source) },
      reason,
    })),
    table: { ...table, cite: cite(table.cite) },
    published: (printed ?? []).map(({ district, members, places }) => ({
      district,
      members,
      places: Object.fromEntries(places),
    })),
  };
}

export function buildPrize({ amounts, exclusions, levelExclusion, payers }: PrizeShape, cite: Cite): PrizeRules {
  return {
    amounts: amounts.map(({ award, yuan, cite: source }) => ({
      award,
      fen: { value: yuan * FEN_PER_YUAN, cite: cite(source) },
    })),
    exclusions: exclusions.map((each) => ({ ...each, cite: cite(each.cite) })),
    levelExclusion: levelExclusion ? { ...levelExclusion, cite: cite(levelExclusion.cite) } : null,
    payers: payers.map((each) => ({ ...each, cite: cite(each.cite) })),
  };
}
