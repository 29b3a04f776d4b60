/** What a workbook of many forms begins with, and what is told of a form that goes on behind, whatever job makes it. */
import { beforeAll, expect, it } from 'vitest';
import { materials } from '../../jobs/materials.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { readFormTemplates } from '../../jobs/scheme-source.ts';
import { stampForms } from '../../jobs/stamp-forms.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { openSchemeFolder } from '../../scripts/scheme-folder.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { AWARDS_2024 } from '../support/scheme-sample.ts';
import { findScheme, TEMPLATES_FOLDER } from '../support/templates.ts';

const schemes = openSchemeFolder(TEMPLATES_FOLDER);
let scheme: Scheme;
beforeAll(async () => {
  scheme = await findScheme(AWARDS_2024.id);
});

it.each([
  [19, false],
  [20, false],
  [21, true],
])('of %s pages begins with an index: %s', async (count, isIndexed) => {
  const [template] = [...(await readFormTemplates(schemes, scheme)).values()];
  const [sheet] = template?.sheets ?? [];
  if (!template || !sheet) throw new Error('the scheme has no forms');
  const values = new Map(sheet.placeholders.map((placeholder) => [placeholder, '文']));
  const pages = Array.from({ length: count }, (_, at) => ({ sheet: sheet.name, name: `第${at + 1}份`, values }));
  const names = openWorkbook(stampForms(scheme, template, pages), '表格.xlsx').sheets.map(({ name }) => name);
  expect(names).toEqual([...(isIndexed ? ['目录'] : []), ...pages.map(({ name }) => name)]);
});

it('an application whose form goes on behind is named by its file', async () => {
  const { tables } = makeSampleRoster(scheme, { seed: 7, flawed: false });
  const [first] = tables.nominees;
  first?.set('住所', '虚构路一百号'.repeat(500));
  const bytes = await writeMasterRoster(scheme, tables);
  const roster = { name: '总名册.xlsx', bytes, location: '总名册.xlsx', hasChanged: () => Promise.resolve(false) };
  const told: string[] = [];
  const tell = (sentence: string) => told.push(sentence);
  const only = tables.nominees.slice(0, 2).map((row) => String(row.get('申报编号')));
  const { files } = await materials(
    { roster, only, pdf: null, out: { folder: new MemoryFolder(), force: false } },
    { schemes, tell, progress: () => undefined, signal: new AbortController().signal },
  );
  const own = files.find(({ name }) => name.includes(`${only[0] ?? ''} `) && name.endsWith('-表格.xlsx'));
  expect(told.filter((sentence) => sentence.includes('附页'))).toEqual([
    `有 1 份的内容一页放不下，续在表格后面的附页：${own?.name ?? ''}；请一并打印、签章。`,
  ]);
});
