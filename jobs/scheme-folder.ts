import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import type { SchemeFault } from '../schemes/fault.ts';
import { quoteForUser } from '../workbook/intake/quote.ts';
import type { Folder } from './folder.ts';
import type { SchemeSource } from './scheme-source.ts';
import { inputName } from './way.ts';

const TEXT_FILE = /\.(yaml|md)$/;

/** Schemes in a folder, each in a folder of its own named by its id. */
export class SchemeFolder implements SchemeSource {
  constructor(readonly folder: Folder) {}

  async ids(): Promise<readonly string[]> {
    const entries = (await this.folder.kindOf('')) === 'folder' ? await this.folder.list() : [];
    const ids: string[] = [];
    for (const { name, kind } of entries) {
      // A link to a folder is one as well.
      const isFolder = kind === 'folder' || (kind === 'other' && (await this.folder.kindOf(name)) === 'folder');
      if (isFolder && !name.startsWith('.')) ids.push(name);
    }
    if (ids.length > 0) return ids.sort();
    throw new UnusableInput(
      `${quoteForUser(this.folder.show(''))}里没有评选方案，请核对 ${inputName('templates')} 写的文件夹：每个方案是其中的一个子文件夹。`,
    );
  }

  async load(id: string): Promise<{ readonly scheme: Scheme } | { readonly faults: readonly SchemeFault[] }> {
    // YAML and its checks are loaded when a scheme is read from them.
    const { loadScheme } = await import('../schemes/load-scheme.ts');
    return loadScheme(await this.texts(id));
  }

  form(id: string, workbook: string): Promise<Uint8Array | null> {
    return this.folder.read(`${id}/forms/${workbook}`);
  }

  /** The texts of a scheme by file name, in the order of their names, for `loadScheme`. */
  async texts(id: string): Promise<Map<string, string>> {
    const entries = await this.folder.list(id);
    const names = entries.filter(({ name, kind }) => kind === 'file' && TEXT_FILE.test(name)).map(({ name }) => name);
    const decoder = new TextDecoder();
    const texts = await Promise.all(
      names.sort().map(async (name): Promise<[string, string]> => {
        const bytes = await this.folder.read(`${id}/${name}`);
        return [name, decoder.decode(bytes ?? new Uint8Array())];
      }),
    );
    return new Map(texts);
  }
}
