/** A page as SVG: one drawing of the size of the paper, each line of text where it was laid. */
import { escapeXml } from '../xml/xml-text.ts';
import type { Frame, PrintBox, PrintLine, PrintPage, PrintRule } from './print-page.ts';
import type { PrintFont } from './print-style.ts';
import type { PrintRun } from './print-sheet.ts';

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;
const DASHES: Readonly<Record<string, string>> = { dashed: '3 2', dotted: '1 1' };

/** The names under which systems know the fonts of Chinese offices. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  仿宋: "FangSong, STFangsong, 'Noto Serif CJK SC', serif",
  仿宋_GB2312: "FangSong, STFangsong, 'Noto Serif CJK SC', serif",
  宋体: "SimSun, STSong, 'Noto Serif CJK SC', serif",
  黑体: "SimHei, STHeiti, 'Noto Sans CJK SC', sans-serif",
  楷体: "KaiTi, STKaiti, 'Noto Serif CJK SC', serif",
};

/** A list of fonts for a browser: the font itself, its other names, and one that stands in for it. */
export function fontFamily(name: string): string {
  return `'${name.replace(/['"\\;{}<>]/g, '')}', ${OTHER_NAMES[name] ?? "'Noto Sans CJK SC', sans-serif"}`;
}

/** Nothing in it is read as markup, wherever its texts come from. */
export function drawPage({ width, height, boxes, rules, lines }: PrintPage): string {
  const size = `width="${at(width)}pt" height="${at(height)}pt" viewBox="0 0 ${at(width)} ${at(height)}"`;
  const fills = boxes.flatMap((box) => (box.fill === null ? [] : [drawFill(box, box.fill)]));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} xml:space="preserve">` +
    `<rect width="${at(width)}" height="${at(height)}" fill="#FFFFFF"/>` +
    [...fills, ...rules.map(drawRule), ...boxes.map(drawText), ...lines.map(drawLine)].join('') +
    '</svg>'
  );
}

function drawFill({ x, y, width, height }: Frame, colour: string): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${colour}"/>`;
}

function drawRule({ x1, y1, x2, y2, line }: PrintRule): string {
  const dash = DASHES[line.kind];
  const one = (shift: number, width: number) => {
    const [dx, dy] = x1 === x2 ? [shift, 0] : [0, shift];
    const ends = `x1="${at(x1 + dx)}" y1="${at(y1 + dy)}" x2="${at(x2 + dx)}" y2="${at(y2 + dy)}"`;
    const dashes = dash === undefined ? ' stroke-linecap="square"' : ` stroke-dasharray="${dash}"`;
    return `<line ${ends} stroke="${line.colour}" stroke-width="${width}"${dashes}/>`;
  };
  if (line.kind !== 'double') return one(0, line.width);
  const third = line.width / 3;
  return one(-third, third) + one(third, third);
}

function drawText({ lines, clip, turn, ...frame }: PrintBox): string {
  if (lines.length === 0) return '';
  const text = lines.map(drawLine).join('');
  if (turn !== 0) {
    const middle = `${at(frame.x + frame.width / 2)} ${at(frame.y + frame.height / 2)}`;
    return `<g transform="rotate(${-turn} ${middle})">${text}</g>`;
  }
  if (!clip) return text;
  const { x, y, width, height } = clip;
  const place = `x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}"`;
  return `<svg ${place} viewBox="${at(x)} ${at(y)} ${at(width)} ${at(height)}" overflow="hidden">${text}</svg>`;
}

function drawLine({ runs, x, y, align }: PrintLine): string {
  const anchor = align === 'left' ? '' : ` text-anchor="${ANCHORS[align]}"`;
  const place = `x="${at(x)}" y="${at(y)}"${anchor}`;
  const [only, ...others] = runs;
  if (!only) return '';
  if (others.length === 0) return `<text ${place}${drawFont(only.font)}>${escapeXml(only.text)}</text>`;
  return `<text ${place}>${runs.map(drawRun).join('')}</text>`;
}

function drawRun({ text, font }: PrintRun): string {
  return `<tspan${drawFont(font)}>${escapeXml(text)}</tspan>`;
}

function drawFont({ name, size, bold, italic, underlined, struck, colour }: PrintFont): string {
  const lines = [underlined ? 'underline' : '', struck ? 'line-through' : ''].filter(Boolean).join(' ');
  return (
    ` font-family="${escapeXml(fontFamily(name))}" font-size="${at(size)}"` +
    (bold ? ' font-weight="bold"' : '') +
    (italic ? ' font-style="italic"' : '') +
    (lines === '' ? '' : ` text-decoration="${lines}"`) +
    (colour === '#000000' ? '' : ` fill="${colour}"`)
  );
}

/** Hundredths of a point. */
function at(points: number): string {
  return String(Math.round(points * 100) / 100);
}
