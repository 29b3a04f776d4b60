import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findScheme, listSchemeIds } from '../support/templates.ts';
import { runCli } from '../support/run-cli.ts';

const Listed = z.object({
  schemes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      edition: z.string(),
      issuer: z.string(),
      deadline: z.string().nullable(),
      stages: z.array(z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
      awards: z.array(z.object({ id: z.string(), name: z.string(), recipient: z.string() })),
      commands: z.array(z.string()),
    }),
  ),
});

describe('schemes', () => {
  it('lists every scheme with what it has, and the commands that serve it', async () => {
    const run = runCli('schemes', '--json');
    expect(run.status).toBe(0);
    const { schemes } = Listed.parse(JSON.parse(run.stdout));
    expect(schemes.map(({ id }) => id)).toEqual(await listSchemeIds());
    for (const listed of schemes) {
      const scheme = await findScheme(listed.id);
      expect(listed).toMatchObject({ title: scheme.title, issuer: scheme.issuer, edition: scheme.edition });
      expect(listed.awards).toHaveLength(scheme.awards.length);
      expect(listed.stages.map(({ name }) => name)).toEqual(scheme.stages.map(({ name }) => name));
      expect(listed.deadline).toBe(scheme.deadline?.value ?? null);
      const parts = { ...scheme, sheets: scheme.scoreSheet, collect: scheme.scoreSheet };
      const served = {
        allocate: 'quota',
        sheets: 'sheets',
        collect: 'collect',
        outgoing: 'quota',
        prizes: 'prize',
        grade: 'grading',
      } as const;
      for (const [command, part] of Object.entries(served)) {
        expect([listed.id, command, listed.commands.includes(command)]).toEqual([
          listed.id,
          command,
          parts[part] !== null,
        ]);
      }
    }
  });

  it('says the same to people, on standard error', async () => {
    const run = runCli('schemes');
    expect([run.status, run.stdout]).toEqual([0, '']);
    for (const id of await listSchemeIds()) expect(run.stderr).toContain(`${id}  ${(await findScheme(id)).title}`);
    expect(run.stderr).toContain('截止：2024年12月30日');
    expect(run.stderr).toContain('（2021年12月31日至2022年1月15日）');
  });

  it('lists only commands that there are', () => {
    const { schemes } = Listed.parse(JSON.parse(runCli('schemes', '--json').stdout));
    const help = runCli('--help').stdout;
    for (const command of new Set(schemes.flatMap(({ commands }) => commands))) {
      expect(help).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    }
  });
});
