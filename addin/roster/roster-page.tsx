import { Badge, CounterBadge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react';
import type { DeskClient } from '../desk/desk.ts';
import type { Target } from '../desk/finding-view.ts';
import type { Mark, MarkCount, WorkbookHost } from '../host/port.ts';
import { CheckPanel } from '../panels/check/check-panel.tsx';
import { QuotaPanel } from '../panels/quota/quota-panel.tsx';
import { FaultBar } from '../shell/fault-bar.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { PanelTabs, tabId } from '../shell/panel-tabs.tsx';
import { Progress } from '../shell/progress.tsx';
import { LiveRoster } from './live-roster.ts';

const useStyles = makeStyles({
  tabs: {
    position: 'sticky',
    top: '48px',
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  reading: { marginLeft: 'auto', marginRight: '12px' },
  fault: { padding: '8px 12px' },
  title: { padding: '12px 12px 0' },
  more: { padding: '16px 12px' },
});

type Panel = 'quota' | 'check';

export interface RosterPageProps {
  readonly host: WorkbookHost;
  readonly desk: DeskClient;
  readonly onFault: (fault: unknown) => void;
}

/** The panels of a master roster. */
export default function RosterPage({ host, desk, onFault }: RosterPageProps) {
  const styles = useStyles();
  const [live] = useState(() => new LiveRoster(host, desk));
  const { report: newest, fault, isReading } = useSyncExternalStore(live.subscribe, live.getState);
  // Deferred, React draws the panels in slices and never blocks the page.
  const report = useDeferredValue(newest);
  const [panel, setPanel] = useState<Panel>('quota');
  // Some documents give no places to districts.
  const hasQuota = report === null || report.quota !== null;
  const current = hasQuota ? panel : 'check';
  const shownPanel = useDeferredValue(current);

  useEffect(() => {
    void live.start();
    return () => {
      live.stop().catch(onFault);
    };
  }, [live, onFault]);

  const jump = ({ sheet, address }: Target) => {
    host.select(sheet, address).catch(onFault);
  };
  const mark = (marks: readonly Mark[]): Promise<MarkCount> => host.mark(marks);
  const violations = report?.findings.filter(({ severity }) => severity === 'violation').length ?? 0;

  return (
    <>
      <div className={styles.tabs}>
        <PanelTabs
          tabs={[
            ...(hasQuota ? [{ name: 'quota', label: '名额' } as const] : []),
            { name: 'check', label: <CheckLabel violations={violations} /> },
          ]}
          selected={current}
          onSelect={setPanel}
          panelId="panel-roster"
        />
        {report !== null && (isReading || fault !== null) && (
          <Badge
            className={styles.reading}
            appearance={isReading ? 'outline' : 'tint'}
            color={isReading ? 'brand' : 'warning'}
            role="status"
          >
            {isReading ? '更新中' : '可能已过时'}
          </Badge>
        )}
      </div>
      {fault !== null && (
        <div className={styles.fault}>
          <FaultBar
            fault={fault}
            consequence={report === null ? undefined : STALE}
            action={{ label: '重新读取', run: () => void live.refresh() }}
          />
        </div>
      )}
      <div role="tabpanel" id="panel-roster" aria-labelledby={tabId(current)}>
        {report === null && isReading && <Progress label="正在读取总名册……" />}
        {report !== null && (
          <Text size={200} block className={styles.title}>
            {report.schemeTitle}
          </Text>
        )}
        {report?.quota && shownPanel === 'quota' && (
          <QuotaPanel quota={report.quota} awards={report.awards} onJump={jump} />
        )}
        {report !== null && shownPanel === 'check' && (
          <CheckPanel
            report={report}
            marksAre={host.kind === 'file' ? 'shown-here' : 'in-the-sheet'}
            onJump={jump}
            onMark={mark}
            onUnmark={() => host.unmark()}
            onFault={onFault}
          />
        )}
      </div>
      {report !== null && (
        <div className={styles.more}>
          <PageLink />
        </div>
      )}
    </>
  );
}

function CheckLabel({ violations }: { violations: number }) {
  if (violations === 0) return '审查';
  return (
    <>
      审查{' '}
      <CounterBadge
        count={violations}
        overflowCount={999}
        size="small"
        color="danger"
        aria-label={`${violations} 项违规`}
      />
    </>
  );
}

const STALE = '下面仍是上一次读到的内容，可能已经过时；总名册再有改动时会自动重读，也可以点“重新读取”。';
