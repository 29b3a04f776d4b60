import { describe, expect, it } from 'vitest';
import { createFileNamer, makeSafeFileName } from '../../workbook/file-name.ts';

describe('a safe file name', () => {
  it.each(['CON', 'con', 'PRN', 'AUX', 'NUL', 'COM1', 'COM9', 'COM0', 'COM¹', 'LPT1', 'LPT³', 'CLOCK$', 'CONIN$'])(
    'is no device of Windows: %s',
    (name) => {
      expect(makeSafeFileName(name)).toBe(`_${name}`);
      expect(makeSafeFileName(`${name}.txt`)).toBe(`_${name}.txt`);
      expect(makeSafeFileName(`${name} .txt`)).toBe(`_${name} .txt`);
    },
  );

  it.each(['CONE', 'COM10', 'COM', 'NULL', '某CON', 'LPT'])(
    'leaves alone what only looks like a device: %s',
    (name) => {
      expect(makeSafeFileName(name)).toBe(name);
    },
  );

  it('has none of the characters that Windows forbids', () => {
    expect(makeSafeFileName('a<b>c:d"e/f\\g|h?i*j')).toBe('a_b_c_d_e_f_g_h_i_j');
    expect(makeSafeFileName('../../etc')).toBe('.._.._etc');
  });

  it('has no control, direction or half characters, and no line breaks', () => {
    expect(makeSafeFileName('某\u0000公\u202e司\u200b\ud800')).toBe('某公司');
    expect(makeSafeFileName('某\n公\t司')).toBe('某 公 司');
  });

  it('ends neither in a dot nor a space and begins with no space', () => {
    expect(makeSafeFileName('  某公司. . ')).toBe('某公司');
    expect(makeSafeFileName('CON.')).toBe('_CON');
  });

  it.each(['', '   ', '...', '\u200b'])('is 未命名 for %j', (text) => {
    expect(makeSafeFileName(text)).toBe('未命名');
  });

  it('is at most 120 units and 240 bytes long, cut between characters', () => {
    expect(makeSafeFileName('a'.repeat(120))).toHaveLength(120);
    expect(makeSafeFileName('a'.repeat(121))).toHaveLength(120);
    expect(makeSafeFileName('长'.repeat(80))).toBe('长'.repeat(80));
    expect(makeSafeFileName('长'.repeat(81))).toBe('长'.repeat(80));
    expect(makeSafeFileName(`${'a'.repeat(119)}𠮷`)).toBe('a'.repeat(119));
    expect(makeSafeFileName(`${'a'.repeat(119)}. b`)).toBe('a'.repeat(119));
    expect(makeSafeFileName(`con.${'a'.repeat(120)}`)).toHaveLength(120);
  });

  it('is the same for composed and decomposed accents', () => {
    expect(makeSafeFileName('Cafe\u0301')).toBe(makeSafeFileName('Caf\u00e9'));
  });
});

describe('names in one folder', () => {
  it('differ where only case or composition differs, and where nothing does', () => {
    const name = createFileNamer();
    expect(['ABC公司', 'abc公司', 'ABC公司', 'Cafe\u0301', 'CAF\u00c9', 'ABC公司 (2)'].map(name)).toEqual([
      'ABC公司',
      'abc公司 (2)',
      'ABC公司 (3)',
      'Caf\u00e9',
      'CAF\u00c9 (2)',
      'ABC公司 (2) (2)',
    ]);
  });

  it('stay within the length when numbered', () => {
    const name = createFileNamer();
    expect(name('a'.repeat(130))).toHaveLength(120);
    const second = name('a'.repeat(140));
    expect(second).toHaveLength(120);
    expect(second.endsWith(' (2)')).toBe(true);
    name('长'.repeat(90));
    expect(new TextEncoder().encode(name('长'.repeat(90))).length).toBeLessThanOrEqual(240);
  });
});
