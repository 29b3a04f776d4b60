/** Runs contenders side by side: one round is each of them once, so that all see the same moods of the machine. */
import type { Contender, Results } from './bench.ts';
import { measure, type Measured } from './measure.ts';

/** @param show called before each run */
export async function compete(
  contenders: readonly Contender[],
  rounds: number,
  show: (round: number, name: string) => void,
): Promise<Results> {
  const results = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const contender of contenders) {
      show(round, contender.name);
      await contender.before?.();
      results.get(contender.name)?.push('clock' in contender ? await contender.clock() : await measure(contender));
      if (round === 1) await contender.verify?.();
    }
  }
  return results;
}
