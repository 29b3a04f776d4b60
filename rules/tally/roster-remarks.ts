/** What the tally has to say of the master roster itself: units that it cannot expect, numbers that lost their zeros, decisions of nobody. */
import { groupBy } from '../group-by.ts';
import { RowsByKey } from '../rows-by-key.ts';
import { unitNumberKey, type ByUnitNumber } from '../unit-number.ts';
import type { BorderlineDecision } from './borderline.ts';
import type { AcceptedFile } from './returned-file.ts';
import type { TallyMember } from './unit-tally.ts';

export interface RosterRemark {
  /** Stable, for `--json`. */
  readonly code:
    | 'unit-number-blank'
    | 'unit-number-twice'
    | 'unit-numbers-alike'
    | 'unit-code-twice'
    | 'zeros-lost'
    | 'decision-of-nobody';
  readonly severity: 'violation' | 'question' | 'note';
  /** One Chinese sentence. */
  readonly message: string;
}

interface RemarkedRoster {
  readonly members: readonly TallyMember[];
  /** The units that files are expected of. */
  readonly units: ByUnitNumber<TallyMember>;
  readonly accepted: readonly AcceptedFile[];
  /** By unit number, from an earlier tally. */
  readonly decisions: ReadonlyMap<string, BorderlineDecision>;
}

/** Each cause once, however many rows or files it concerns. */
export function remarkOnRoster(roster: RemarkedRoster): RosterRemark[] {
  return [
    ...remarkOnBlanks(roster),
    ...remarkOnTwins(roster),
    ...remarkOnLookalikes(roster),
    ...remarkOnCodes(roster),
    ...remarkOnZeros(roster),
    ...remarkOnDecisions(roster),
  ];
}

function* remarkOnBlanks({ members }: RemarkedRoster): Iterable<RosterRemark> {
  const blank = members.filter(({ number }) => number === '');
  if (blank.length === 0) return;
  const message = `总名册有 ${blank.length} 家单位没有编号（${nameRows(blank)}），没有列入；请补填编号后重新汇总。`;
  yield { code: 'unit-number-blank', severity: 'violation', message };
}

function* remarkOnTwins({ members }: RemarkedRoster): Iterable<RosterRemark> {
  const numbered = members.filter(({ number }) => number !== '');
  for (const [number, twins] of groupBy(numbered, (unit) => unit.number)) {
    if (twins.length < 2) continue;
    const message = `总名册中编号 ${number} 有 ${twins.length} 家单位（${nameRows(twins)}），只按第一家收评分表；请给它们不同的编号后重新汇总。`;
    yield { code: 'unit-number-twice', severity: 'violation', message };
  }
}

function* remarkOnLookalikes({ units }: RemarkedRoster): Iterable<RosterRemark> {
  for (const alike of units.lookalikes) {
    const named = alike.map(({ row, number, name }) => `第 ${row} 行 ${number}“${name}”`).join('、');
    const message = `总名册中${named}的编号只差前导零，前导零一丢就分不清；请给它们不同的编号后重新汇总。`;
    yield { code: 'unit-numbers-alike', severity: 'violation', message };
  }
}

function* remarkOnCodes({ units }: RemarkedRoster): Iterable<RosterRemark> {
  for (const twins of new RowsByKey(units, ({ creditCode }) => creditCode ?? '').groups()) {
    if (twins.length < 2) continue;
    const message = `总名册中${nameRows(twins)}的统一社会信用代码相同，是同一家单位，却各等一份评分表；请只保留一行后重新汇总。`;
    yield { code: 'unit-code-twice', severity: 'violation', message };
  }
}

function* remarkOnZeros({ accepted }: RemarkedRoster): Iterable<RosterRemark> {
  const differing = accepted.filter(
    ({ unitNumber, sheet }) =>
      unitNumber !== sheet.unitNumber && unitNumberKey(unitNumber) === unitNumberKey(sheet.unitNumber),
  );
  const inRoster = differing.filter(({ unitNumber, sheet }) => unitNumber.length < sheet.unitNumber.length);
  const inFiles = differing.filter(({ unitNumber, sheet }) => unitNumber.length > sheet.unitNumber.length);
  const count = (files: readonly AcceptedFile[]) => new Set(files.map(({ unitNumber }) => unitNumber)).size;
  for (const [files, where, mend] of [
    [inRoster, '总名册', '；请把总名册的编号列设为文本格式，补上前导零'],
    [inFiles, '评分表', ''],
  ] as const) {
    const [first] = files;
    if (!first) continue;
    const message = `${where}中 ${count(files)} 家单位的编号丢了前导零（例如总名册是 ${first.unitNumber}，评分表是 ${first.sheet.unitNumber}），按同一编号计${mend}。`;
    yield { code: 'zeros-lost', severity: 'note', message };
  }
}

function* remarkOnDecisions({ units, decisions }: RemarkedRoster): Iterable<RosterRemark> {
  const lost = [...decisions.keys()].filter((number) => !units.find(number));
  if (lost.length === 0) return;
  const message = `上一次汇总的临界名单中编号 ${lost.join('、')} 的决定没有对应的单位，没有带过来；请核对总名册的编号，或把决定抄到改正后的编号下。`;
  yield { code: 'decision-of-nobody', severity: 'question', message };
}

const MOST_NAMED = 5;

/** `第 3 行“甲”、第 9 行“乙” 等`. */
function nameRows(members: readonly TallyMember[]): string {
  const named = members.slice(0, MOST_NAMED).map(({ row, name }) => `第 ${row} 行“${name}”`);
  return `${named.join('、')}${members.length > MOST_NAMED ? ' 等' : ''}`;
}
