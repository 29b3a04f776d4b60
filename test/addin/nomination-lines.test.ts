/** Whoever is held up is told why, whatever holds it up: also for an award of which the scheme knows nothing. */
import { describe, expect, it } from 'vitest';
import { listNominationLines } from '../../addin/page/nomination-lines.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { checkRoster } from '../../rules/check-roster.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findScheme, listSchemeIds } from '../support/templates.ts';
import { thinTables } from '../support/thin-sample.ts';

describe.each(await listSchemeIds())('%s', (id) => {
  it('every nomination of the flawed sample that is held up has a reason', async () => {
    const scheme = await findScheme(id);
    const tables = thinTables(makeSampleRoster(scheme, { seed: 2024, flawed: true }));
    const { roster } = readMasterRoster(openWorkbook(await writeMasterRoster(scheme, tables), '名册.xlsx'), scheme);
    const lines = listNominationLines(checkRoster(scheme, roster));
    const known = new Set(scheme.awards.map(({ name }) => name));
    const held = lines.filter(({ state }) => state !== 'cleared');
    expect(held.filter(({ obstacles }) => obstacles.length === 0)).toEqual([]);
    const unknown = held.filter(({ award }) => !known.has(award));
    expect(unknown.length).toBeGreaterThan(0);
    for (const { obstacles, award } of unknown) expect(obstacles[0]).toBe(`奖项“${award}”不在本次评选之列`);
  });
});
