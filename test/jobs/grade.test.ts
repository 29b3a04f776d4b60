import { expect, it } from 'vitest';
import { grade } from '../../jobs/grade.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { openSchemes } from '../../scripts/scheme-folder.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { findScheme } from '../support/templates.ts';

/** Belongs to nobody: its check digit is wrong. */
const ID = '110101199001011230';

it('tells programs no ID number that somebody typed for the number of an application', async () => {
  const scheme = await findScheme('inner-mongolia-grading-2022');
  const { tables } = makeSampleRoster(scheme, { seed: 1, flawed: false });
  const [first, ...rest] = tables.nominees;
  const nominees = [new Map([...(first ?? []), ['申报编号', ID] as const]), ...rest];
  const folder = new MemoryFolder();
  await folder.write([{ name: 'roster.xlsx', bytes: await writeMasterRoster(scheme, { ...tables, nominees }) }]);
  const context = {
    schemes: openSchemes(),
    tell: () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const { summary } = await grade({ roster: folder.asInput('roster.xlsx'), key: null, out: null }, context);
  const told = JSON.stringify(summary());
  expect(told).toContain('身份证号不显示');
  expect(told).not.toContain(ID);
});
