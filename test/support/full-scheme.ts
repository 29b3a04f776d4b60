/** The Shanghai scheme, which has every part that a scheme may lack. */
import { asPrize, asQuota, asScored } from '../../rules/parts.ts';
import type { PrizeScheme, QuotaScheme, Scheme, ScoredScheme } from '../../rules/scheme.ts';
import { findScheme } from './templates.ts';

export type FullScheme = ScoredScheme & QuotaScheme & PrizeScheme;

/** @throws UnusableInput where the scheme lacks a part */
export function asFull(scheme: Scheme): FullScheme {
  const { scoreSheet } = asScored(scheme);
  const { quota } = asQuota(scheme);
  const { prize } = asPrize(scheme);
  return { ...scheme, scoreSheet, quota, prize };
}

export async function findShanghai(): Promise<FullScheme> {
  return asFull(await findScheme('shanghai-security-2024'));
}
