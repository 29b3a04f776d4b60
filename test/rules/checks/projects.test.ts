import { describe, expect, it } from 'vitest';
import { checkProjects } from '../../../rules/checks/projects.ts';
import type { Project } from '../../../rules/master-roster.ts';
import { makeIndex } from '../../support/small-scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, listUnits } from '../../support/rows-by-hand.ts';

const UNITS = [{ number: '0012' }, { number: '0345' }, { number: '0346' }, { number: '0347' }];

function find(unitNumber: string, name = '虚构工程') {
  const projects: Project[] = [{ row: 2, unitNumber, name, amountFen: 100, facts: new Map() }];
  const nominees = listNominees(COLLECTIVE, { unitNumber: '0012' }, { unitNumber: '5555' });
  return [...checkProjects(makeIndex(CITED_SCHEME, { memberUnits: listUnits(...UNITS), nominees, projects }))];
}

describe('a project', () => {
  // The last is a nomination's, of which it is told there.
  it.each(['0012', '12', '0345', '5555'])('of a unit of the roster, as %s, is nothing to ask about', (number) => {
    expect(find(number)).toEqual([]);
  });

  it.each([
    ['one digit off', '0013', ['0012'], 'question'],
    ['shown otherwise by a spreadsheet', '12.0', ['0012'], 'question'],
    ['one digit off more than two units', '0344', [], 'violation'],
    ['like nobody’s', '9999', [], 'violation'],
    ['blank', '', [], 'violation'],
  ] as const)('whose number is %s is asked about with the units that it may be', (_, number, candidates, severity) => {
    const [finding, ...others] = find(number);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'project-unit-unknown', severity, candidates, nominations: [] });
    expect(finding?.where).toEqual([{ sheet: 'projects', row: 2, heading: '单位编号' }]);
    for (const candidate of candidates) expect(finding?.message).toContain(`是否 ${candidate}？`);
  });
});
