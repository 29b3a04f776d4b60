/** What the page shows of a roster that is open: plain data, which the workshop hands over. */
import type { LoadedRoster } from '../../jobs/load-roster.ts';
import { reportCheck, type RosterReport } from '../desk/roster-report.ts';
import { listSubjects, type FindEntry } from './find/find-entries.ts';
import { listNominationLines, type NominationLine } from './nomination-lines.ts';
import { listOutputs, tellWithoutKey, type OutputView } from './outputs.ts';

export interface OpenedRoster {
  readonly fileName: string;
  readonly report: RosterReport;
  /** What is said of a scheme that the user has brought along; empty for one of the program's. */
  readonly ownScheme: string;
  /** In the roster's order. */
  readonly nominees: readonly NominationLine[];
  readonly members: number;
  /** What is found by name and number. */
  readonly entries: readonly FindEntry[];
  /** Whether score sheets go out to the units, and come back. */
  readonly hasReturns: boolean;
  readonly outputs: readonly OutputView[];
  /** What cannot be made without a key file; empty where the scheme needs none. */
  readonly withoutKey: string;
}

export function viewRoster(loaded: LoadedRoster, ownScheme: string): OpenedRoster {
  const { fileName, scheme, roster, check } = loaded;
  return {
    fileName,
    report: reportCheck(loaded),
    ownScheme,
    nominees: listNominationLines(check),
    members: roster.memberUnits.length,
    entries: listSubjects(roster),
    hasReturns: scheme.scoreSheet !== null,
    outputs: listOutputs(scheme, check),
    withoutKey: tellWithoutKey(scheme),
  };
}
