/** What the names of a scheme may point to. */
import {
  APPLICATION_COLUMN,
  MEMBER_UNIT_COLUMNS,
  NOMINEE_COLUMNS,
  PROJECT_COLUMNS,
} from '../../rules/roster-columns.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { FieldPath } from '../yaml-file.ts';

export interface Names {
  readonly scopes: ReadonlySet<string>;
  readonly districts: ReadonlySet<string>;
  readonly awards: ReadonlySet<string>;
  readonly memberUnitColumns: ReadonlyMap<string, RosterColumn>;
  readonly nomineeColumns: ReadonlyMap<string, RosterColumn>;
  readonly projectColumns: ReadonlyMap<string, RosterColumn>;
}

export function collectNames(raw: RawScheme): Names {
  const { scheme, awards, roster } = raw;
  const byHeading = (columns: readonly RosterColumn[]) => new Map(columns.map((column) => [column.heading, column]));
  return {
    scopes: new Set(scheme.data.scopes.map(({ id }) => id)),
    districts: new Set(scheme.data.districts.map(({ name }) => name)),
    awards: new Set(awards.data.awards.map(({ id }) => id)),
    memberUnitColumns: byHeading([
      ...MEMBER_UNIT_COLUMNS.filter(
        ({ heading }) =>
          (heading !== '所属' || scheme.data.districts.length > 0) &&
          (heading !== '行业序列' || roster.data.sequence !== undefined),
      ),
      ...roster.data.memberUnits,
    ]),
    nomineeColumns: byHeading([
      ...(linksApplications(raw) ? [APPLICATION_COLUMN] : []),
      ...NOMINEE_COLUMNS.filter(({ heading }) => !roster.data.omits.includes(heading)),
      ...roster.data.nominees,
    ]),
    projectColumns: byHeading([...PROJECT_COLUMNS, ...(roster.data.projects ?? [])]),
  };
}

/** True where other sheets name rows of 推荐名单, as `sheets.ts` says of a scheme that is built. */
function linksApplications({ scheme, awards, materials, expertReview }: RawScheme): boolean {
  const asksForConfirmation = awards.data.conditions.some(({ kind }) => kind === 'confirmation');
  return (
    materials !== null || expertReview !== null || scheme.data.notice.objections !== undefined || asksForConfirmation
  );
}

/** Reports `name` unless it is among `known`. */
export function checkName(part: Part<unknown>, path: FieldPath, name: string, known: Iterable<string>): void {
  const all = [...known];
  if (!all.includes(name)) part.report(path, `“${name}”没有定义，应为以下之一：${all.join('、')}`);
}
