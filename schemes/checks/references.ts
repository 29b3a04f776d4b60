/** Names that point to something: what they point to has to exist. */
import { MEMBER_UNIT_COLUMNS, NOMINEE_COLUMNS } from '../../rules/master-roster.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { FieldPath } from '../yaml-file.ts';

/** What the names of a scheme may point to. */
export interface Names {
  readonly scopes: ReadonlySet<string>;
  readonly districts: ReadonlySet<string>;
  readonly awards: ReadonlySet<string>;
  readonly memberUnitColumns: ReadonlyMap<string, RosterColumn>;
  readonly nomineeColumns: ReadonlyMap<string, RosterColumn>;
}

export function collectNames({ scheme, awards, roster }: RawScheme): Names {
  const byHeading = (columns: readonly RosterColumn[]) => new Map(columns.map((column) => [column.heading, column]));
  return {
    scopes: new Set(scheme.data.scopes.map(({ id }) => id)),
    districts: new Set(scheme.data.districts.map(({ name }) => name)),
    awards: new Set(awards.data.awards.map(({ id }) => id)),
    memberUnitColumns: byHeading([...MEMBER_UNIT_COLUMNS, ...roster.data.memberUnits]),
    nomineeColumns: byHeading([...NOMINEE_COLUMNS, ...roster.data.nominees]),
  };
}

/** Reports every name in scheme, quota, prize and forms that points nowhere; the conditions of awards have their own check. */
export function checkReferences(raw: RawScheme): void {
  const names = collectNames(raw);
  raw.scheme.data.districts.forEach(({ scope }, index) => {
    checkName(raw.scheme, ['districts', index, 'scope'], scope, names.scopes);
  });
  checkQuota(raw, names);
  checkPrize(raw, names);
  checkForms(raw, names);
}

/** Reports `name` unless it is among `known`. */
export function checkName(part: Part<unknown>, path: FieldPath, name: string, known: Iterable<string>): void {
  const all = [...known];
  if (!all.includes(name)) part.report(path, `“${name}”没有定义，应为以下之一：${all.join('、')}`);
}

function checkQuota({ quota }: RawScheme, { scopes, districts, awards }: Names): void {
  quota.data.ratios.forEach(({ scope, award, of }, index) => {
    checkName(quota, ['ratios', index, 'scope'], scope, scopes);
    checkName(quota, ['ratios', index, 'award'], award, awards);
    checkName(quota, ['ratios', index, 'of'], of, ['members', ...awards]);
  });
  quota.data.overrides.forEach(({ district, award }, index) => {
    checkName(quota, ['overrides', index, 'district'], district, districts);
    checkName(quota, ['overrides', index, 'award'], award, awards);
  });
  checkName(quota, ['table', 'subtotalScope'], quota.data.table.subtotalScope, scopes);
  quota.data.published.awards.forEach((award, index) => {
    checkName(quota, ['published', 'awards', index], award, awards);
  });
  quota.data.published.rows.forEach(([district], index) => {
    checkName(quota, ['published', 'rows', index, 0], district, districts);
  });
  quota.data.totals.forEach(({ scope, places }, index) => {
    if (scope !== undefined) checkName(quota, ['totals', index, 'scope'], scope, scopes);
    for (const award of Object.keys(places ?? {})) checkName(quota, ['totals', index, 'places', award], award, awards);
  });
}

function checkPrize({ prize }: RawScheme, { awards, scopes, memberUnitColumns }: Names): void {
  prize.data.amounts.forEach(({ award }, index) => {
    checkName(prize, ['amounts', index, 'award'], award, awards);
  });
  prize.data.exclusions.forEach(({ award, besides }, index) => {
    checkName(prize, ['exclusions', index, 'award'], award, awards);
    checkName(prize, ['exclusions', index, 'besides'], besides, awards);
  });
  const yesNo = [...memberUnitColumns.values()].filter(({ type }) => type === 'yes-no').map(({ heading }) => heading);
  checkName(prize, ['levelExclusion', 'heading'], prize.data.levelExclusion.heading, yesNo);
  prize.data.payers.forEach(({ memberHeading, exceptScopes }, index, { length }) => {
    exceptScopes?.forEach((scope, at) => {
      checkName(prize, ['payers', index, 'exceptScopes', at], scope, scopes);
    });
    const isLast = index === length - 1;
    if (memberHeading !== undefined) checkName(prize, ['payers', index, 'memberHeading'], memberHeading, yesNo);
    if (isLast && memberHeading !== undefined) {
      prize.report(
        ['payers', index, 'memberHeading'],
        '最后一个付款方付其余各项，不能再设条件，请删去或另加一个付款方',
      );
    }
    if (!isLast && memberHeading === undefined) {
      prize.report(['payers', index], '只有最后一个付款方可以不设条件，请补写 memberHeading');
    }
  });
}

/** A form is filled from the nominee's row, then from the unit's. */
function checkForms({ forms }: RawScheme, { awards, nomineeColumns, memberUnitColumns }: Names): void {
  const headings = new Set([...nomineeColumns.keys(), ...memberUnitColumns.keys()]);
  forms.data.forms.forEach(({ award, fields }, index) => {
    checkName(forms, ['forms', index, 'award'], award, awards);
    for (const [placeholder, heading] of Object.entries(fields)) {
      const path = ['forms', index, 'fields', placeholder];
      checkName(forms, path, heading, headings);
      if (headings.has(placeholder)) {
        forms.report(path, `占位符“${placeholder}”与总名册的列同名，照列名取内容即可，请删去这一行`);
      }
    }
  });
}
