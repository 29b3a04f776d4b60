/** Names that point to something: what they point to has to exist. The conditions and the grading have files of their own. */
import { DISTRICT_HEADING, NOMINEE_COLUMNS } from '../../rules/roster-columns.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { FormsShape } from '../shapes/forms.ts';
import type { LimitsShape } from '../shapes/limits.ts';
import type { MaterialsShape } from '../shapes/materials.ts';
import type { PrizeShape } from '../shapes/prize.ts';
import type { QuotaShape } from '../shapes/quota.ts';
import { withoutSpace } from '../figures/written-text.ts';
import { collectNames } from './collect-names.ts';
import { checkName, type Names } from './names.ts';

/** Reports every name that points nowhere; the conditions of awards and the grading have their own checks. */
export function checkReferences(raw: RawScheme): void {
  const names = collectNames(raw);
  raw.scheme.data.districts.forEach(({ scope }, index) => {
    checkName(raw.scheme, ['districts', index, 'scope'], scope, names.scopes);
  });
  const omittable = NOMINEE_COLUMNS.map(({ heading }) => heading).filter((heading) => !NEEDED.includes(heading));
  raw.roster.data.omits.forEach((heading, index) => {
    checkName(raw.roster, ['omits', index], heading, omittable);
  });
  for (const heading of Object.keys(raw.roster.data.abouts)) {
    const common = NOMINEE_COLUMNS.map((column) => column.heading).filter((each) => names.nomineeColumns.has(each));
    checkName(raw.roster, ['abouts', heading], heading, common);
  }
  checkDistrictHonours(raw.roster, names);
  if (raw.quota) checkQuota(raw.quota, names);
  if (raw.prize) checkPrize(raw.prize, names);
  if (raw.limits) checkLimits(raw.limits, names);
  if (raw.materials) checkMaterials(raw.materials, names, raw.forms.data);
  raw.review?.data.places.forEach(({ award }, index) => {
    if (raw.review) checkName(raw.review, ['places', index, 'award'], award, names.awards);
  });
  checkAsks(raw, names);
  checkForms(raw, names);
}

/** 征求意见: of the districts, or of what a choice of 会员单位 names; the words of the step have each of them. */
function checkAsks({ review }: RawScheme, { memberUnitColumns, districts }: Names): void {
  review?.data.steps.forEach(({ asks, cite: { quote } }, index) => {
    if (!asks) return;
    const path = ['steps', index, 'asks'];
    const isDistrict = asks.column === DISTRICT_HEADING && districts.size > 0;
    const choices = [...memberUnitColumns.values()].filter(({ type }) => type === 'choice');
    const known = [...(districts.size > 0 ? [DISTRICT_HEADING] : []), ...choices.map(({ heading }) => heading)];
    checkName(review, [...path, 'column'], asks.column, known);
    if (isDistrict && asks.as === undefined) {
      review.report(path, `“${asks.column}”的每一项是一个区，须用 as 写明征求的单位怎么称呼，如“属地公安机关”`);
    }
    if (!isDistrict && asks.as !== undefined) {
      review.report([...path, 'as'], `“${asks.column}”的选项就是征求的单位，不写 as`);
    }
    const named = isDistrict ? [asks.as ?? ''] : (memberUnitColumns.get(asks.column)?.choices ?? []);
    for (const name of named.filter((each) => !withoutSpace(quote).includes(withoutSpace(each)))) {
      review.report([...path, 'column'], `引文“${quote}”里没有“${name}”，征求谁的意见要照原文写`);
    }
  });
}

/** By which a nominee is known. */
const NEEDED: readonly string[] = ['奖项', '单位编号', '单位名称'];

function checkQuota(quota: Part<QuotaShape>, { scopes, districts, awards }: Names): void {
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
  quota.data.published?.awards?.forEach((award, index) => {
    checkName(quota, ['published', 'awards', index], award, awards);
  });
  quota.data.published?.rows?.forEach(([district], index) => {
    checkName(quota, ['published', 'rows', index, 0], district, districts);
  });
  quota.data.totals.forEach(({ scope, places }, index) => {
    if (scope !== undefined) checkName(quota, ['totals', index, 'scope'], scope, scopes);
    for (const award of Object.keys(places ?? {})) checkName(quota, ['totals', index, 'places', award], award, awards);
  });
}

function checkDistrictHonours(roster: RawScheme['roster'], { memberUnitColumns, nomineeColumns }: Names): void {
  const { districtHonours } = roster.data;
  if (!districtHonours) return;
  const yesNo = [...memberUnitColumns.values()].filter(
    ({ heading, type }) => type === 'yes-no' && nomineeColumns.get(heading)?.type === 'yes-no',
  );
  const headings = yesNo.map(({ heading }) => heading);
  checkName(roster, ['districtHonours', 'heading'], districtHonours.heading, headings);
}

function checkPrize(prize: Part<PrizeShape>, { awards, scopes, memberUnitColumns, nomineeColumns }: Names): void {
  prize.data.amounts.forEach(({ award }, index) => {
    checkName(prize, ['amounts', index, 'award'], award, awards);
  });
  prize.data.exclusions.forEach(({ award, besides }, index) => {
    checkName(prize, ['exclusions', index, 'award'], award, awards);
    checkName(prize, ['exclusions', index, 'besides'], besides, awards);
  });
  const yesNo = [...memberUnitColumns.values()].filter(({ type }) => type === 'yes-no').map(({ heading }) => heading);
  const { levelExclusion } = prize.data;
  if (levelExclusion) checkName(prize, ['levelExclusion', 'heading'], levelExclusion.heading, yesNo);
  if (levelExclusion?.ofNominee) {
    const { heading, ofNominee } = levelExclusion;
    const path = ['levelExclusion', 'ofNominee', 'awards'];
    ofNominee.awards.forEach((award, index) => {
      checkName(prize, [...path, index], award, awards);
    });
    if (nomineeColumns.get(heading)?.type !== 'yes-no') {
      prize.report(path, `推荐名单没有“${heading}”这一是非列，请在 roster.yaml 补上，或删去 ofNominee`);
    }
  }
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

function checkLimits(part: Part<LimitsShape>, names: Names): void {
  const { caps, perUnit } = part.data;
  const checkAwards = (list: string, index: number, awards: readonly string[]) => {
    awards.forEach((award, position) => {
      checkName(part, [list, index, 'awards', position], award, names.awards);
    });
  };
  caps.forEach(({ awards, base }, index) => {
    checkAwards('caps', index, awards);
    const [key, heading, type] =
      'unitsWith' in base
        ? (['unitsWith', base.unitsWith, 'yes-no'] as const)
        : (['sumOf', base.sumOf, 'integer'] as const);
    const fitting = [...names.memberUnitColumns.values()].filter((column) => column.type === type);
    checkName(
      part,
      ['caps', index, 'base', key],
      heading,
      fitting.map((column) => column.heading),
    );
  });
  perUnit.forEach(({ awards }, index) => {
    checkAwards('perUnit', index, awards);
  });
}

function checkMaterials(part: Part<MaterialsShape>, { awards, nomineeColumns }: Names, { forms }: FormsShape): void {
  part.data.checklists.forEach((checklist, index) => {
    if (checklist.when) {
      const path = ['checklists', index, 'when'];
      checkName(part, [...path, 'of'], checklist.when.of, ['nominee']);
      checkName(part, [...path, 'heading'], checklist.when.heading, nomineeColumns.keys());
    }
    checklist.awards.forEach((award, position) => {
      checkName(part, ['checklists', index, 'awards', position], award, awards);
    });
    const contents = part.data.contents?.value ?? 1;
    if (contents > checklist.items.length) {
      part.report(
        ['contents', 'value'],
        `目录是第 ${contents} 项，而有的清单只有 ${checklist.items.length} 项，请核对`,
      );
    }
    checklist.items.forEach(({ text, provider }, position) => {
      const unprinted = checklist.awards.filter(
        (award) => !forms.some((form) => form.awards.includes(award) && text.includes(form.title)),
      );
      if (provider !== 'printed' || unprinted.length === 0) return;
      const path = ['checklists', index, 'items', position, 'provider'];
      part.report(path, `forms.yaml 没有${unprinted.join('、')}的这一张表（表的 title 须出现在材料的文字里），请补上`);
    });
  });
}

/** A form is filled from the nominee's row, then from the unit's. */
function checkForms({ forms }: RawScheme, { awards, nomineeColumns, memberUnitColumns }: Names): void {
  const headings = new Set([...nomineeColumns.keys(), ...memberUnitColumns.keys()]);
  forms.data.forms.forEach(({ awards: of, fields }, index) => {
    of.forEach((award, position) => {
      checkName(forms, ['forms', index, 'awards', position], award, awards);
    });
    for (const [placeholder, heading] of Object.entries(fields)) {
      const path = ['forms', index, 'fields', placeholder];
      checkName(forms, path, heading, headings);
      if (headings.has(placeholder)) {
        forms.report(path, `占位符“${placeholder}”与总名册的列同名，照列名取内容即可，请删去这一行`);
      }
    }
  });
}
