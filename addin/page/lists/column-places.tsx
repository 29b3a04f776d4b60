import { makeStyles, MessageBar, MessageBarBody, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { JoinChoices } from '../../../jobs/join.ts';
import type { ListSheetView, ListsView } from './lists-view.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  columns: { borderCollapse: 'collapse', width: '100%', maxWidth: '760px' },
  cell: { textAlign: 'left', padding: '4px 12px 4px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  soft: { color: tokens.colorNeutralForeground2 },
});

interface ColumnPlacesProps {
  readonly view: ListsView;
  readonly choices: JoinChoices;
  readonly onChoose: (choices: JoinChoices) => void;
}

/** Each list, and which of its columns goes where; what goes nowhere can be given a place. */
export function ColumnPlaces({ view, choices, onChoose }: ColumnPlacesProps) {
  const styles = useStyles();
  const map = (written: string, heading: string) => {
    const others = choices.columns.filter((each) => each.written !== written);
    onChoose({ ...choices, columns: heading === '' ? others : [...others, { written, heading }] });
  };
  return (
    <>
      {view.lists.map(({ name, fault, sheets, skipped }, at) => (
        <div key={`${at} ${name}`} className={styles.list}>
          {fault !== null && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{fault}</MessageBarBody>
            </MessageBar>
          )}
          {sheets.map((sheet) => (
            <SheetColumns key={sheet.name} {...{ name, sheet, view, choices }} onMap={map} />
          ))}
          {skipped.map((sentence) => (
            <Text key={sentence} size={200} className={styles.soft}>
              {sentence}
            </Text>
          ))}
        </div>
      ))}
    </>
  );
}

function placeIn(order: readonly string[], written: string): number {
  const at = order.indexOf(written);
  return at < 0 ? order.length : at;
}

interface SheetColumnsProps extends Omit<ColumnPlacesProps, 'onChoose'> {
  readonly name: string;
  readonly sheet: ListSheetView;
  /** An empty heading takes back what was chosen. */
  readonly onMap: (written: string, heading: string) => void;
}

function SheetColumns({ name, sheet, view, choices, onMap }: SheetColumnsProps) {
  const styles = useStyles();
  const chosen = new Map(choices.columns.map(({ written, heading }) => [written, heading]));
  const fixed = sheet.columns.filter(({ written, origin }) => origin !== 'listed' && !chosen.has(written));
  const open = [
    ...sheet.columns.filter(({ written }) => chosen.has(written)).map(({ written }) => written),
    ...sheet.unmapped,
  ];
  // A row that has been given a place stays where it was answered.
  const [order] = useState(open);
  open.sort((a, b) => placeIn(order, a) - placeIn(order, b));
  return (
    <>
      <Text weight="semibold">
        {name}的“{sheet.name}”：{sheet.rows} 行，认出 {sheet.matched} 行
      </Text>
      <table className={styles.columns} aria-label={`${name}的“${sheet.name}”的列`}>
        <thead>
          <tr>
            <th className={styles.cell} scope="col">
              名单的列
            </th>
            <th className={styles.cell} scope="col">
              总名册的列
            </th>
          </tr>
        </thead>
        <tbody>
          {fixed.map(({ written, heading, origin, isIdentity, isThere }) => (
            <tr key={written}>
              <td className={styles.cell}>{written}</td>
              <td className={styles.cell}>
                {heading}
                {isIdentity ? '（用来认单位）' : isThere ? '' : '（总名册没有这一列，不填）'}
                {origin === 'remembered' ? '（总名册记得）' : ''}
              </td>
            </tr>
          ))}
          {open.map((written) => (
            <tr key={written}>
              <td className={styles.cell}>{written}</td>
              <td className={styles.cell}>
                <Select
                  aria-label={`“${written}”是总名册的哪一列`}
                  value={chosen.get(written) ?? ''}
                  onChange={(_, { value }) => {
                    onMap(written, value);
                  }}
                >
                  <option value="">不并入</option>
                  {view.headings.map((heading) => (
                    <option key={heading} value={heading}>
                      {heading}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
