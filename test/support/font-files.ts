/** Widths and heights as font files have them, for the fonts by which LibreOffice sets a page here. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { FontHeight, Fonts } from '../../ooxml/print/fonts.ts';

/** The font of Chinese characters wherever another lacks them. */
const HAN_FONT = '宋体';

/** The fonts that the system takes for a name in a Chinese text. */
export function systemFonts(): Fonts {
  const known = new Map<string, FontFile>();
  const find = (name: string, bold: boolean): FontFile => {
    const key = `${name} ${bold ? 'bold' : ''}`;
    const font = known.get(key) ?? findFont(name, bold);
    known.set(key, font);
    return font;
  };
  return ({ name, bold }) => {
    const font = find(name, bold);
    const han = find(HAN_FONT, bold);
    const { ascent, descent } = font;
    const hasHan = font.widthOf('国') !== undefined;
    return {
      ascent,
      descent,
      widthOf: (char) => font.widthOf(char) ?? han.widthOf(char) ?? 1,
      ...(hasHan ? {} : { han }),
    };
  };
}

interface FontFile extends FontHeight {
  /** In ems; undefined where it has no such character. */
  readonly widthOf: (char: string) => number | undefined;
}

function findFont(name: string, bold: boolean): FontFile {
  const pattern = `${name}:lang=zh-cn:weight=${bold ? 200 : 80}`;
  const found = execFileSync('fc-match', ['-f', '%{file}\n%{index}', pattern], { encoding: 'utf8' });
  const [file = '', index = '0'] = found.split('\n');
  return readFont(readFileSync(file), Number(index) & 0xffff);
}

/** @param index of the font in a collection */
function readFont(file: Buffer, index: number): FontFile {
  const start = file.toString('latin1', 0, 4) === 'ttcf' ? file.readUInt32BE(12 + 4 * index) : 0;
  const tables = new Map<string, number>();
  for (let at = 0; at < file.readUInt16BE(start + 4); at += 1) {
    const entry = start + 12 + 16 * at;
    tables.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  const table = (name: string) => tables.get(name) ?? 0;
  const unitsPerEm = file.readUInt16BE(table('head') + 18);
  const glyphOf = readMap(file, table('cmap'));
  const longCount = file.readUInt16BE(table('hhea') + 34);
  const widths = new Map<string, number | undefined>();
  return {
    ascent: file.readInt16BE(table('hhea') + 4) / unitsPerEm,
    descent: -file.readInt16BE(table('hhea') + 6) / unitsPerEm,
    widthOf: (char) => {
      if (widths.has(char)) return widths.get(char);
      const glyph = glyphOf(char.codePointAt(0) ?? 0);
      const width =
        glyph === 0 ? undefined : file.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, longCount - 1)) / unitsPerEm;
      widths.set(char, width);
      return width;
    },
  };
}

/** The glyph of a character, by the table of four-byte characters, else of two-byte ones. */
function readMap(file: Buffer, cmap: number): (code: number) => number {
  const offsets = Array.from(
    { length: file.readUInt16BE(cmap + 2) },
    (_, at) => cmap + file.readUInt32BE(cmap + 8 + 8 * at),
  );
  const long = offsets.find((offset) => file.readUInt16BE(offset) === 12);
  if (long !== undefined) {
    const groups = Array.from({ length: file.readUInt32BE(long + 12) }, (_, at) => {
      const group = long + 16 + 12 * at;
      const [first, last, glyph] = [0, 4, 8].map((more) => file.readUInt32BE(group + more));
      return { first: first ?? 0, last: last ?? 0, glyph: glyph ?? 0 };
    });
    return (code) => {
      const group = groups.find(({ first, last }) => first <= code && code <= last);
      return group ? group.glyph + code - group.first : 0;
    };
  }
  const short = offsets.find((offset) => file.readUInt16BE(offset) === 4) ?? 0;
  const count = file.readUInt16BE(short + 6) / 2;
  const ends = short + 14;
  return (code) => {
    for (let at = 0; at < count; at += 1) {
      if (code > file.readUInt16BE(ends + 2 * at)) continue;
      const startsAt = ends + 2 + 2 * (count + at);
      if (code < file.readUInt16BE(startsAt)) return 0;
      const delta = file.readUInt16BE(startsAt + 2 * count);
      const rangeAt = startsAt + 4 * count;
      const range = file.readUInt16BE(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = file.readUInt16BE(rangeAt + range + 2 * (code - file.readUInt16BE(startsAt)));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
