/** The names that the files of a scheme define. */
import { asksForConfirmation } from '../../rules/conditions/registry.ts';
import {
  APPLICATION_COLUMN,
  MEMBER_UNIT_COLUMNS,
  NOMINEE_COLUMNS,
  PROJECT_COLUMNS,
} from '../../rules/roster-columns.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Names } from './names.ts';

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
  return (
    materials !== null ||
    expertReview !== null ||
    scheme.data.notice.objections !== undefined ||
    awards.data.conditions.some(asksForConfirmation)
  );
}
