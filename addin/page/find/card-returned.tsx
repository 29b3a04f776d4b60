import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useToneInk } from '../../shell/state-looks.tsx';
import type { ReturnedOfUnit } from './returned-view.ts';
import { ReasonList } from './reason-list.tsx';

const useStyles = makeStyles({
  heading: { margin: '0 0 6px', fontSize: tokens.fontSizeBase400 },
  table: { width: '100%', borderCollapse: 'collapse', marginTop: '8px', fontSize: tokens.fontSizeBase200 },
  cell: { padding: '3px 6px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, textAlign: 'left' },
  number: {
    padding: '3px 6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'center',
    fontVariantNumeric: 'tabular-nums',
  },
  files: { margin: '6px 0 0', paddingLeft: '1.4em' },
});

/** The score sheet that came in, item by item. */
export function CardReturned({ returned }: { readonly returned: ReturnedOfUnit }) {
  const styles = useStyles();
  const inks = useToneInk();
  const { state, tone, files, verdict, reasons, rank, items, columns } = returned;
  return (
    <section>
      <h3 className={styles.heading}>
        收到的评分表：<span className={inks[tone]}>{state}</span>
        {[verdict, rank].flatMap((part) => (part === '' ? [] : `，${part}`)).join('')}
      </h3>
      <ReasonList reasons={reasons} />
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map(({ path, what }) => (
            <li key={path}>
              <Text>
                {path}：{what}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.cell}>
                项目
              </th>
              <th scope="col" className={styles.number}>
                满分
              </th>
              <th scope="col" className={styles.number}>
                {columns.self}
              </th>
              <th scope="col" className={styles.number}>
                {columns.association}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ text, most, self, association }) => (
              <tr key={text}>
                <td className={styles.cell}>{text}</td>
                <td className={styles.number}>{most}</td>
                <td className={styles.number}>{self ?? '—'}</td>
                <td className={styles.number}>{association ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
