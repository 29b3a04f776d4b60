import { listGaps } from '../rules/incomplete-base.ts';
import { asPrize } from '../rules/parts.ts';
import { formatYuan } from '../rules/money.ts';
import { awardPrizes, type Prize } from '../rules/prize.ts';
import { listResting } from '../rules/resting-decisions.ts';
import { writePrizeTable } from '../workbook/draw/write-prize-table.ts';
import { deliver } from './deliver.ts';
import type { JobContext, JobResult, OutputName } from './job.ts';
import { gapsToJson, partToJson, restingToJson, tellGaps, tellLeftOut, tellResting, whosePart } from './left-out.ts';
import { BY_NOMINATION, loadPart, nameOfPart, type PartRequest } from './load-part.ts';
import { fileChangesToJson } from './tell-changes.ts';

export interface PrizesInput extends PartRequest {
  readonly out: OutputName | null;
}

/** 奖金发放表: who is paid what by which association. */
export async function prizes({ out, ...request }: PrizesInput, context: JobContext): Promise<JobResult<object>> {
  const { scheme: found, check } = await loadPart(request, BY_NOMINATION, context.schemes);
  const scheme = asPrize(found);
  const table = awardPrizes(scheme, check);
  const gaps = listGaps(check, 'prize');
  const resting = listResting(check, 'prize');
  const files = await deliver(nameOfPart(out, check), () => writePrizeTable(scheme, table, gaps, resting), context, [
    request.roster,
  ]);
  tellGaps(gaps, context);
  tellResting(table.prizes, resting, context);
  context.tell(`${whosePart(check)}奖金合计 ${formatYuan(table.totalFen)} 元。`);
  return {
    files,
    summary: () => ({
      ...partToJson(check),
      incomplete: gapsToJson(gaps),
      changes: fileChangesToJson(files),
      decided: restingToJson(table.prizes, resting),
      totalFen: table.totalFen,
      byPayer: [...table.byPayer].map(([payer, sum]) => ({ payer, ...sum })),
      prizes: table.prizes.map(toJson),
    }),
    verdict: tellLeftOut(check, 'prize', context),
  };
}

function toJson({ nominee, award, unit, fen, payer, notes }: Prize) {
  return { row: nominee.row, award: award.id, unit: unit.name, name: nominee.name, fen, payer, notes };
}
