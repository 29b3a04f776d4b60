import type { Scheme } from '../rules/scheme.ts';
import { showDay } from '../rules/calendar.ts';
import { linksApplications } from '../rules/sheets.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findScheme, listSchemeIds } from './scheme-folder.ts';
import { printJson, say } from './terminal.ts';

/** Commands that need a part which a document may lack; the others serve every scheme. */
const COMMANDS: readonly { readonly name: string; readonly serves: (scheme: Scheme) => boolean }[] = [
  { name: 'sample', serves: () => true },
  { name: 'check', serves: () => true },
  { name: 'allocate', serves: ({ quota }) => quota !== null },
  { name: 'sheets', serves: ({ scoreSheet }) => scoreSheet !== null },
  { name: 'collect', serves: ({ scoreSheet }) => scoreSheet !== null },
  { name: 'materials', serves: linksApplications },
  { name: 'grade', serves: ({ grading }) => grading !== null },
  { name: 'forms', serves: ({ forms }) => forms.length > 0 },
  { name: 'rosters', serves: () => true },
  { name: 'notice', serves: () => true },
  { name: 'prizes', serves: ({ prize }) => prize !== null },
  { name: 'all', serves: () => true },
];

/** `schemes`: what the program can be used for, and which commands serve it. */
export async function schemes(options: { readonly json?: boolean }): Promise<ExitCode> {
  const found = await Promise.all((await listSchemeIds()).map((id) => findScheme(id)));
  if (options.json) printJson({ schemes: found.map(toJson) });
  else for (const scheme of found) for (const line of describeScheme(scheme)) say(line);
  return EXIT.fine;
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

function commandsOf(scheme: Scheme): string[] {
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
