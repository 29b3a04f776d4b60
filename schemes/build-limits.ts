/** `limits.yaml`, `materials.yaml`, `review.yaml` and `grading.yaml` → what `rules/` works with. */
import type { Grading, HeldCertificate, Limits, MaterialRules, ReviewRules } from '../rules/scheme-parts.ts';
import type { GradeGround } from '../rules/grading/grounds.ts';
import { DISTRICT_HEADING } from '../rules/roster-columns.ts';
import type { Cite } from './cite.ts';
import type { RawScheme } from './raw-scheme.ts';
import type { GradingShape, HeldShape } from './shapes/grading.ts';
import type { MaterialsShape } from './shapes/materials.ts';
import type { AsksShape, ReviewShape } from './shapes/review.ts';

export function buildLimits({ limits }: RawScheme, cite: Cite): Limits {
  const { caps = [], perUnit = [] } = limits?.data ?? {};
  return {
    caps: caps.map(({ ratio, cite: source, ...cap }) => ({ ...cap, ratio: { value: ratio, cite: cite(source) } })),
    perUnit: perUnit.map(({ most, cite: source, ...limit }) => ({
      ...limit,
      most: { value: most, cite: cite(source) },
    })),
  };
}

/** An item without a citation cites its own text at its own place in the list. */
export function buildMaterials(
  { checklists, layout, pageHeader, contents }: MaterialsShape,
  cite: Cite,
): MaterialRules {
  return {
    checklists: checklists.map(({ awards, when, cite: list, items }) => ({
      awards,
      when: when ?? null,
      cite: cite(list),
      items: items.map(({ text, provider, cite: own }, index) => ({
        position: index + 1,
        text,
        provider,
        cite: cite(own ?? { document: list.document, clause: `${list.clause} 第${index + 1}项`, quote: text }),
      })),
    })),
    layout: layout.map((each) => ({ text: each.text, cite: cite(each.cite) })),
    pageHeader: pageHeader?.value ?? null,
    contents: contents ? { value: contents.value, cite: cite(contents.cite) } : null,
  };
}

export function buildReview({ steps, places }: ReviewShape, raw: RawScheme, cite: Cite): ReviewRules {
  return {
    steps: steps.map(({ asks, ...step }) => ({
      ...step,
      asks: asks ? { heading: asks.column, bodies: listBodies(asks, raw) } : null,
      cite: cite(step.cite),
    })),
    places: places.map(({ award, most, cite: source }) => ({ award, most: { value: most, cite: cite(source) } })),
  };
}

/** The words of the column are the names of the bodies; districts have one each. */
function listBodies({ column, as }: AsksShape, { scheme, roster }: RawScheme): ReadonlyMap<string, string> {
  if (column === DISTRICT_HEADING) {
    return new Map(scheme.data.districts.map(({ name }) => [name, `${as ?? ''}（${name}）`]));
  }
  const own = roster.data.memberUnits.find(({ heading }) => heading === column);
  return new Map(own?.type === 'choice' ? own.choices.map((choice) => [choice, choice]) : []);
}

export function buildGrading(shape: GradingShape, cite: Cite): Grading {
  const { grades, formalities, currentGrade, matter, certificate } = shape;
  const buildGround = (ground: GradingShape['downgrades'][number]): GradeGround => ({
    ...ground,
    cite: cite(ground.cite),
  });
  return {
    grades,
    formalities,
    currentGrade,
    matter: {
      heading: matter.heading,
      annualReport: { value: matter.annualReport.value, cite: cite(matter.annualReport.cite) },
      promotion: { value: matter.promotion.value, cite: cite(matter.promotion.cite) },
      keeps: { value: matter.keeps.value, cite: cite(matter.keeps.cite) },
    },
    downgrades: shape.downgrades.map(buildGround),
    revocations: shape.revocations.map(buildGround),
    certificate: {
      ...certificate,
      prefix: { value: certificate.prefix.value, cite: cite(certificate.prefix.cite) },
      validUntil: { value: certificate.validUntil.value, cite: cite(certificate.validUntil.cite) },
      held: certificate.held ? buildHeld(certificate.held, cite) : null,
    },
  };
}

function buildHeld({ since, ...held }: HeldShape, cite: Cite): HeldCertificate {
  return {
    ...held,
    since: since ? { value: since.value, cite: cite(since.cite) } : null,
    cite: cite(held.cite),
  };
}
