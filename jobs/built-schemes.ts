/**
 * Schemes as the build has checked and compiled them, so that no run reads YAML. Each carries a fingerprint of the texts that it was made from: a
 * scheme that was changed since is read from its texts.
 */
import type { Scheme } from '../rules/scheme.ts';
import { packScheme, unpackScheme, type PackedScheme } from '../schemes/pack-scheme.ts';
import type { SchemeFault } from '../schemes/fault.ts';
import type { Folder } from './folder.ts';
import type { SchemeFolder } from './scheme-folder.ts';
import type { SchemeSource } from './scheme-source.ts';
import { sha256 } from './sha-256.ts';

/** What a file of the build holds. */
interface BuiltScheme {
  readonly texts: string;
  readonly rows: PackedScheme;
}

export class BuiltSchemes implements SchemeSource {
  /** @param built the files of `buildSchemes` */
  constructor(
    private readonly schemes: SchemeFolder,
    private readonly built: Folder,
  ) {}

  ids(): Promise<readonly string[]> {
    return this.schemes.ids();
  }

  async load(id: string): Promise<{ readonly scheme: Scheme } | { readonly faults: readonly SchemeFault[] }> {
    const [texts, bytes] = await Promise.all([this.schemes.texts(id), this.built.read(fileOf(id))]);
    // Our own file, as `buildSchemes` has written it.
    const built = bytes && (JSON.parse(new TextDecoder().decode(bytes)) as BuiltScheme);
    if (built?.texts === (await fingerprint(texts))) return { scheme: unpackScheme(built.rows) };
    return this.schemes.load(id);
  }

  form(id: string, workbook: string): Promise<Uint8Array | null> {
    return this.schemes.form(id, workbook);
  }
}

/**
 * Compiles every scheme of a folder.
 * @returns the files by name
 * @throws Error when a scheme has faults, which `checkSchemes` names
 */
export async function buildSchemes(schemes: SchemeFolder): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const id of await schemes.ids()) {
    const loaded = await schemes.load(id);
    if ('faults' in loaded) throw new Error(`${id} has faults`);
    const built: BuiltScheme = { texts: await fingerprint(await schemes.texts(id)), rows: packScheme(loaded.scheme) };
    files.set(fileOf(id), new TextEncoder().encode(JSON.stringify(built)));
  }
  return files;
}

function fileOf(id: string): string {
  return `${id}.json`;
}

function fingerprint(texts: ReadonlyMap<string, string>): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify([...texts])));
}
