/** What became of a nomination in the check, in a word and its colour. */
export const STATES = {
  cleared: { word: '通过', color: 'success' },
  'not-eligible': { word: '不符合', color: 'danger' },
  open: { word: '待确认', color: 'warning' },
  faulty: { word: '须更正', color: 'danger' },
} as const;
