/** 名额使用 and 控制数: nominees against what the document allows, in the summary of a check report. */
import type { RosterCheck } from '../../rules/check-roster.ts';
import { listDistricts, type PlaceUsage } from '../../rules/checks/places.ts';
import { countCaps } from '../../rules/limits.ts';
import type { Award, District } from '../../rules/scheme.ts';
import { LOOK } from './cell-looks.ts';
import { ordinal } from './words.ts';
import { heading, ROW_HEIGHT, section } from './report-section.ts';
import type { PenCell } from './page.ts';
import { sumFormula, type SheetPen } from './sheet-pen.ts';

/**
 * Districts that the roster does not hold, and that nobody in it is nominated of, are left out.
 * @param position of the section, from 0
 */
export function drawPlaces(pen: SheetPen, position: number, { index: { scheme }, places, part }: RosterCheck): void {
  const shown = listDistricts(places);
  const districts = scheme.districts.filter((district) => shown.has(district));
  const partly = !part && districts.length < scheme.districts.length ? '；名册没有的区不列' : '';
  section(pen, `${ordinal(position)}、名额使用（超出的标红，空余的标黄${partly}）`);
  const { awards } = scheme;
  const upper = heading(pen, ['各区', ...awards.map(({ name }) => name)], [1, ...awards.map(() => 2)]);
  const lower = heading(pen, ['各区', ...awards.flatMap(() => ['推荐', '名额'])], []);
  pen.page.joinRows(1, upper, lower);
  const usages = new Map(places.map((usage) => [usageKey(usage.district, usage.award), usage]));
  const first = pen.row;
  for (const district of districts) {
    const cells = awards.flatMap((award) => usageCells(usages.get(usageKey(district, award))));
    pen.write([{ value: district.name, look: LOOK.center }, ...cells], ROW_HEIGHT);
  }
  const end = pen.row - 1;
  const sums = awards.flatMap((award, index): PenCell[] => {
    const ofAward = places.filter((usage) => usage.award === award && shown.has(usage.district));
    const used = ofAward.reduce((sum, { nominees }) => sum + nominees.length, 0);
    const available = ofAward.reduce((sum, usage) => sum + usage.places, 0);
    return [
      { value: sumFormula(2 + 2 * index, first, end, used), look: LOOK.sum },
      { value: sumFormula(3 + 2 * index, first, end, available), look: LOOK.sum },
    ];
  });
  pen.write([{ value: '合计', look: LOOK.sum }, ...sums], ROW_HEIGHT);
}

function usageCells(usage: PlaceUsage | undefined): PenCell[] {
  if (!usage) return [0, 1].map(() => ({ value: '-', look: LOOK.center }));
  const used = usage.nominees.length;
  const isFree = used < usage.places && usage.isHeld;
  const tone = used > usage.places ? 'violation' : isFree ? 'question' : undefined;
  return [
    { value: used, look: { ...LOOK.center, tone, bold: tone === 'violation' } },
    { value: usage.places, look: LOOK.center },
  ];
}

function usageKey(district: District, award: Award): string {
  return `${award.id} ${district.name}`;
}

/** @param position of the section, from 0 */
export function drawCaps(pen: SheetPen, position: number, { index }: RosterCheck): void {
  const { scheme, roster, awardByName } = index;
  section(pen, `${ordinal(position)}、控制数（超出的标红）`);
  const narrow = Math.max(1, Math.floor((pen.columns - 1) / 8));
  const spans = [1, narrow, narrow, pen.columns - 1 - 2 * narrow];
  heading(pen, ['范围', '推荐', '至多', '由来'], spans);
  for (const { cap, most, nominees, explanation, isKnown } of countCaps(scheme.limits.caps, roster, awardByName)) {
    const tone = isKnown && nominees.length > most ? ('violation' as const) : undefined;
    pen.write(
      [
        { value: cap.name, look: LOOK.center },
        { value: nominees.length, look: { ...LOOK.center, tone, bold: tone !== undefined }, span: narrow },
        { value: isKnown ? most : '-', look: LOOK.center, span: narrow },
        { value: explanation, look: LOOK.text, span: spans[3] ?? 1 },
      ],
      ROW_HEIGHT,
    );
  }
}
