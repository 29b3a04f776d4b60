/** When each list of nominations came, held against the last day that the document names. A late one counts like any other: people decide. */
import { addDays, isDay } from '../calendar.ts';

/** `mended`: behind the last day, of a district of which a list counted in time. `unknown`: nobody knows when it came, or the document names no day. */
export type Punctuality = 'in-time' | 'late' | 'mended' | 'unknown';

export interface Receipt {
  /** `YYYY-MM-DD`; null where neither the file nor anybody says it. */
  readonly on: string | null;
  readonly punctuality: Punctuality;
  /** Days behind the last day; 0 where it is in time or nobody knows. */
  readonly daysLate: number;
  /** The file says that it was saved after the day on which it is said to have come. */
  readonly isSavedLater: boolean;
}

/** What an earlier summary said of a file. */
export interface EarlierReceipt {
  readonly district: string;
  readonly sha256: string;
  /** `YYYY-MM-DD`; null where it did not say. */
  readonly on: string | null;
  readonly isCounted: boolean;
  /** It said that the district had been in time, and this was a list mended since. */
  readonly isMended: boolean;
}

/** A row of an earlier summary about a file, to be handed on where the file is not there any more. */
export interface EarlierFile extends EarlierReceipt {
  readonly path: string;
  /** A person chose it. */
  readonly isChosen: boolean;
}

/** By what files are judged. */
export interface Reception {
  /** The last day that the document names; null where it names none. */
  readonly deadline: string | null;
  /** On which day the staff say that what is new came; null where the files say it themselves. */
  readonly receivedOn: string | null;
  readonly earlier: readonly EarlierReceipt[];
}

interface SavedFile {
  readonly sha256: string;
  readonly savedAt: string | null;
}

/**
 * Judges files when they are asked about. A day that a summary has of a file stays: every gathering takes in all that has come, and the staff's day
 * is of what it does not know.
 */
export function makeReceiptJudge({ deadline, receivedOn, earlier }: Reception) {
  const known = new Map<string, string | null>();
  for (const { sha256, on } of earlier) if (sha256 !== '') known.set(sha256, on ?? known.get(sha256) ?? null);
  const isBefore = (on: string | null) => deadline !== null && on !== null && on <= deadline;
  const punctual = new Set(
    earlier
      .filter(({ isCounted, isMended, on }) => isMended || (isCounted && isBefore(on)))
      .map(({ district }) => district),
  );
  const dayOf = (file: SavedFile) => (known.has(file.sha256) ? known.get(file.sha256) : receivedOn) ?? dayInChina(file);

  /** @param own all lists of its district that can be read; none of a file that nobody can read */
  return (file: SavedFile, district: string | null, own: readonly SavedFile[]): Receipt => {
    const on = dayOf(file);
    const saved = dayInChina(file);
    const isSavedLater = on !== null && saved !== null && saved > on;
    if (on === null || deadline === null) return { on, punctuality: 'unknown', daysLate: 0, isSavedLater };
    if (on <= deadline) return { on, punctuality: 'in-time', daysLate: 0, isSavedLater };
    const isPunctual = (district !== null && punctual.has(district)) || own.some((each) => isBefore(dayOf(each)));
    return { on, punctuality: isPunctual ? 'mended' : 'late', daysLate: countDays(deadline, on), isSavedLater };
  };
}

/** Files say the time in Greenwich; the documents' days are those of Beijing, eight hours ahead. Null where a file says no time that can be meant. */
function dayInChina({ savedAt }: SavedFile): string | null {
  const [day = '', time = ''] = savedAt?.split('T') ?? [];
  if (!isDay(day)) return null;
  return Number(time.slice(0, 2)) < 16 ? day : addDays(day, 1);
}

function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
