/** What was dropped or picked last, as the workshop holds it until it is read. */
import type { JobContext } from '../../../jobs/job.ts';
import { UnusableInput } from '../../../rules/unusable-input.ts';
import { hasWorkbooks, splitSchemes } from '../own-schemes/scheme-bundle.ts';
import type { DroppedFile } from '../returns/file-folder.ts';
import type { Dropped } from '../returns/list-dropped.ts';
import { joinGiven, openFolders, type GivenFiles } from '../returns/list-places.ts';
import { findRosters } from './find-rosters.ts';

/** What came in together. */
export interface Arrived {
  /** The files of schemes, which are no longer among the others. */
  readonly schemes: GivenFiles;
  /** How many others there are. */
  readonly count: number;
  /** Where there is one alone. */
  readonly only: DroppedFile | null;
  /** Whether a roster may be among them. */
  readonly hasWorkbooks: boolean;
}

/** A roster among what came in, and its place there. */
export interface ArrivedRoster extends DroppedFile {
  readonly place: number;
}

export interface RosterSearch {
  readonly rosters: readonly ArrivedRoster[];
  /** Paths of workbooks that the browser cannot open: a roster may be among them. */
  readonly unread: readonly string[];
}

export class Arrivals {
  private held: GivenFiles | null = null;

  /** @param isFirst what was handed over before is forgotten */
  async bring(
    { files, unread, folders }: Omit<Dropped, 'folder'>,
    isFirst: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const before = isFirst || !this.held ? [] : [this.held];
    this.held = joinGiven([...before, { files, unread }, await openFolders(folders, signal)]);
  }

  /** Takes the schemes out of it, and says what there is. */
  sort(): Arrived {
    const { files, unread } = this.demand();
    const { schemes, others } = splitSchemes(files);
    this.held = { files: others, unread };
    const [only = null] = others;
    return {
      schemes: { files: schemes, unread },
      count: others.length,
      only: others.length === 1 ? only : null,
      hasWorkbooks: hasWorkbooks({ files: others }),
    };
  }

  async findRosters(context: JobContext): Promise<RosterSearch> {
    const { files } = this.demand();
    const { rosters, unread } = await findRosters(files, context);
    const at = (place: number): ArrivedRoster[] => {
      const found = files[place];
      return found ? [{ ...found, place }] : [];
    };
    return { rosters: rosters.flatMap(at), unread: unread.flatMap(at).map(({ path }) => path) };
  }

  /** Hands it over, and holds it no longer. @param without places of what is left out */
  take(without: readonly number[]): GivenFiles {
    const { files, unread } = this.demand();
    this.held = null;
    return { files: files.filter((_, place) => !without.includes(place)), unread };
  }

  /** It is gone where this workshop has taken the place of the one that it was handed to. */
  private demand(): GivenFiles {
    if (!this.held) throw new UnusableInput('拖入的已经不在了，请再拖入一次。');
    return this.held;
  }
}
