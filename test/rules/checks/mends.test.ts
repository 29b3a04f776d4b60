import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const CHECKS = new URL('../../../rules/checks/', import.meta.url);

it.each(readdirSync(CHECKS))(
  '%s leaves no question that goes away by nothing: who was right writes a decision',
  (name) => {
    expect(readFileSync(new URL(name, CHECKS), 'utf8')).not.toMatch(/不用改|不必改|无需更改/);
  },
);
