/** The documents whose texts are in the scheme's folder. */
import { withoutSpace } from './figures/written-text.ts';
import { defaultDocument } from './cite.ts';
import type { RawScheme } from './raw-scheme.ts';

export interface Source {
  /** The file's name. */
  readonly name: string;
  readonly text: string;
  /** Without white space, as quotes are looked up. */
  readonly compact: string;
}

export interface Sources {
  /** Undefined for a document that nobody declared, null for one whose text is not in the folder. */
  readonly of: (document: string | undefined) => Source | null | undefined;
  readonly keys: readonly string[];
  /** All texts that are there. */
  readonly all: readonly Source[];
}

/** Reads the texts; one that is declared and missing is reported. */
export function readSources({ scheme }: RawScheme, files: ReadonlyMap<string, string>): Sources {
  const sources = new Map<string, Source | null>();
  scheme.data.documents.forEach(({ key, source }, index) => {
    const text = source === undefined ? undefined : files.get(source);
    if (source !== undefined && text === undefined) {
      scheme.report(['documents', index, 'source'], `方案里没有 ${source}，请放入原文或核对文件名`);
    }
    const found = source !== undefined && text !== undefined;
    sources.set(key, found ? { name: source, text, compact: withoutSpace(text) } : null);
  });
  const first = defaultDocument(scheme.data);
  return {
    of: (document) => sources.get(document ?? first),
    keys: [...sources.keys()],
    all: [...sources.values()].filter((source) => source !== null),
  };
}
