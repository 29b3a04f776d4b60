/** Citations of some awards or scopes: those that the rule is for, and none that the ones before it leave nothing to. */
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { RuleCiteShape } from '../shapes/parts.ts';
import type { FieldPath } from '../yaml-file.ts';
import { collectNames } from './collect-names.ts';
import { checkName } from './names.ts';

/** The awards and scopes that a citation may be for. */
interface Known {
  readonly awards: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string>;
}

/** Reports cases of a citation that never arise. */
export function checkCases(raw: RawScheme): void {
  const { scopes, awards } = collectNames(raw);
  for (const [rule, cite] of Object.entries(raw.scheme.data.checks)) {
    checkCite(raw.scheme, ['checks', rule], cite, { awards, scopes });
  }
  raw.awards.data.conditions.forEach(({ awards: of, cite }, index) => {
    checkCite(raw.awards, ['conditions', index, 'cite'], cite, { awards: new Set(of), scopes });
  });
  // a form is the same in every scope
  raw.forms.data.forms.forEach(({ awards: of, cite }, index) => {
    checkCite(raw.forms, ['forms', index, 'cite'], cite, { awards: new Set(of), scopes: new Set() });
  });
}

function checkCite(
  part: Part<unknown>,
  path: FieldPath,
  { cites = [] }: RuleCiteShape,
  { awards, scopes }: Known,
): void {
  const taken = new Set<string>();
  cites.forEach((cite, index) => {
    const at = [...path, 'cites', index];
    cite.awards?.forEach((award, position) => {
      checkName(part, [...at, 'awards', position], award, awards);
    });
    cite.scopes?.forEach((scope, position) => {
      checkName(part, [...at, 'scopes', position], scope, scopes);
    });
    const cases = (cite.awards ?? [...awards]).flatMap((award) =>
      (cite.scopes ?? ['']).map((scope) => `${award} ${scope}`),
    );
    const isNew = cases.filter((each) => !taken.has(each));
    if (isNew.length === 0) part.report(at, '前面的出处已经包括这里的奖项和范围，这一条用不上，请删去或调整次序');
    for (const each of isNew) taken.add(each);
  });
}
