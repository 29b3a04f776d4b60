/** The program's own schemes, and those that a user has brought along. */
import type { JobContext } from '../../../jobs/job.ts';
import { MemoryFolder } from '../../../jobs/memory-folder.ts';
import { SchemeFolder } from '../../../jobs/scheme-folder.ts';
import type { SchemeSource } from '../../../jobs/scheme-source.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import type { SchemeFault } from '../../../schemes/fault.ts';
import { inPageWords } from '../page-words.ts';
import type { SchemeBundle } from './scheme-bundle.ts';

/** A scheme that was checked; it is used where it has no faults. */
export interface CheckedScheme {
  readonly id: string;
  /** `file` is the path from the folder that holds the scheme's. */
  readonly faults: readonly SchemeFault[];
}

interface OwnScheme {
  readonly scheme: Scheme;
  readonly folder: SchemeFolder;
}

/** One that a user has brought takes the place of the program's of that id. */
export class OwnSchemes implements SchemeSource {
  private readonly brought = new Map<string, OwnScheme>();

  constructor(private readonly builtIn: SchemeSource) {}

  async ids(): Promise<readonly string[]> {
    return [...new Set([...(await this.builtIn.ids()), ...this.brought.keys()])].sort();
  }

  load(id: string): ReturnType<SchemeSource['load']> {
    const own = this.brought.get(id);
    return own ? Promise.resolve({ scheme: own.scheme }) : this.builtIn.load(id);
  }

  form(id: string, workbook: string): Promise<Uint8Array | null> {
    return (this.brought.get(id)?.folder ?? this.builtIn).form(id, workbook);
  }

  isOwn(id: string): boolean {
    return this.brought.has(id);
  }

  /** Whether it takes the place of one of the program's. */
  async replaces(id: string): Promise<boolean> {
    return this.isOwn(id) && (await this.builtIn.ids()).includes(id);
  }

  /** What is said beside the title of a scheme that is in use; empty for one of the program's. */
  async describe(id: string): Promise<string> {
    if (!this.isOwn(id)) return '';
    return (await this.replaces(id)) ? '自带方案，代替程序里编号相同的' : '自带方案';
  }

  /** Checks schemes and uses them, all or, where it is cancelled, none; one with faults is not used, and an earlier one of its id goes on being. */
  async bring(
    bundles: readonly SchemeBundle[],
    { progress, signal }: Pick<JobContext, 'progress' | 'signal'>,
  ): Promise<CheckedScheme[]> {
    // YAML and its checks are loaded when a scheme is read from them.
    const { checkScheme } = await import('../../../jobs/check-schemes.ts');
    const checked: CheckedScheme[] = [];
    const sound = new Map<string, OwnScheme>();
    for (const { id, files } of bundles) {
      signal.throwIfAborted();
      progress('正在检查评选方案', checked.length, bundles.length);
      const named = files.map(({ name, bytes }): [string, Uint8Array] => [`${id}/${name}`, bytes]);
      const folder = new SchemeFolder(new MemoryFolder(new Map(named)));
      const { scheme, faults } = await checkScheme(folder, id);
      if (scheme && faults.length === 0) sound.set(id, { scheme, folder });
      checked.push({ id, faults: faults.map((fault) => ({ ...fault, message: inPageWords(fault.message) })) });
    }
    signal.throwIfAborted();
    for (const [id, own] of sound) this.brought.set(id, own);
    return checked;
  }

  /** Forgets a scheme that was brought; the program's of that id is used again. */
  remove(id: string): void {
    this.brought.delete(id);
  }
}
