/** Names and ids that stand twice. */
import { CREDIT_CODE_COLUMN, MEMBER_UNIT_COLUMNS, NOMINEE_COLUMNS } from '../../rules/roster-columns.ts';
import { APPLICATION_COLUMN, PROJECT_COLUMNS } from '../../rules/application-columns.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { FieldPath } from '../yaml-file.ts';

/** Reports every name that a list has twice. */
export function checkDuplicates(raw: RawScheme): void {
  checkSchemeFile(raw);
  checkRoster(raw);
  checkQuota(raw);
  checkScoreSheet(raw);
  checkAwards(raw);
  if (raw.prize) {
    checkUnique(
      raw.prize,
      raw.prize.data.amounts.map(({ award }, index) => [award, ['amounts', index, 'award']]),
    );
  }
  checkUnique(
    raw.forms,
    raw.forms.data.forms.flatMap(({ awards, title }, index) =>
      awards.map((award, position): NamedField => [`${award} ${title}`, ['forms', index, 'awards', position]]),
    ),
  );
  if (raw.materials) {
    checkUnique(
      raw.materials,
      raw.materials.data.checklists.flatMap(({ awards }, index) =>
        awards.map((award, position): NamedField => [award, ['checklists', index, 'awards', position]]),
      ),
    );
  }
}

function checkSchemeFile({ scheme }: RawScheme): void {
  const { documents, scopes, districts, stages } = scheme.data;
  checkUnique(
    scheme,
    documents.map(({ key }, index) => [key, ['documents', index, 'key']]),
  );
  checkUnique(
    scheme,
    scopes.map(({ id }, index) => [id, ['scopes', index, 'id']]),
  );
  checkUnique(
    scheme,
    districts.flatMap(({ name, aliases = [] }, index): NamedField[] => [
      [name, ['districts', index, 'name']],
      ...aliases.map((alias, at): NamedField => [alias, ['districts', index, 'aliases', at]]),
    ]),
  );
  checkUnique(
    scheme,
    stages.map(({ name }, index) => [name, ['stages', index, 'name']]),
  );
}

/** A column of the scheme must not repeat one that every roster has either. */
function checkRoster({ roster }: RawScheme): void {
  const sheets = {
    memberUnits: [...MEMBER_UNIT_COLUMNS, CREDIT_CODE_COLUMN],
    nominees: [
      APPLICATION_COLUMN,
      ...NOMINEE_COLUMNS.filter(({ heading }) => !roster.data.omits.includes(heading)),
      CREDIT_CODE_COLUMN,
    ],
    projects: PROJECT_COLUMNS,
  };
  for (const sheet of ['memberUnits', 'nominees', 'projects'] as const) {
    const common = sheets[sheet].map(({ heading }): NamedField => [heading, [sheet]]);
    const own = (roster.data[sheet] ?? []).map(({ heading }, index): NamedField => [
      heading,
      [sheet, index, 'heading'],
    ]);
    checkUnique(roster, [...common, ...own]);
  }
}

function checkQuota({ quota }: RawScheme): void {
  if (!quota) return;
  const { ratios, overrides, published } = quota.data;
  checkUnique(
    quota,
    ratios.map(({ scope, award }, index) => [`${scope} ${award}`, ['ratios', index, 'award']]),
  );
  checkUnique(
    quota,
    overrides.map(({ district, award }, index) => [`${district} ${award}`, ['overrides', index, 'award']]),
  );
  checkUnique(
    quota,
    (published?.awards ?? []).map((award, index) => [award, ['published', 'awards', index]]),
  );
  checkUnique(
    quota,
    (published?.rows ?? []).map(([district], index) => [district, ['published', 'rows', index, 0]]),
  );
}

function checkScoreSheet({ scoreSheet }: RawScheme): void {
  if (!scoreSheet) return;
  const { categories, bonus, vetoItems } = scoreSheet.data;
  const places = [
    ...categories.map((category, index) => ({ category, path: ['categories', index] })),
    { category: bonus, path: ['bonus'] },
  ];
  checkUnique(
    scoreSheet,
    places.map(({ category, path }) => [category.id, [...path, 'id']]),
  );
  checkUnique(
    scoreSheet,
    places.flatMap(({ category, path }) =>
      category.items.map(({ id }, index): NamedField => [id, [...path, 'items', index, 'id']]),
    ),
  );
  checkUnique(
    scoreSheet,
    vetoItems.map(({ id }, index) => [id, ['vetoItems', index, 'id']]),
  );
}

function checkAwards({ awards: part }: RawScheme): void {
  const { awards, conditions } = part.data;
  checkUnique(
    part,
    awards.map(({ id }, index) => [id, ['awards', index, 'id']]),
  );
  checkUnique(
    part,
    awards.map(({ name }, index) => [name, ['awards', index, 'name']]),
  );
  checkUnique(
    part,
    awards.map(({ rosterOrder }, index) => [String(rosterOrder), ['awards', index, 'rosterOrder']]),
  );
  for (const { id: award } of awards) {
    checkUnique(
      part,
      conditions.flatMap(({ id, awards: of }, index): NamedField[] =>
        of.includes(award) ? [[id, ['conditions', index, 'id']]] : [],
      ),
    );
  }
}

type NamedField = readonly [name: string, path: FieldPath];

function checkUnique(part: Part<unknown>, fields: readonly NamedField[]): void {
  const seen = new Set<string>();
  for (const [name, path] of fields) {
    if (seen.has(name)) part.report(path, `“${name}”已经用过，请改名或删去重复的一处`);
    seen.add(name);
  }
}
