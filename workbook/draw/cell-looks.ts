/** How the cells of an output look. */
import type { Alignment, Fill, Font, Style } from 'exceljs';
import type { WrittenStyle } from '../../ooxml/write/cell-style.ts';

export interface Look {
  readonly fontName: '黑体' | '宋体' | '仿宋';
  /** In points. */
  readonly fontSize: number;
  readonly bold?: boolean;
  /** Struck out. */
  readonly strike?: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly border?: boolean;
  readonly tone?: Tone;
  /** A fill without a meaning, where there is no tone. */
  readonly fill?: string;
  readonly numFmt?: string;
  /** To be filled in, though the sheet is protected. */
  readonly unlocked?: boolean;
}

/** Colours with a meaning; each is also said in words, for who prints in black and white. */
export type Tone = keyof typeof TONES;

const TONES = {
  heading: { fill: 'FFEDEFF2', ink: 'FF000000' },
  group: { fill: 'FFF7F7F7', ink: 'FF000000' },
  violation: { fill: 'FFFBE3E1', ink: 'FF9C0006' },
  question: { fill: 'FFFFF4D6', ink: 'FF7A5A00' },
  fine: { fill: 'FFE6F2E1', ink: 'FF2F5D1E' },
} as const;

export const LOOK = {
  title: { fontName: '黑体', fontSize: 18, bold: true, align: 'center' },
  subtitle: { fontName: '仿宋', fontSize: 12, align: 'center' },
  paragraph: { fontName: '仿宋', fontSize: 14, align: 'left' },
  line: { fontName: '仿宋', fontSize: 11, align: 'left' },
  section: { fontName: '黑体', fontSize: 12, bold: true, align: 'left' },
  warning: { fontName: '黑体', fontSize: 10.5, bold: true, align: 'left', border: true, tone: 'violation' },
  heading: { fontName: '黑体', fontSize: 10.5, bold: true, align: 'center', border: true, tone: 'heading' },
  group: { fontName: '黑体', fontSize: 10.5, bold: true, align: 'left', border: true, tone: 'group' },
  text: { fontName: '宋体', fontSize: 10.5, align: 'left', border: true },
  center: { fontName: '宋体', fontSize: 10.5, align: 'center', border: true },
  number: { fontName: '宋体', fontSize: 10.5, align: 'right', border: true },
  sum: { fontName: '宋体', fontSize: 10.5, bold: true, align: 'center', border: true },
} as const satisfies Record<string, Look>;

const tonedLooks = new WeakMap<Look, Map<Tone, Look>>();

/** A look with a tone, one object however often it is asked for: what is drawn row by row knows it again. */
export function toned(look: Look, tone: Tone | undefined): Look {
  if (tone === undefined) return look;
  const tones = tonedLooks.get(look) ?? new Map<Tone, Look>();
  tonedLooks.set(look, tones);
  const made = tones.get(tone) ?? { ...look, tone };
  tones.set(tone, made);
  return made;
}

const THIN = { style: 'thin', color: { argb: 'FF000000' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
/** GB 2312, so that old programs choose a Chinese font. */
const CHARSET = 134;

/** The style of a cell for a sheet that is written row by row. */
export function toCellStyle({
  fontName,
  fontSize,
  bold,
  strike,
  align,
  border,
  tone,
  fill,
  numFmt,
  unlocked,
}: Look): WrittenStyle {
  const colours = tone && TONES[tone];
  return {
    fontName,
    fontSize,
    charset: CHARSET,
    bold,
    strike,
    ink: colours?.ink ?? 'FF000000',
    fill: colours?.fill ?? fill,
    border,
    horizontal: align,
    wrap: true,
    numFmt,
    unlocked,
  };
}

/** The style of a cell for exceljs. */
export function toStyle(look: Look): Partial<Style> {
  const tone = look.tone && TONES[look.tone];
  const font: Partial<Font> = {
    name: look.fontName,
    size: look.fontSize,
    charset: CHARSET,
    color: { argb: tone?.ink ?? 'FF000000' },
    ...(look.bold && { bold: true }),
  };
  const alignment: Partial<Alignment> = { horizontal: look.align, vertical: 'middle', wrapText: true };
  const fill: Fill | undefined = tone && { type: 'pattern', pattern: 'solid', fgColor: { argb: tone.fill } };
  return {
    font,
    alignment,
    ...(fill && { fill }),
    ...(look.border && { border: BORDER }),
    ...(look.numFmt !== undefined && { numFmt: look.numFmt }),
    ...(look.unlocked && { protection: { locked: false } }),
  };
}
