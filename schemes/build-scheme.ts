/** The checked files of a scheme → `Scheme`: default citations filled in, points as steps, yuan as fen. */
import type { Citation } from '../rules/citation.ts';
import { CITED_RULES, type CitedRule } from '../rules/finding.ts';
import type { QuotaRules, Scheme } from '../rules/scheme.ts';
import { buildAwards } from './build-awards.ts';
import { buildScoreSheet } from './build-score-sheet.ts';
import { citeFrom, defaultDocument, type Cite } from './cite.ts';
import type { RawScheme } from './raw-scheme.ts';
import type { CiteShape } from './shapes/parts.ts';

const FEN_PER_YUAN = 100;

/** Builds the scheme of files that have passed every check but that of the published table. */
export function buildScheme(raw: RawScheme): Scheme {
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
    districts: data.districts.map(cited),
    awards: buildAwards(raw.awards.data, cite),
    stages: data.stages.map(cited),
    deadline: cited(data.deadline),
    formCopies: cited(data.formCopies),
    errata: data.errata.map(cited),
    checks: buildChecks(raw, cite),
    roster: raw.roster.data,
    quota: buildQuota(raw, cite),
    scoreSheet: buildScoreSheet(raw.scoreSheet.data, cite),
    prize: {
      amounts: raw.prize.data.amounts.map(({ award, yuan, cite: source }) => ({
        award,
        fen: { value: yuan * FEN_PER_YUAN, cite: cite(source) },
      })),
      exclusions: raw.prize.data.exclusions.map(cited),
      levelExclusion: cited(raw.prize.data.levelExclusion),
      payers: raw.prize.data.payers.map(cited),
    },
    forms: raw.forms.data.forms.map(cited),
  };
}

function buildChecks({ scheme }: RawScheme, cite: Cite): Scheme['checks'] {
  const checks: Partial<Record<CitedRule, Citation>> = {};
  for (const rule of CITED_RULES) {
    const source = scheme.data.checks[rule];
    if (source) checks[rule] = cite(source);
  }
  return checks;
}

function buildQuota({ quota }: RawScheme, cite: Cite): QuotaRules {
  const { ratios, rounding, overrides, table, published } = quota.data;
  const toPlaces = (printed: number | '-' | undefined) => (typeof printed === 'number' ? printed : 0);
  return {
    ratios: ratios.map(({ scope, award, of, ratio, cite: source }) => ({
      scope,
      award,
      of: of === 'members' ? of : { award: of },
      ratio: { value: ratio, cite: cite(source) },
      rounding: { value: rounding.value, cite: cite(rounding.cite) },
    })),
    overrides: overrides.map(({ district, award, places, reason, cite: source }) => ({
      district,
      award,
      places: { value: places, cite: cite(source) },
      reason,
    })),
    table: { ...table, cite: cite(table.cite) },
    published: published.rows.map(([district, members, ...places]) => ({
      district,
      members: members === '-' ? null : members,
      places: Object.fromEntries(published.awards.map((award, index) => [award, toPlaces(places[index])])),
    })),
  };
}
