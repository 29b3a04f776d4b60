/** Lists of others on the page: what they would bring, the roster with it, and 并入明细. What was chosen comes along each time. */
import type { NamedBytes } from '../../../jobs/folder.ts';
import type { InputFile } from '../../../jobs/job.ts';
import { join, nameJoinReport, type JoinChoices } from '../../../jobs/join.ts';
import type { JobRunner } from '../job-runner.ts';
import type { Made } from '../made.ts';
import { nameJoined, viewLists, type ListsView } from './lists-view.ts';

/** What is taken: the new roster, or what was found. */
export type ListsOutput = 'roster' | 'report';

export interface GivenLists {
  readonly lists: readonly NamedBytes[];
  readonly choices: JoinChoices;
}

export class ListsDesk {
  constructor(private readonly jobs: JobRunner) {}

  /** @throws UnusableInput where a choice cannot be used */
  async look(roster: InputFile, { lists, choices }: GivenLists): Promise<ListsView> {
    const work = (context: Parameters<typeof viewLists>[3]) => viewLists(roster, lists.map(asInput), choices, context);
    return (await this.jobs.run(work)).result;
  }

  async take(output: ListsOutput, roster: InputFile, { lists, choices }: GivenLists): Promise<Made> {
    const joined = nameJoined(roster.name);
    const name = output === 'roster' ? joined : nameJoinReport(joined);
    return await this.jobs.pack(name, (place, context) => {
      const out = { ...place, name };
      const input = { roster, lists: lists.map(asInput), ...choices };
      return join(
        output === 'roster' ? { ...input, out, report: null } : { ...input, out: null, report: out },
        context,
      );
    });
  }
}

/** A file as the page was given it. */
export function asInput({ name, bytes }: NamedBytes): InputFile {
  return { name, bytes, location: name, hasChanged: () => Promise.resolve(false) };
}
