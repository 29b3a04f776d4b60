import { listGaps } from '../rules/incomplete-base.ts';
import { asPrize } from '../rules/parts.ts';
import { formatYuan } from '../rules/money.ts';
import { awardPrizes, type Prize } from '../rules/prize.ts';
import { listResting } from '../rules/resting-decisions.ts';
import { writePrizeTable } from '../workbook/draw/write-prize-table.ts';
import { deliver, type OutputOptions } from './deliver.ts';
import type { ExitCode } from './exit-code.ts';
import { gapsToJson, restingToJson, sayGaps, sayLeftOut, sayResting } from './left-out.ts';
import { loadRoster } from './load-roster.ts';
import { say } from './terminal.ts';

/** `prizes R.xlsx --out F.xlsx`: who is paid what by which association. */
export async function prizes(path: string, options: OutputOptions): Promise<ExitCode> {
  const { scheme: found, check } = await loadRoster(path);
  const scheme = asPrize(found);
  const table = awardPrizes(scheme, check);
  const gaps = listGaps(check, 'prize');
  const resting = listResting(check, 'prize');
  await deliver(options, {
    file: () => writePrizeTable(scheme, table, gaps, resting),
    json: () => ({
      incomplete: gapsToJson(gaps),
      decided: restingToJson(table.prizes, resting),
      totalFen: table.totalFen,
      byPayer: [...table.byPayer].map(([payer, sum]) => ({ payer, ...sum })),
      prizes: table.prizes.map(toJson),
    }),
  });
  sayGaps(gaps);
  sayResting(table.prizes, resting);
  say(`奖金合计 ${formatYuan(table.totalFen)} 元。`);
  return sayLeftOut(check, 'prize');
}

function toJson({ nominee, award, unit, fen, payer, notes }: Prize) {
  return { row: nominee.row, award: award.id, unit: unit.name, name: nominee.name, fen, payer, notes };
}
