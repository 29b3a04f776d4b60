import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IntakeError } from '../../../ooxml/errors.ts';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { openOneOfMany } from '../../../ooxml/read/open-workbook.ts';
import { PartMemory } from '../../../ooxml/read/part-memory.ts';
import { writeExceljsSample } from '../../support/exceljs-sample.ts';
import { handWorkbook } from '../../support/hand-workbook.ts';
import { resaveWithLibreOffice } from '../../support/resave.ts';
import { missing } from '../../support/tools.ts';

/** Everything that can be read of a file as text; undefined when the file is turned away. `memory`: of the files read before, none unless told. */
function readAll(bytes: Uint8Array, memory = new PartMemory(INTAKE_LIMITS)): string | undefined {
  try {
    const workbook = openOneOfMany(bytes, '甲.xlsx', memory);
    const { sheets, date1904, definedNames, customProperties, creatingApplication } = workbook;
    const contents = sheets.map(({ name }) => workbook.readSheet(name));
    const properties = [...customProperties, creatingApplication, workbook.readSavedTime()];
    return JSON.stringify([sheets, date1904, definedNames, properties, contents]);
  } catch (error) {
    if (error instanceof IntakeError) return undefined;
    throw error;
  }
}

const memories = new Map<Uint8Array, PartMemory>();

/** One that has read the sound file. */
function memoryOf(bytes: Uint8Array): PartMemory {
  const known = memories.get(bytes);
  if (known) return known;
  const memory = new PartMemory(INTAKE_LIMITS);
  expect(readAll(bytes, memory)).toBe(readAll(bytes));
  memories.set(bytes, memory);
  return memory;
}

/** Reads a file with the bits of `mask` turned over at `at`: it must be turned away or read the same. */
function readFlipped(bytes: Uint8Array, at: number, mask: number): 'refused' | 'same' | 'different' {
  const flipped = bytes.slice();
  flipped[at] = (flipped[at] ?? 0) ^ mask;
  const read = readAll(flipped);
  // What is remembered of the sound file, and of all flipped ones before, must change nothing.
  const memory = memoryOf(bytes);
  if (readAll(flipped, memory) !== read) return 'different';
  if (read === undefined) return 'refused';
  return read === readAll(bytes, memory) ? 'same' : 'different';
}

it('no bit of a small workbook can be flipped and change a value', () => {
  const bytes = handWorkbook();
  const counts = { refused: 0, same: 0, different: 0 };
  for (let at = 0; at < bytes.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) counts[readFlipped(bytes, at, 1 << bit)] += 1;
  }
  expect(counts.different).toBe(0);
  // What may differ is what says nothing: versions, times and attributes in 7 entries, 26 bytes each, or fewer.
  expect(counts.same).toBeLessThanOrEqual(7 * 26 * 8);
  expect(counts.refused).toBe(bytes.length * 8 - counts.same);
});

describe('no byte of a real workbook can be changed and change a value', () => {
  const directory = mkdtempSync(join(tmpdir(), 'flips-'));
  let sample: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    sample = await writeExceljsSample();
  });
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  function checkAnywhere(bytes: Uint8Array): void {
    expect(readAll(bytes)).toBeDefined();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        expect(readFlipped(bytes, at, mask)).not.toBe('different');
      }),
      { numRuns: 1500 },
    );
  }

  it('by exceljs', () => {
    checkAnywhere(sample);
  });

  it.skipIf(missing('soffice'))('by LibreOffice', () => {
    const path = join(directory, 'sample.xlsx');
    writeFileSync(path, sample);
    checkAnywhere(new Uint8Array(readFileSync(resaveWithLibreOffice(path, mkdtempSync(join(directory, 'out-'))))));
  });
});
