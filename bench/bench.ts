/** What a benchmark is: processes, or pages, that do the same work, and what is asked of their figures. */
import type { Measured, Run } from './measure.ts';
import type { Workspace } from './workspace.ts';

/** One of those that are run in turn. */
interface Turn {
  readonly name: string;
  /** Before each run, untimed: clears away what the last one left. */
  readonly before?: () => Promise<void>;
  /** After the first run, untimed. @throws {Error} when the output is not the work that was asked for */
  readonly verify?: () => Promise<void>;
}

/** A process, all of which is measured. */
interface ProcessContender extends Turn, Run {}

/** Something that reads its own clock, such as a page in a browser that runs on. */
interface ClockedContender extends Turn {
  readonly clock: () => Promise<Measured>;
}

export type Contender = ProcessContender | ClockedContender;

/** By name of the contender; as many as there were rounds. */
export type Results = ReadonlyMap<string, readonly Measured[]>;

/** A figure made of the measurements, beside what is allowed. */
export interface Check {
  /** The contender in whose row it stands. */
  readonly row: string;
  readonly label: string;
  readonly value: number;
  /** Null where nothing is asked. */
  readonly limit: number | null;
}

export interface Contest {
  readonly contenders: readonly Contender[];
  readonly check: (results: Results) => readonly Check[];
  /** Sentences for below the table, such as which peer is missing. */
  readonly notes: readonly string[];
  /** After the last round: ends what the contenders share. */
  readonly close?: () => Promise<void>;
}

export interface Bench {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  /** Makes the inputs; what it takes is not measured. */
  readonly prepare: (workspace: Workspace) => Promise<Contest>;
}

const FLAT = 1.1;

export type Quantity = 'wall' | 'cpu' | 'peak';

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? NaN : (low + high) / 2;
}

export function medianOf(results: Results, name: string, quantity: Quantity): number {
  return median(runsOf(results, name).map((run) => run[quantity]));
}

/**
 * The wall time of `ours` over that of `peer`: the median over the rounds, each of which ran both.
 * @param options.times how many times the work of the peer ours was
 */
export function compareTimes(
  results: Results,
  ours: string,
  peer: string,
  { limit = null, times = 1 }: { readonly limit?: number | null; readonly times?: number } = {},
): Check {
  const peers = runsOf(results, peer);
  const ratios = runsOf(results, ours).map((run, round) => run.wall / ((peers[round]?.wall ?? NaN) * times));
  return { row: peer, label: 'time, ours ÷ this', value: median(ratios), limit };
}

/** The highest peak of any round, in MB. */
export function checkPeak(results: Results, name: string, limitMb: number): Check {
  const value = Math.max(...runsOf(results, name).map(({ peak }) => peak));
  return { row: name, label: 'peak MB', value, limit: limitMb };
}

/** A figure of the contender's own: the middle one of the rounds, or the worst of them. */
export function checkFigure(
  results: Results,
  name: string,
  figure: string,
  { limit = null, of }: { readonly limit?: number | null; readonly of: 'middle' | 'worst' },
): Check {
  const values = runsOf(results, name).map(({ figures }) => figures?.[figure] ?? NaN);
  return { row: name, label: figure, value: of === 'middle' ? median(values) : Math.max(...values), limit };
}

/** Memory that does not grow with the files: those of the larger run take at most a tenth more than those of the smaller. */
export function checkFlat(results: Results, larger: string, smaller: string): Check {
  const value = medianOf(results, larger, 'peak') / medianOf(results, smaller, 'peak');
  return { row: larger, label: 'peak ÷ row above', value, limit: FLAT };
}

function runsOf(results: Results, name: string): readonly Measured[] {
  const runs = results.get(name);
  if (runs === undefined) throw new Error(`${name} was not run`);
  return runs;
}
