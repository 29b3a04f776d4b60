/** Finds and rewrites places in the XML of our own templates while every other character stays as it is. */
import { decodeEntities } from '../xml/xml-text.ts';

/** An element and where it stands in the text it was found in. */
export interface XmlElement {
  readonly start: number;
  readonly end: number;
  /** Where the inner text begins; equals `end` for `<a/>`. */
  readonly innerStart: number;
  /** The prefix with its colon, or nothing. */
  readonly prefix: string;
  readonly name: string;
  /** The attributes as written, with the space before them. */
  readonly attributes: string;
  readonly inner: string;
}

const ATTRIBUTES = `((?:[^"'>/]|"[^"]*"|'[^']*')*)`;
const elementPatterns = new Map<string, RegExp>();

/**
 * All elements with one of these local names (`'c'`, `'f|formula'`), whatever their prefix, in order. Elements of one name
 * must not be nested in each other.
 */
export function findElements(xml: string, names: string): XmlElement[] {
  let pattern = elementPatterns.get(names);
  if (pattern === undefined) {
    pattern = new RegExp(`<([\\w.-]+:)?(${names})(?=[\\s/>])${ATTRIBUTES}(?:/>|>([\\s\\S]*?)</\\1?\\2\\s*>)`, 'g');
    elementPatterns.set(names, pattern);
  }
  return [...xml.matchAll(pattern)].map((match) => {
    const [whole, prefix = '', name = '', attributes = '', inner] = match;
    const end = match.index + whole.length;
    const innerStart =
      inner === undefined ? end : match.index + 1 + prefix.length + name.length + attributes.length + 1;
    return { start: match.index, end, innerStart, prefix, name, attributes, inner: inner ?? '' };
  });
}

const attributePatterns = new Map<string, RegExp>();

/** The value of an attribute by its local name, decoded. */
export function readAttribute(attributes: string, name: string): string | undefined {
  let pattern = attributePatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    attributePatterns.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match === null ? undefined : decodeXmlText(match[1] ?? match[2] ?? '');
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The attributes without those of these local names. */
export function dropAttributes(attributes: string, ...names: string[]): string {
  return attributes.replace(
    new RegExp(`\\s+(?:[\\w.-]+:)?(?:${names.join('|')})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'),
    '',
  );
}

/** @throws {Error} on an entity that XML does not know */
export function decodeXmlText(text: string): string {
  const decoded = decodeEntities(text);
  if (decoded === undefined) throw new Error('unknown entity in a template part');
  return decoded;
}

/** For text between tags and for attribute values. */
export function escapeXml(text: string): string {
  if (!/[&<>"\t\n\r]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** What stands in place of `start` to `end`. */
export interface Edit<T> {
  readonly start: number;
  readonly end: number;
  readonly by: readonly (string | T)[];
}

/**
 * Cuts the text at the edits: constant text and slots in turn. Edits inside an earlier one that reaches further are dropped,
 * for the earlier one has replaced their place.
 */
export function applyEdits<T>(xml: string, edits: readonly Edit<T>[]): (string | T)[] {
  const pieces: (string | T)[] = [];
  let constant = '';
  let at = 0;
  const push = (piece: string | T): void => {
    if (typeof piece === 'string') {
      constant += piece;
      return;
    }
    if (constant !== '') pieces.push(constant);
    pieces.push(piece);
    constant = '';
  };
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at) continue;
    push(xml.slice(at, edit.start));
    edit.by.forEach(push);
    at = edit.end;
  }
  push(xml.slice(at));
  if (constant !== '') pieces.push(constant);
  return pieces;
}
