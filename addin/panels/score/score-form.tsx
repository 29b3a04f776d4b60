import type { Citation } from '../../../rules/citation.ts';
import { formatSteps } from '../../../rules/points.ts';
import type { ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import { VETO_WORDS } from '../../../rules/master-roster.ts';
import { ROLES, type Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { FILLERS, columnHeadings } from './column-words.ts';
import { ItemRow } from './item-row.tsx';
import { ScoreBar } from './score-bar.tsx';
import type { ScoreStep } from './score-steps.ts';
import type { CellRemark } from './input-cell.ts';
import type { CategoryView, ScoreView } from './score-view.ts';
import { Section } from './section.tsx';
import { VetoRow } from './veto-row.tsx';

interface ScoreFormProps {
  readonly sheet: ScoreSheet;
  readonly view: ScoreView;
  /** The column that is written; null while all is shown to read only. */
  readonly role: Role | null;
  /** The cell that is selected in the sheet. */
  readonly selected: string | null;
  readonly onStep: (step: ScoreStep) => void;
  readonly onJump: (address: string) => void;
  readonly onVisit: (address: string, isByKey: boolean) => void;
  readonly describe: (remark: CellRemark | null) => string | null;
}

/** The items by category, the bonus items, and the veto items. */
export function ScoreForm({ sheet, view, role, selected, describe, ...actions }: ScoreFormProps) {
  const show = (steps: number) => formatSteps(steps, sheet.step.value);
  const figuresOf = ({ category, isBonus, points }: CategoryView) => {
    const headings = columnHeadings(sheet, isBonus);
    const maximum = show(category.maximum.value);
    const named = (each: Role) => `${headings[each]} ${show(points[each])}`;
    if (role === null) return `满分 ${maximum}，${ROLES.map(named).join('，')}`;
    return `${show(points[role])}/${maximum} 分（${named(role === 'self' ? 'association' : 'self')}）`;
  };
  return (
    <>
      {view.categories.map((each) => (
        <Section
          key={each.category.id}
          title={each.category.name}
          figures={figuresOf(each)}
          bar={role !== null && <ScoreBar points={each.points[role]} maximum={each.category.maximum.value} />}
        >
          {each.items.map((item, index) => (
            <ItemRow
              key={item.item.id}
              sheet={sheet}
              headings={columnHeadings(sheet, each.isBonus)}
              number={index + 1}
              view={item}
              role={role}
              isCurrent={isSelected(item.cells, selected)}
              describe={describe}
              {...actions}
            />
          ))}
        </Section>
      ))}
      {view.vetoes.length > 0 && (
        <Section title="一票否决项" figures={countStates(view, role)}>
          {view.vetoes.map((veto) => (
            <VetoRow
              key={veto.item.id}
              view={veto}
              role={role}
              isCurrent={isSelected(veto.cells, selected)}
              {...actions}
            />
          ))}
        </Section>
      )}
    </>
  );
}

/** A remark with its clause. */
export function describeRemark(remark: CellRemark | null, cite: (citation: Citation) => string): string | null {
  if (remark === null) return null;
  return remark.cite === null ? remark.message : `${remark.message}（${cite(remark.cite)}）`;
}

function isSelected(cells: Readonly<Record<Role, { readonly address: string }>>, selected: string | null): boolean {
  return selected !== null && Object.values(cells).some(({ address }) => address === selected);
}

function countStates({ vetoes }: ScoreView, role: Role | null): string {
  const clear = (each: Role) => vetoes.filter(({ cells }) => cells[each].state === 'clear').length;
  if (role !== null) return `${clear(role)}/${vetoes.length} 项确认${VETO_WORDS.clear}`;
  return `共 ${vetoes.length} 项，确认${VETO_WORDS.clear}：${ROLES.map((each) => `${FILLERS[each]} ${clear(each)}`).join('，')}`;
}
