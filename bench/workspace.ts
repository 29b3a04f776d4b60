/** Where the benchmarks find programs and keep their files. */
import { join } from 'node:path';
import { measure } from './measure.ts';

/** The scheme of the samples. */
export const SCHEME_ID = 'shanghai-security-2024';

export interface Places {
  /** The checkout. */
  readonly root: string;
  /** Temporary; removed at the end. */
  readonly folder: string;
}

export class Workspace {
  #roster: Promise<string> | undefined;
  readonly #largeRosters = new Map<number, Promise<string>>();

  constructor(private readonly places: Places) {}

  /** A path in the temporary folder. */
  path(name: string): string {
    return join(this.places.folder, name);
  }

  /** The checkout. */
  get root(): string {
    return this.places.root;
  }

  /** The clerk's page of one file, once it is built. */
  get pageFile(): string {
    return join(this.places.root, 'dist/评优台.html');
  }

  /** The command line as users run it. */
  pingyou(...args: string[]): string[] {
    return [process.execPath, join(this.places.root, 'dist/pingyou.js'), ...args];
  }

  /** A program of `bench/workers/`, which works with the product's own code; its first argument is the folder of the schemes. */
  worker(name: string, ...args: string[]): string[] {
    const program = join(this.places.folder, `programs/workers/${name}.mjs`);
    return [process.execPath, program, join(this.places.root, 'templates'), ...args];
  }

  /** A program of `bench/peers/`, which knows nothing of the product. */
  peer(interpreter: string, file: string, ...args: string[]): string[] {
    return [interpreter, this.peerSource(file), ...args];
  }

  peerSource(file: string): string {
    return join(this.places.root, 'bench/peers', file);
  }

  /** The sample of full size, made once. */
  roster(): Promise<string> {
    this.#roster ??= this.#makeRoster();
    return this.#roster;
  }

  /** So many samples in one roster, made once. */
  largeRoster(samples: number): Promise<string> {
    const roster = this.#largeRosters.get(samples) ?? this.#makeLargeRoster(samples);
    this.#largeRosters.set(samples, roster);
    return roster;
  }

  async #makeRoster(): Promise<string> {
    const path = this.path('roster.xlsx');
    await measure({ command: this.pingyou('sample', '--scheme', SCHEME_ID, '--out', path) });
    return path;
  }

  async #makeLargeRoster(samples: number): Promise<string> {
    const path = this.path(`roster-${samples}.xlsx`);
    await measure({ command: this.worker('make-roster', SCHEME_ID, String(samples), path) });
    return path;
  }
}
