/** A kind of condition is one file in each layer and a line in each registry: nothing else names one, and one more needs nothing else. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LAYERS = ['rules/conditions', 'schemes/conditions', 'jobs/sample/conditions'];

const kinds = [...readFileSync(join(ROOT, 'rules/condition.ts'), 'utf8').matchAll(/readonly kind: '(.+?)'/g)].map(
  ([, kind = '']) => kind,
);

describe('no code asks for a kind by its name', () => {
  const allowed = new Set([
    'rules/condition.ts',
    ...LAYERS.flatMap((layer) => ['registry', ...kinds].map((name) => `${layer}/${name}.ts`)),
  ]);
  const sources = ['rules', 'ooxml', 'schemes', 'workbook', 'jobs', 'scripts', 'addin'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({ name: `${room}/${name}`, text: readFileSync(join(ROOT, room, name), 'utf8') })),
  );

  it('is sought everywhere', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(11);
    expect(sources.length).toBeGreaterThan(300);
    for (const name of allowed) expect(sources.map((source) => source.name)).toContain(name);
  });

  // Rows, sheets and cells have words of their own that are spelled alike; they are no `kind`.
  it.each(kinds)('%s', (kind) => {
    const asked = new RegExp(`kind\\b[^;,()\\n]{0,20}'${kind}'|literal\\('${kind}'\\)`);
    const branch = new RegExp(`kind\\) \\{[^]*?case '${kind}':`);
    const found = sources.filter(({ name, text }) => !allowed.has(name) && (asked.test(text) || branch.test(text)));
    expect(found.map(({ name }) => name)).toEqual([]);
  });
});

const guide = readFileSync(join(ROOT, 'docs/condition-kinds.md'), 'utf8');

/** What the guide writes into a file. */
function written(name: string): string {
  const [, content = ''] = new RegExp(`^\`\`\`\\w+ ${name}\\n([^]*?)^\`\`\`$`, 'm').exec(guide) ?? [];
  if (content === '') throw new Error(`the guide has no ${name}`);
  return content;
}

describe('the kind that docs/condition-kinds.md adds', () => {
  const copy = mkdtempSync(join(tmpdir(), 'condition-kinds-'));
  const scheme = join('schemes-of-test', 'starbridge-inns-2031');
  const KIND = 'no-fewer';
  const NAME = 'noFewer';

  beforeAll(() => {
    for (const room of ['rules', 'ooxml', 'schemes', 'workbook', 'jobs', 'scripts', 'package.json']) {
      cpSync(join(ROOT, room), join(copy, room), { recursive: true });
    }
    cpSync(join(ROOT, 'test/schemes/sixth'), join(copy, 'schemes-of-test'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const settings = {
      extends: join(ROOT, 'tsconfig.json'),
      include: ['rules', 'ooxml', 'schemes', 'workbook', 'jobs', 'scripts'],
    };
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(settings));
    appendFileSync(join(copy, 'rules/condition.ts'), `\n${written('rules/condition.ts')}`);
    change('rules/condition.ts', '  | JudgementCondition;', '  | JudgementCondition\n  | NoFewerCondition;');
    for (const layer of LAYERS) {
      writeFileSync(join(copy, layer, `${KIND}.ts`), written(`${layer}/${KIND}.ts`));
      change(`${layer}/registry.ts`, /(?=^import \{ outranks)/m, `import { ${NAME} } from './${KIND}.ts';\n`);
      change(`${layer}/registry.ts`, /^ {2}judgement,$/m, `  judgement,\n  '${KIND}': ${NAME},`);
    }
    const condition = written('awards.yaml').replaceAll(/^/gm, '  ').trimEnd();
    appendFileSync(join(copy, scheme, 'awards.yaml'), `\n${condition}\n`);
    run('scripts/build.js');
  });

  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  function change(name: string, found: string | RegExp, replacement: string): void {
    const text = readFileSync(join(copy, name), 'utf8');
    const changed = text.replace(found, replacement);
    expect(changed, name).not.toBe(text);
    writeFileSync(join(copy, name), changed);
  }

  function run(...args: string[]) {
    return spawnSync('node', args, { cwd: copy, encoding: 'utf8' });
  }

  const pingyou = (...args: string[]) => run('dist/pingyou.js', ...args, '--templates', 'schemes-of-test');
  const typecheck = () => run(join('node_modules', '@typescript', 'native', 'bin', 'tsc'), '--noEmit');

  it('typechecks', () => {
    expect(typecheck().stdout).toBe('');
  });

  it('does not where a registry lacks it', () => {
    const names = LAYERS.map((layer) => `${layer}/registry.ts`);
    const whole = names.map((name) => readFileSync(join(copy, name), 'utf8'));
    for (const name of names) {
      change(name, `  '${KIND}': ${NAME},\n`, '');
      change(name, `import { ${NAME} } from './${KIND}.ts';\n`, '');
    }
    const { stdout } = typecheck();
    for (const name of names) expect(stdout).toContain(`${name}(`);
    names.forEach((name, index) => {
      writeFileSync(join(copy, name), whole[index] ?? '');
    });
  });

  it('is read, and its faults are told to the author', () => {
    expect(pingyou('check-schemes').status).toBe(0);
    const file = join(scheme, 'awards.yaml');
    const whole = readFileSync(join(copy, file), 'utf8');
    change(file, 'than: 班组人数', 'than: 管家类别');
    expect(pingyou('check-schemes').stderr).toContain('“管家类别”没有定义，应为以下之一：班组人数、急救证书人数');
    writeFileSync(join(copy, file), whole);
  });

  it('is met by the sample', () => {
    expect(pingyou('sample', '--out', 'clean.xlsx').status).toBe(0);
    expect(pingyou('check', 'clean.xlsx', '--json').status).toBe(0);
  });

  it('is failed by one nominee of the flawed sample, and that is said in its words', () => {
    expect(pingyou('sample', '--flawed', '--out', 'flawed.xlsx').status).toBe(0);
    const findings = findingsOf(pingyou('check', 'flawed.xlsx', '--json').stdout);
    const own = findings.filter(({ rule }) => rule === 'enough-first-aiders');
    expect(own).toHaveLength(1);
    expect(own[0]?.message).toMatch(/^急救证书不得少于班组人数，而“急救证书人数”为“\d+”，“班组人数”为“\d+”$/);
    expect(own[0]?.severity).toBe('violation');
  });
});

function findingsOf(json: string) {
  const finding = z.looseObject({ rule: z.string(), severity: z.string(), message: z.string() });
  return z.looseObject({ findings: z.array(finding) }).parse(JSON.parse(json)).findings;
}
