/** The files of schemes for tests, the Shanghai scheme's unless others are named, and copies of them with one thing changed. */
import { expect } from 'vitest';
import { readSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
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
