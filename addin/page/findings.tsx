import { makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import type { CauseView } from '../desk/finding-view.ts';
import { CauseCard } from '../panels/check/cause-card.tsx';
import { filterCauses, type FindingFilter } from '../panels/check/filter-causes.ts';
import { ReadingRemarks } from '../panels/check/reading-remarks.tsx';
import { SomeOf } from '../panels/check/some-of.tsx';
import { CLEAR_SEARCH } from '../shell/clear-search.ts';

const useStyles = makeStyles({
  findings: { display: 'grid', gap: '12px', backgroundColor: 'transparent' },
  card: { backgroundColor: tokens.colorNeutralBackground1 },
  causes: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  search: { width: '100%', maxWidth: '100%' },
  soft: { color: tokens.colorNeutralForeground2 },
});

/** Causes shown at once. */
const PAGE = 100;

interface FindingsProps {
  readonly causes: readonly CauseView[];
  readonly remarks: readonly string[];
  readonly severity: FindingFilter['severity'];
  readonly search: string;
  readonly onSearch: (text: string) => void;
}

/** What was found, with a field to seek in it. */
export function Findings({ causes: all, remarks, severity, search, onSearch }: FindingsProps) {
  const styles = useStyles();
  const deferred = useDeferredValue(search);
  const causes = useMemo(() => filterCauses(all, { text: deferred, severity }), [all, deferred, severity]);
  return (
    <div className={styles.findings}>
      <SearchBox
        dismiss={CLEAR_SEARCH}
        className={styles.search}
        placeholder="在下面的问题里查找"
        aria-label="查找审查结果"
        value={search}
        onChange={(_, { value }) => {
          onSearch(value);
        }}
      />
      <ReadingRemarks remarks={remarks} />
      {causes.length === 0 && <Text className={styles.soft}>没有。</Text>}
      <ul className={styles.causes}>
        <SomeOf
          all={causes}
          step={PAGE}
          unit="项"
          draw={(cause) => (
            <li key={cause.key} className={styles.card}>
              <CauseCard cause={cause} />
            </li>
          )}
        />
      </ul>
    </div>
  );
}
