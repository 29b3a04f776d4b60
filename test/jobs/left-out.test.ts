/** What is said of those whom an output leaves out: each for its own reason, and of the steps those alone that lack. */
import { beforeAll, describe, expect, it } from 'vitest';
import { tellLeftOut } from '../../jobs/left-out.ts';
import { checkRoster } from '../../rules/check-roster.ts';
import type { Decision } from '../../rules/decision.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import type { GatedOutput } from '../../rules/scheme-parts.ts';
import { TEMPLATES_FOLDER } from '../support/templates.ts';
import { sampleScheme, type SchemeSample } from '../support/scheme-sample.ts';

let sample: SchemeSample;
/** A unit that a department and a person depend on. */
let unit: Nominee;
let dependents: number;

beforeAll(async () => {
  sample = await sampleScheme({ id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER });
  const { nominees } = sample.roster;
  const count = ({ unitNumber }: Nominee) =>
    nominees.filter((each) => each.unitNumber === unitNumber && ['先进保卫部门', '先进治安责任人'].includes(each.award))
      .length;
  const found = nominees.find((each) => each.award === '先进单位' && count(each) > 1);
  if (!found) throw new Error('no unit with a department and a person');
  [unit, dependents] = [found, count(found)];
});

/** What is said when the unit's row of one step becomes what `change` makes of it. */
function say(step: string, output: GatedOutput, change: (row: Decision) => readonly Decision[]): string[] {
  const { scheme, roster } = sample;
  const decisions = roster.decisions.flatMap((row) =>
    row.matter === step && row.subject === unit.application ? change(row) : [row],
  );
  const said: string[] = [];
  tellLeftOut(checkRoster(scheme, { ...roster, decisions }), output, { tell: (line) => void said.push(line) });
  return said;
}

describe('of the notice, whose steps are 初审 and 报审', () => {
  it('names the step that lacks, and counts who waits for the unit apart', () => {
    expect(say('初审', 'notice', () => [])).toEqual([
      '有 1 个推荐通过审查而尚无入围的结论，没有列入；请把“初审”的结论写入总名册的“决定”表。',
      `有 ${dependents} 个推荐要等所在单位的推荐入围，没有列入。`,
    ]);
  });

  it('tells who falls with the unit apart from whom a body refused', () => {
    expect(say('报审', 'notice', (row) => [{ ...row, word: 'rejected' }])).toEqual([
      '有 1 个推荐的结论为不入围，没有列入。',
      `有 ${dependents} 个推荐因所在单位的推荐不入围，没有列入。`,
    ]);
  });

  it('tells of a row that is wrong, and nothing of one that nothing here waits for', () => {
    const wrong = (row: Decision): Decision[] => [{ ...row, word: 'agreed' }];
    expect(say('报审', 'notice', wrong)[0]).toMatch(/^有 1 个推荐的结论填写有误，更正前没有列入；/);
    expect(say('报审批', 'notice', wrong)).toEqual([]);
    expect(say('报审批', 'prize', wrong)).toHaveLength(2);
    expect(say('初审', 'roster', wrong)).toEqual([]);
  });

  it('tells of a deferral by itself', () => {
    expect(say('初审', 'notice', (row) => [{ ...row, word: 'deferred' }])).toContain(
      '有 1 个推荐的结论为待议，没有列入。',
    );
  });
});
