import type { Scheme } from '../rules/scheme.ts';
import { showDay } from '../rules/calendar.ts';
import { linksApplications } from '../rules/sheets.ts';
import type { JobContext, JobResult } from './job.ts';
import { findScheme } from './scheme-source.ts';

/** Commands that need a part which a document may lack; the others serve every scheme. */
const COMMANDS: readonly { readonly name: string; readonly serves: (scheme: Scheme) => boolean }[] = [
  { name: 'sample', serves: () => true },
  { name: 'check', serves: () => true },
  { name: 'join', serves: () => true },
  { name: 'mend', serves: () => true },
  { name: 'allocate', serves: ({ quota }) => quota !== null },
  { name: 'sheets', serves: ({ scoreSheet }) => scoreSheet !== null },
  { name: 'collect', serves: ({ scoreSheet }) => scoreSheet !== null },
  { name: 'outgoing', serves: ({ quota, districts }) => quota !== null && districts.length > 0 },
  { name: 'opinions', serves: ({ review }) => review?.steps.some(({ asks }) => asks !== null) ?? false },
  { name: 'materials', serves: linksApplications },
  { name: 'grade', serves: ({ grading }) => grading !== null },
  { name: 'forms', serves: ({ forms }) => forms.length > 0 },
  { name: 'rosters', serves: () => true },
  { name: 'notice', serves: () => true },
  { name: 'prizes', serves: ({ prize }) => prize !== null },
  { name: 'all', serves: () => true },
];

/** 评选方案: what the program can be used for, and which jobs serve it. */
export async function schemes(context: JobContext): Promise<JobResult<object>> {
  const ids = await context.schemes.ids();
  const found = await Promise.all(ids.map((id) => findScheme(context.schemes, id)));
  for (const scheme of found) for (const line of describeScheme(scheme)) context.tell(line);
  return { files: [], summary: () => ({ schemes: found.map(toJson) }), verdict: 'fine' };
}

function toJson(scheme: Scheme) {
  const { id, title, edition, issuer, deadline, stages, awards } = scheme;
  return {
    id,
    title,
    edition,
    issuer,
    deadline: deadline?.value ?? null,
    stages: stages.map(({ name, from, to }) => ({ name, from: from ?? null, to: to ?? null })),
    awards: awards.map((award) => ({ id: award.id, name: award.name, recipient: award.recipient })),
    commands: commandsOf(scheme),
  };
}

/** The names of the commands that serve a scheme. */
export function commandsOf(scheme: Scheme): string[] {
  return COMMANDS.filter(({ serves }) => serves(scheme)).map(({ name }) => name);
}

function describeScheme(scheme: Scheme): string[] {
  const { id, title, edition, issuer, deadline, stages, awards } = scheme;
  return [
    `${id}  ${title}`,
    `  年度：${edition}；发文单位：${issuer}${deadline ? `；截止：${showDay(deadline.value)}` : ''}`,
    `  奖项：${awards.map(({ name }) => name).join('、')}`,
    ...(stages.length > 0 ? [`  阶段：${stages.map(describeStage).join('；')}`] : []),
    `  可用的命令：${commandsOf(scheme).join('、')}`,
    '',
  ];
}

function describeStage({ name, from, to }: Scheme['stages'][number]): string {
  if (from === undefined && to === undefined) return name;
  if (from === to && from !== undefined) return `${name}（${showDay(from)}）`;
  return `${name}（${from === undefined ? '' : showDay(from)}至${to === undefined ? '' : showDay(to)}）`;
}
