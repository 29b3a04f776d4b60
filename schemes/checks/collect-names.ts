/** The names that the files of a scheme define. */
import { asksForConfirmation } from '../../rules/conditions/registry.ts';
import { CREDIT_CODE_COLUMN, MEMBER_UNIT_COLUMNS, NOMINEE_COLUMNS } from '../../rules/roster-columns.ts';
import {
  APPLICATION_COLUMN,
  CONFIRMATION_COLUMNS,
  OBJECTION_COLUMNS,
  PROJECT_COLUMNS,
} from '../../rules/application-columns.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { DATED_SHEETS, type DatedSheet } from '../../rules/scheme-parts.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Names } from './names.ts';

export function collectNames(raw: RawScheme): Names {
  const { scheme, awards, roster } = raw;
  const byHeading = (columns: readonly RosterColumn[]) => new Map(columns.map((column) => [column.heading, column]));
  const memberUnits: readonly RosterColumn[] = [
    ...MEMBER_UNIT_COLUMNS.filter(
      ({ heading }) =>
        (heading !== '所属' || scheme.data.districts.length > 0) &&
        (heading !== '行业序列' || roster.data.sequence !== undefined),
    ),
    ...roster.data.memberUnits,
    CREDIT_CODE_COLUMN,
  ];
  const nominees: readonly RosterColumn[] = [
    ...(linksApplications(raw) ? [APPLICATION_COLUMN] : []),
    ...NOMINEE_COLUMNS.filter(({ heading }) => !roster.data.omits.includes(heading)),
    ...roster.data.nominees,
    CREDIT_CODE_COLUMN,
  ];
  return {
    scopes: new Set(scheme.data.scopes.map(({ id }) => id)),
    districts: new Set(scheme.data.districts.map(({ name }) => name)),
    awards: new Set(awards.data.awards.map(({ id }) => id)),
    memberUnitColumns: byHeading(memberUnits),
    nomineeColumns: byHeading(nominees),
    projectColumns: byHeading([...PROJECT_COLUMNS, ...(roster.data.projects ?? [])]),
    steps: new Set(raw.review?.data.steps.map(({ name }) => name)),
    dateColumns: findDates({
      nominees,
      memberUnits,
      projects: roster.data.projects ?? [],
      confirmations: awards.data.conditions.some(asksForConfirmation) ? CONFIRMATION_COLUMNS : [],
      objections: scheme.data.notice.objections ? OBJECTION_COLUMNS : [],
    }),
  };
}

/** The sheets that have a column of dates of each heading. */
function findDates(sheets: Readonly<Record<DatedSheet, readonly RosterColumn[]>>): Map<string, DatedSheet[]> {
  const found = new Map<string, DatedSheet[]>();
  for (const sheet of DATED_SHEETS) {
    for (const { heading, type } of sheets[sheet]) {
      if (type === 'date') found.set(heading, [...(found.get(heading) ?? []), sheet]);
    }
  }
  return found;
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
