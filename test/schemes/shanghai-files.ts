/** The files of schemes for tests, the Shanghai scheme's unless others are named, and copies of them with one thing changed. */
import { expect } from 'vitest';
import { readSchemeFolder, TEMPLATES_FOLDER } from '../support/templates.ts';
import type { SchemeFault } from '../../schemes/fault.ts';
import { loadScheme } from '../../schemes/load-scheme.ts';
import { asFull, type FullScheme } from '../support/full-scheme.ts';

type Files = ReadonlyMap<string, string>;

export const SHANGHAI = 'shanghai-security-2024';

export const shanghaiFiles: Files = await readSchemeFolder(`${TEMPLATES_FOLDER}/${SHANGHAI}`);

export function textOf(file: string, files: Files = shanghaiFiles): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`no ${file}`);
  return text;
}

/** The files with the first `found` of one of them replaced; a test whose text is no longer there fails. */
export function changeFile(
  file: string,
  found: string,
  replacement: string,
  files: Files = shanghaiFiles,
): Map<string, string> {
  const text = textOf(file, files);
  if (!text.includes(found)) throw new Error(`${file} has no “${found}”`);
  return new Map(files).set(
    file,
    text.replace(found, () => replacement),
  );
}

export function mustLoad(files: ReadonlyMap<string, string>): FullScheme {
  const result = loadScheme(files);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return asFull(result.scheme);
}

/** The scheme as an author has it who types the table of 附件1 instead of having it read: rows in quota.yaml, a citation for each district. */
export function typeTable(files: Files = shanghaiFiles): Map<string, string> {
  const { districts, quota, awards } = mustLoad(files);
  const printed = new Map(quota.published.map((row) => [row.district, row]));
  const ids = awards.map(({ id }) => id);
  const rows = districts.map(({ name, cite }) => {
    const dashes = cite.quote
      .split(' ')
      .slice(2)
      .map((cell) => (cell === '-' ? "'-'" : cell));
    return printed.has(name) ? `    - [${[name, ...dashes].join(', ')}]\n` : '';
  });
  const typed = `  awards: [${ids.join(', ')}]\n  rows:\n${rows.join('')}`;
  const withRows = changeFile('quota.yaml', '  columns: { district: 各区, members: 会员单位 }\n', typed, files);
  const scheme = districts.reduce(
    (text, { name, cite }) =>
      text.replace(
        new RegExp(`(\\{ name: ${name}, scope: .*) \\}`),
        (_whole, start: string) => `${start}, cite: { clause: ${cite.clause}, quote: ${cite.quote} } }`,
      ),
    textOf('scheme.yaml', withRows),
  );
  return withRows.set('scheme.yaml', scheme);
}

export function faultsOf(files: ReadonlyMap<string, string>): readonly SchemeFault[] {
  const result = loadScheme(files);
  return 'faults' in result ? result.faults : [];
}

/** The line, from 1, of the first `marker`. */
export function lineOf(text: string, marker: string): number {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`no “${marker}”`);
  return text.slice(0, at).split('\n').length;
}

/**
 * One change to a file and the fault that it makes. `at` first stands on the line of the fault, after the change; `message` is a part of
 * the fault's message.
 */
export type BrokenFile = readonly [
  what: string,
  file: string,
  found: string,
  replacement: string,
  at: string,
  field: string,
  message: string,
];

/** Expects a fault in the field, on the line and with the words that the case names. */
export function expectFault(
  [, file, found, replacement, at, field, message]: BrokenFile,
  whole: Files = shanghaiFiles,
): void {
  const files = changeFile(file, found, replacement, whole);
  const fault = faultsOf(files).filter((each) => each.field === field);
  const line = lineOf(files.get(file) ?? '', at);
  expect(fault).toContainEqual({ file, line, field, message: expect.stringContaining(message) as string });
}
