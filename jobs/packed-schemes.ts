import type { Scheme } from '../rules/scheme.ts';
import { unpackScheme, type PackedScheme } from '../schemes/pack-scheme.ts';
import type { SchemeSource } from './scheme-source.ts';

/** Schemes that a build has compiled into the program: no text of theirs is read. */
export class PackedSchemes implements SchemeSource {
  /**
   * @param packed by id
   * @param forms their form workbooks, `<id>/<file name>`
   */
  constructor(
    private readonly packed: ReadonlyMap<string, PackedScheme>,
    private readonly forms: ReadonlyMap<string, Uint8Array>,
  ) {}

  ids(): Promise<readonly string[]> {
    return Promise.resolve([...this.packed.keys()].sort());
  }

  load(id: string): Promise<{ readonly scheme: Scheme }> {
    const rows = this.packed.get(id);
    if (!rows) return Promise.reject(new RangeError(`no scheme ${id} was built in`));
    return Promise.resolve({ scheme: unpackScheme(rows) });
  }

  form(id: string, workbook: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.forms.get(`${id}/${workbook}`) ?? null);
  }
}
