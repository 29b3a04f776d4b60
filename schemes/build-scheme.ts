/** The checked files of a scheme → `Scheme`: default citations filled in, points as steps, yuan as fen. */
import { citeFor, type RuleCitation } from '../rules/citation.ts';
import { CITED_RULES, type CitedRule } from '../rules/finding.ts';
import type { RosterLayout, Scheme } from '../rules/scheme.ts';
import { buildAwards } from './build-awards.ts';
import { buildDateOrder } from './build-date-order.ts';
import { buildGrading, buildLimits, buildMaterials, buildReview } from './build-limits.ts';
import { buildPrize, buildQuota } from './build-quota.ts';
import { buildScoreSheet } from './build-score-sheet.ts';
import { citeFrom, citeRule, defaultDocument, type Cite } from './cite.ts';
import type { PrintedRow } from './printed-rows.ts';
import type { RawScheme } from './raw-scheme.ts';
import type { CiteShape } from './shapes/parts.ts';
import type { SchemeShape } from './shapes/scheme.ts';

type DistrictShape = SchemeShape['districts'][number];

/**
 * Builds the scheme of files that have passed every check but that of the published table.
 * @param printed the rows of that table; null where there is none
 */
export function buildScheme(raw: RawScheme, printed: readonly PrintedRow[] | null): Scheme {
  const { data } = raw.scheme;
  const cite = citeFrom(defaultDocument(data));
  const cited = <T extends { readonly cite: CiteShape }>(each: T) => ({ ...each, cite: cite(each.cite) });
  return {
    id: data.id,
    title: data.title,
    edition: data.edition,
    issuer: data.issuer,
    documents: data.documents,
    scopes: data.scopes.map(cited),
    districts: data.districts.map((district) => ({ ...district, cite: cite(citeDistrict(district, printed)) })),
    awards: buildAwards(
      raw.awards.data,
      data.scopes.map(({ id }) => id),
      cite,
    ),
    stages: data.stages.map(cited),
    deadline: data.deadline ? cited(data.deadline) : null,
    formCopies: data.formCopies ? cited(data.formCopies) : null,
    notice: {
      days: data.notice.days ? cited(data.notice.days) : null,
      objections: data.notice.objections ? cite(data.notice.objections) : null,
    },
    dateOrder: buildDateOrder(raw, cite),
    errata: data.errata.map(cited),
    checks: buildChecks(raw, cite),
    waivers: data.waivers['applied-twice'] ? { 'applied-twice': cite(data.waivers['applied-twice']) } : {},
    roster: buildRosterLayout(raw, cite),
    formsName: raw.forms.data.name,
    forms: buildForms(raw, cite),
    quota: raw.quota && buildQuota(raw.quota.data, printed, cite),
    scoreSheet: raw.scoreSheet && buildScoreSheet(raw.scoreSheet.data, cite),
    prize: raw.prize && buildPrize(raw.prize.data, cite),
    limits: buildLimits(raw, cite),
    materials: raw.materials && buildMaterials(raw.materials.data, cite),
    expertReview: raw.expertReview && {
      maximum: cited(raw.expertReview.data.maximum),
      ownEmployer: cite(raw.expertReview.data.ownEmployer.cite),
    },
    grading: raw.grading && buildGrading(raw.grading.data, cite),
    review: raw.review && buildReview(raw.review.data, raw, cite),
  };
}

/** Its row in the printed table, where that is read from the document. */
function citeDistrict({ name, cite }: DistrictShape, printed: readonly PrintedRow[] | null): CiteShape {
  const found = cite ?? printed?.find(({ district }) => district === name)?.cite;
  if (!found) throw new Error('a district without a citation has passed the check');
  return found;
}

function buildForms({ forms }: RawScheme, cite: Cite): Scheme['forms'] {
  return forms.data.forms.flatMap(({ awards, cite: source, ...form }) => {
    const rule = citeRule(source, cite);
    return awards.map((award) => ({ ...form, award, cite: citeFor(rule, { award }) }));
  });
}

function buildRosterLayout({ roster: { data }, scheme }: RawScheme, cite: Cite): RosterLayout {
  return {
    memberUnits: data.memberUnits,
    nominees: data.nominees,
    projects: data.projects ?? null,
    omits: data.omits,
    abouts: data.abouts,
    sequence: data.sequence ? cite(data.sequence.cite) : null,
    districtHonours: data.districtHonours ? { ...data.districtHonours, cite: cite(data.districtHonours.cite) } : null,
    lists: data.lists,
    regionNames: scheme.data.regionNames,
  };
}

function buildChecks({ scheme }: RawScheme, cite: Cite): Scheme['checks'] {
  const checks: Partial<Record<CitedRule, RuleCitation>> = {};
  for (const rule of CITED_RULES) {
    const source = scheme.data.checks[rule];
    if (source) checks[rule] = citeRule(source, cite);
  }
  return checks;
}
