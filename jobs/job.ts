/**
 * What every job takes and gives. A job is a function from named inputs to named outputs and a summary; it knows no disk, no terminal and no
 * browser, and says what it has to say in words that fit every door.
 */
import type { Gap } from '../rules/incomplete-base.ts';
import type { Folder, NamedBytes } from './folder.ts';
import type { SchemeSource } from './scheme-source.ts';

/** A file that a user names. It is read once, whatever happens to it meanwhile. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it stands, as `Folder.locate` writes it; its name where it stands nowhere. */
  readonly location: string;
  /** Whether somebody saved, replaced or removed it since it was read. */
  readonly hasChanged: () => Promise<boolean>;
}

/** Where files are written. */
export interface OutputPlace {
  readonly folder: Folder;
  /** Lets files of other origin be replaced. */
  readonly force: boolean;
}

/** Where one file is written. */
export interface OutputName extends OutputPlace {
  readonly name: string;
}

/**
 * `made`: a file stands now, or as before; its result says so too. `written`: what was done in the folder, which is true once it is done. `draft`:
 * what was made must not go out yet. `left-out`: somebody is not in it for whom something is still to be done. `copies`: the document asks for
 * more copies than were made.
 */
export type ToldAbout = 'made' | 'written' | 'draft' | 'left-out' | 'copies' | 'other';

export interface JobContext {
  readonly schemes: SchemeSource;
  /**
   * A sentence for the user, as soon as it holds; see `way.ts` for what the door puts in. What it is about tells a door where to show it, and the
   * gaps which lists to lead to.
   */
  readonly tell: (sentence: string, about?: ToldAbout, gaps?: readonly Gap[]) => void;
  /** `正在生成评分表`, so many done of so many. */
  readonly progress: (label: string, done: number, total: number) => void;
  /** Ends the work between two files: the job throws the signal's reason, and what is written stands whole. */
  readonly signal: AbortSignal;
}

/** A file that a job has written: its name inside the folder it was given. */
export interface MadeFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Against what stood there before; a file that is the same was not written again. */
  readonly change: FileChange;
  /** Whether what it takes the place of was no job's, or changed since: only force does so. */
  readonly isForced: boolean;
}

type FileChange = 'new' | 'changed' | 'same';

export interface JobResult<Summary> {
  /** In the order in which they were written. */
  readonly files: readonly MadeFile[];
  /** For programs: plain data, made when it is asked for. */
  readonly summary: () => Summary;
  /** Whether a rule is violated, or somebody still has to decide. */
  readonly verdict: Verdict;
}

export type Verdict = 'fine' | 'violations';

/** The PDF of workbooks that were written, in their order; a door that has LibreOffice gives one. */
export type PdfMaker = (folder: Folder, names: readonly string[]) => AsyncIterable<NamedBytes>;
