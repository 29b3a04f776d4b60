import { Button, makeStyles, SearchBox, Text, Title3, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { CauseCard } from '../panels/check/cause-card.tsx';
import { filterCauses } from '../panels/check/filter-causes.ts';
import { ReadingRemarks } from '../panels/check/reading-remarks.tsx';
import { SomeOf } from '../panels/check/some-of.tsx';
import { Glance, type Shown } from './glance.tsx';
import { MadeBar } from './made-bar.tsx';
import { MendList } from './mends/mend-list.tsx';
import { NomineeList } from './nominee-list.tsx';
import { OutputList } from './output-list.tsx';
import type { Choices, OutputView } from './outputs.ts';
import { PlaceField } from './place-field.tsx';
import { ReturnsView } from './returns/returns-view.tsx';
import type { ReturnGroup } from './returns/returns-board.ts';
import type { ReturnsUse } from './returns/use-returns.ts';
import { ViewTabs } from './view-tabs.tsx';
import type { Made } from './made.ts';
import type { OpenedRoster } from './opened-roster.ts';
import type { Place } from './job-runner.ts';
import type { WorkshopUse } from './use-workshop.tsx';

const useStyles = makeStyles({
  page: {
    maxWidth: '1600px',
    width: '100%',
    margin: '0 auto',
    padding: '20px 24px 40px',
    display: 'grid',
    gap: '20px',
    boxSizing: 'border-box',
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 400px)',
    gap: '24px',
    alignItems: 'start',
    '&[hidden]': { display: 'none' },
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  undo: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  heading: { margin: '0 0 12px', fontSize: tokens.fontSizeBase500 },
  findings: { display: 'grid', gap: '12px', backgroundColor: 'transparent' },
  card: { backgroundColor: tokens.colorNeutralBackground1 },
  causes: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  search: { width: '100%', maxWidth: '100%' },
  soft: { color: tokens.colorNeutralForeground2 },
});

type View = 'check' | 'mends' | 'returns';

const VIEWS: readonly { readonly id: View; readonly title: string }[] = [
  { id: 'check', title: '审查与取表' },
  { id: 'mends', title: '代改写法' },
  { id: 'returns', title: '收评分表' },
];

const HEADINGS: Readonly<Record<Shown, string>> = {
  violation: '审查结果：违规',
  question: '审查结果：待确认',
  note: '审查结果：提示',
  nominees: '全部推荐',
  cleared: '通过审查的推荐',
  held: '没有通过的推荐',
};

interface RosterViewProps {
  readonly opened: OpenedRoster;
  readonly made: Made | null;
  readonly isBusy: boolean;
  /** What would become of a folder, while it is looked at. */
  readonly preview: ReactNode;
  readonly run: WorkshopUse['run'];
  readonly returns: ReturnsUse;
  /** Takes a mended copy in place of the open roster. */
  readonly onMend: (places: readonly string[]) => void;
  /** Opens the roster as it was before the last mending; null where there was none. */
  readonly onUndo: (() => void) | null;
  readonly onMake: (output: OutputView, choices: Choices, place: Place) => void;
  readonly onLook: (output: OutputView, choices: Choices, place: Place) => void;
  readonly onFault: (fault: unknown) => void;
}

/** An open roster: its figures, what was found in it, and what can be made of it. */
export function RosterView(props: RosterViewProps) {
  const { opened, made, preview, isBusy, run, returns, onMend, onUndo, onMake, onLook, onFault } = props;
  const styles = useStyles();
  const [shown, setShown] = useState<Shown>(() => firstShown(opened));
  const [view, setView] = useState<View>('check');
  /** What was looked at once stays, with what is filled in there, while another view is looked at. */
  const [seen, setSeen] = useState<ReadonlySet<View>>(new Set<View>([view]));
  const [place, setPlace] = useState<Place>(null);
  const views = VIEWS.filter(({ id }) => id !== 'returns' || opened.hasReturns);
  const nominees = opened.nominees.filter(({ state }) => {
    if (shown === 'cleared') return state === 'cleared';
    return shown === 'held' ? state !== 'cleared' : true;
  });
  const choose = (next: View) => {
    setView(next);
    setSeen(new Set([...seen, next]));
  };
  const showReturns = (group: ReturnGroup) => {
    returns.open({ group, district: null });
    choose('returns');
  };
  return (
    <main className={styles.page}>
      {views.length > 1 && <ViewTabs views={views} chosen={view} onChoose={choose} />}
      {view === 'check' && (
        <Glance opened={opened} board={returns.board} shown={shown} onShow={setShown} onShowReturns={showReturns} />
      )}
      {made && <MadeBar made={made} />}
      {preview}
      {onUndo && (
        <div className={styles.undo}>
          <Text>现在看的是改过的总名册。</Text>
          <Button size="small" disabled={isBusy} onClick={onUndo}>
            退回改之前的总名册
          </Button>
        </div>
      )}
      {seen.has('mends') && (
        <div hidden={view !== 'mends'}>
          <MendList
            isShown={view === 'mends'}
            isBusy={isBusy}
            list={() => run('正在看哪些可以代改', (workshop) => workshop.listMends())}
            onMend={onMend}
          />
        </div>
      )}
      {seen.has('returns') && (
        <div hidden={view !== 'returns'}>
          <ReturnsView
            board={returns.board}
            opened={returns.opened}
            isBusy={isBusy}
            place={<PlaceField place={place} onPlace={setPlace} onFault={onFault} />}
            onOpen={returns.open}
            onReceive={(list, choices) => void returns.receive(list, choices)}
            onAnswer={(answer) => void returns.answer(answer)}
            onTake={(output, title, allowClearing) => void returns.take(output, title, allowClearing, place)}
            onFault={onFault}
          />
        </div>
      )}
      <div className={styles.columns} hidden={view !== 'check'}>
        <section aria-labelledby="shown">
          <Title3 as="h2" id="shown" className={styles.heading}>
            {HEADINGS[shown]}
          </Title3>
          {shown === 'violation' || shown === 'question' || shown === 'note' ? (
            <Findings key={shown} opened={opened} severity={shown} />
          ) : (
            <NomineeList key={shown} nominees={nominees} />
          )}
        </section>
        <OutputList
          outputs={opened.outputs}
          isBusy={isBusy}
          place={<PlaceField place={place} onPlace={setPlace} onFault={onFault} />}
          onMake={(output, choices) => {
            onMake(output, choices, place);
          }}
          onLook={(output, choices) => {
            onLook(output, choices, place);
          }}
        />
      </div>
    </main>
  );
}

/** What there is to do is in front. */
function firstShown({ report }: OpenedRoster): Shown {
  const has = (severity: Shown) => report.findings.some((each) => each.severity === severity);
  if (has('violation')) return 'violation';
  return has('question') ? 'question' : 'nominees';
}

/** Causes shown at once. */
const PAGE = 100;

interface FindingsProps {
  readonly opened: OpenedRoster;
  readonly severity: 'violation' | 'question' | 'note';
}

function Findings({ opened: { report }, severity }: FindingsProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const deferred = useDeferredValue(text);
  const causes = useMemo(() => filterCauses(report.causes, { text: deferred, severity }), [report, deferred, severity]);
  return (
    <div className={styles.findings}>
      <SearchBox
        className={styles.search}
        placeholder="查找单位、姓名、单元格"
        aria-label="查找审查结果"
        value={text}
        onChange={(_, { value }) => {
          setText(value);
        }}
      />
      <ReadingRemarks remarks={report.remarks} />
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
