/** 出处: the document is known, and the quote stands in it letter for letter. White space does not count. */
import { defaultDocument } from '../cite.ts';
import { listParts, type RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { CiteShape } from '../shapes/parts.ts';
import type { FieldPath } from '../yaml-file.ts';
import { checkName } from './names.ts';

interface CitedPlace {
  readonly part: Part<unknown>;
  /** Of the quote itself. */
  readonly path: FieldPath;
  readonly document: string | undefined;
  readonly quote: string;
}

/** Reports unknown documents, missing sources, and quotes that their source does not have. */
export function checkQuotes(raw: RawScheme, files: ReadonlyMap<string, string>): void {
  const sources = readSources(raw, files);
  const first = defaultDocument(raw.scheme.data);
  for (const { part, path, document, quote } of listQuotes(raw)) {
    if (document !== undefined) checkName(part, [...path.slice(0, -1), 'document'], document, sources.keys());
    const source = sources.get(document ?? first);
    if (source && !source.text.includes(withoutSpace(quote))) {
      part.report(path, `${source.name} 中找不到“${quote}”，请照原文一字不差地抄写`);
    }
  }
}

/** Null for a document whose text is not in the folder. */
function readSources({ scheme }: RawScheme, files: ReadonlyMap<string, string>) {
  const sources = new Map<string, { readonly name: string; readonly text: string } | null>();
  scheme.data.documents.forEach(({ key, source }, index) => {
    const text = source === undefined ? undefined : files.get(source);
    if (source !== undefined && text === undefined) {
      scheme.report(['documents', index, 'source'], `方案里没有 ${source}，请放入原文或核对文件名`);
    }
    sources.set(key, source !== undefined && text !== undefined ? { name: source, text: withoutSpace(text) } : null);
  });
  return sources;
}

function* listQuotes(raw: RawScheme): Iterable<CitedPlace> {
  for (const part of listParts(raw)) {
    for (const { path, cite } of findCitations(part.data, [])) {
      yield { part, path: [...path, 'quote'], document: cite.document, quote: cite.quote };
    }
  }
  if (raw.scoreSheet) yield* listItemTexts(raw.scoreSheet);
  if (raw.materials) yield* listMaterialTexts(raw.materials);
}

/** Items of the score sheet without a citation are quotes themselves. */
function* listItemTexts(part: NonNullable<RawScheme['scoreSheet']>): Iterable<CitedPlace> {
  const { categories, bonus, vetoItems } = part.data;
  const lists = [
    ...categories.map(({ items }, index) => ({ items, path: ['categories', index, 'items'] })),
    { items: bonus.items, path: ['bonus', 'items'] },
    { items: vetoItems, path: ['vetoItems'] },
  ];
  for (const { items, path } of lists) {
    for (const [index, item] of items.entries()) {
      if (!item.cite) yield { part, path: [...path, index, 'text'], document: undefined, quote: item.text };
    }
  }
}

/** Materials without a citation are quotes themselves. */
function* listMaterialTexts(part: NonNullable<RawScheme['materials']>): Iterable<CitedPlace> {
  for (const [list, { items, cite }] of part.data.checklists.entries()) {
    for (const [index, item] of items.entries()) {
      if (item.cite) continue;
      const path = ['checklists', list, 'items', index, 'text'];
      yield { part, path, document: cite.document, quote: item.text };
    }
  }
}

function* findCitations(value: unknown, path: FieldPath): Iterable<{ path: FieldPath; cite: CiteShape }> {
  if (typeof value !== 'object' || value === null) return;
  if (isCitation(value)) {
    yield { path, cite: value };
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    yield* findCitations(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** The shapes are strict, so that only citations have these two fields. */
function isCitation(value: object): value is CiteShape {
  return 'clause' in value && 'quote' in value;
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}
