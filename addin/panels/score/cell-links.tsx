import { Link } from '@fluentui/react-components';
import { ROLES, type Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { useRowStyles } from './use-row-styles.ts';

interface CellLinksProps {
  readonly cells: Readonly<Record<Role, { readonly address: string }>>;
  /** The column that is written: its cell alone; null for both. */
  readonly role: Role | null;
  readonly onJump: (address: string) => void;
}

/** The cells of an item, to jump to. */
export function CellLinks({ cells, role, onJump }: CellLinksProps) {
  const rows = useRowStyles();
  return (
    <span className={rows.jump}>
      {(role === null ? ROLES : [role]).map((each) => (
        <Link
          key={each}
          as="button"
          className={rows.link}
          aria-label={`在表格里选中 ${cells[each].address}`}
          onClick={() => {
            onJump(cells[each].address);
          }}
        >
          {cells[each].address}
        </Link>
      ))}
    </span>
  );
}
