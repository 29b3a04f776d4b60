/** 问题归类: one row for each cause, with how many cells it has, where, and the one mend. What is said of each cell stands in 问题清单. */
import type { Cause } from '../../rules/causes.ts';
import { nameRule, SEVERITY_WORDS } from '../../rules/name-rule.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { describeCause } from '../roster/describe-cause.ts';
import { nameRanges } from '../roster/name-ranges.ts';
import type { RosterAddresses } from '../roster/roster-addresses.ts';
import { LOOK, toned } from './cell-looks.ts';
import { center, drawList, makeRows, text } from './draw-list.ts';
import type { DrawnPage } from './page.ts';
import { TONES } from './report-lists.ts';
import { nameDocument } from './words.ts';

const COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: '性质', min: 46, max: 46 },
  { heading: '问题', min: 90, max: 130 },
  { heading: '处数', min: 40, max: 40 },
  { heading: '位置', min: 100, max: 150 },
  { heading: '现状', min: 60, max: 90 },
  { heading: '具体情况', min: 120, max: 190 },
  { heading: '更正办法', min: 110, max: 160 },
  { heading: '依据', min: 60, max: 110 },
] as const;

interface CauseList {
  readonly scheme: Scheme;
  readonly addresses: RosterAddresses;
  readonly causes: readonly Cause[];
  /** Whose alone they are; empty of all. */
  readonly part: string;
  readonly warning: string;
}

export function drawCauses(page: DrawnPage, { scheme, addresses, causes, part, warning }: CauseList): void {
  const rows = makeRows(function* () {
    for (const [position, cause] of causes.entries()) {
      const [first] = cause.remarks;
      const tone = first.decision ? undefined : TONES[first.severity];
      yield [
        center(position + 1),
        { value: first.decision ? '已决定' : SEVERITY_WORDS[first.severity], look: toned(LOOK.center, tone) },
        text(nameRule(scheme, first)),
        center(cause.remarks.length),
        text(nameRanges(addresses, cause.cells)),
        text(cause.value ?? '各不相同'),
        text(describeCause(scheme, cause)),
        text(cause.mend),
        text(nameDocument(scheme, first.cite)),
      ];
    }
  });
  const about = '同一个原因只列一行，照“更正办法”一次改完这些单元格；每个单元格的具体情况见“问题清单”。';
  drawList(page, { title: '问题归类', about, part, warning }, COLUMNS, rows);
}
