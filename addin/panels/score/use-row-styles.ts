import { makeStyles, tokens } from '@fluentui/react-components';

/** The looks that rows of items and of veto items share. */
export const useRowStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gap: '6px',
    padding: '10px 8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    scrollMarginTop: '228px',
    scrollMarginBottom: '24px',
  },
  current: { backgroundColor: tokens.colorNeutralBackground2, boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}` },
  head: { display: 'flex', alignItems: 'baseline', gap: '12px' },
  text: { flexGrow: 1 },
  number: { color: tokens.colorNeutralForeground2, marginRight: '2px' },
  side: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  jump: { marginLeft: 'auto', display: 'inline-flex', gap: '8px' },
  link: { fontSize: tokens.fontSizeBase200 },
});
