import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ReturnGroup } from '../desk/state-tones.ts';
import type { Choices, NoticeChoices } from './choices.ts';
import { KeyField } from './certificates/key-field.tsx';
import type { CertificatesUse } from './certificates/use-certificates.ts';
import { VerifyView } from './certificates/verify-view.tsx';
import type { CardKey } from './find/find-entries.ts';
import { Findings } from './findings.tsx';
import { Glance, type Shown } from './glance.tsx';
import { ListJoiner } from './lists/list-joiner.tsx';
import type { GivenLists } from './lists/lists-desk.ts';
import { MendList } from './mends/mend-list.tsx';
import { NomineeList } from './nominee-list.tsx';
import { OutputList } from './output-list.tsx';
import type { OutputView } from './outputs.ts';
import { PlaceField } from './place-field.tsx';
import { ReturnsView } from './returns/returns-view.tsx';
import type { ReturnsUse } from './returns/use-returns.ts';
import { isOfNominations, listGapCauses, listGapNominees } from './seen-gap.ts';
import { ViewTabs } from './view-tabs.tsx';
import type { OpenedRoster } from './opened-roster.ts';
import type { Place } from './job-runner.ts';
import type { LookUse, View } from './use-look.ts';
import type { WorkshopUse } from './use-workshop.ts';

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
  heading: {
    margin: '0 0 12px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  hint: { margin: '0 0 12px' },
});

const VIEWS: readonly { readonly id: View; readonly title: string }[] = [
  { id: 'check', title: '审查与取表' },
  { id: 'mends', title: '自动改正写法' },
  { id: 'lists', title: '并入名单' },
  { id: 'returns', title: '收评分表' },
  { id: 'verify', title: '核对证书' },
];

const HEADINGS: Readonly<Record<Shown, string>> = {
  violation: '审查结果：违规',
  question: '审查结果：待确认',
  note: '审查结果：提示',
  nominees: '全部推荐',
  cleared: '通过审查的推荐',
  held: '没有通过的推荐',
  waiting: '通过审查、等结论的推荐',
};

interface RosterViewProps {
  readonly opened: OpenedRoster;
  readonly looking: LookUse;
  readonly isBusy: boolean;
  /** What would become of a folder, while it is looked at. */
  readonly preview: ReactNode;
  readonly run: WorkshopUse['run'];
  readonly returns: ReturnsUse;
  readonly certificates: CertificatesUse;
  readonly noticeChoices: NoticeChoices;
  readonly onNoticeChoices: (days: NoticeChoices) => void;
  /** Takes a mended copy in place of the open roster. */
  readonly onMend: (places: readonly string[]) => void;
  /** Takes a copy with what lists bring in place of the open roster. */
  readonly onJoin: (given: GivenLists) => void;
  readonly onJoinReport: (given: GivenLists) => void;
  /** Opens the roster as it was before the last change; null where there was none. */
  readonly onUndo: (() => void) | null;
  readonly onMake: (output: OutputView, choices: Choices, place: Place) => void;
  readonly onLook: (output: OutputView, choices: Choices, place: Place) => void;
  /** Opens the card of a unit or a nominee. */
  readonly onFind: (card: CardKey) => void;
  readonly onFault: (fault: unknown) => void;
}

const HOW_TO_CONCLUDE =
  '评审的单位作出结论以后，在总名册的“决定”表里写：每个推荐每一步（如初审、报审）一行，“决定”填“入围”或“不入围”，再填日期；不入围的写明理由。资格审查报告的“待结论”已经按那张表的列把每一行写好，填上决定和日期，把填好的那些行复制到“决定”表的最后（还没有结论的不用复制），保存后再拖入总名册。';

/** An open roster: its figures, what was found in it, and what can be made of it. */
export function RosterView(props: RosterViewProps) {
  const {
    opened,
    looking,
    preview,
    isBusy,
    run,
    returns,
    certificates,
    onMend,
    onUndo,
    onMake,
    onLook,
    onFind,
    onFault,
  } = props;
  const styles = useStyles();
  const { look, change } = looking;
  const { view, shown, gap } = look;
  /** What was looked at once stays, with what is filled in there, while another view is looked at. */
  const [seen, setSeen] = useState<ReadonlySet<View>>(new Set<View>([view]));
  const heading = useRef<HTMLHeadingElement>(null);
  // It begins at its top, wherever the one before was looked at.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    if (!look.isLed) return;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }, [look]);
  const [place, setPlace] = useState<Place>(null);
  const views = VIEWS.filter(({ id }) => {
    if (id === 'verify') return opened.withoutKey !== '';
    return id !== 'returns' || opened.hasReturns;
  });
  const listed = opened.nominees.filter(({ state, waitsFor }) => {
    if (shown === 'waiting') return waitsFor.length > 0;
    if (shown === 'cleared') return state === 'cleared';
    return shown === 'held' ? state !== 'cleared' : true;
  });
  const isFound = shown === 'violation' || shown === 'question' || shown === 'note';
  const causes = useMemo(() => (gap ? listGapCauses(opened, gap) : opened.report.causes), [opened, gap]);
  const nominees = gap ? listGapNominees(opened, gap) : listed;
  const concludes = gap ? gap.listed === '待结论' : shown === 'waiting';
  const choose = (next: View) => {
    change({ view: next });
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
        <Glance
          opened={opened}
          board={returns.board}
          shown={gap ? null : shown}
          onShow={(next) => {
            change({ shown: next, search: '', gap: null });
          }}
          onShowReturns={showReturns}
        />
      )}
      {preview}
      {onUndo && (
        <div className={styles.undo}>
          <Text>现在看的是改过的总名册。</Text>
          <Button size="small" disabledFocusable={isBusy} onClick={onUndo}>
            退回改之前的总名册
          </Button>
        </div>
      )}
      {seen.has('mends') && (
        <div hidden={view !== 'mends'}>
          <MendList
            isShown={view === 'mends'}
            isBusy={isBusy}
            list={() => run('正在看哪些可以自动改正', (workshop) => workshop.listMends())}
            onMend={onMend}
          />
        </div>
      )}
      {seen.has('lists') && (
        <div hidden={view !== 'lists'}>
          <ListJoiner isBusy={isBusy} run={run} onJoin={props.onJoin} onReport={props.onJoinReport} onFault={onFault} />
        </div>
      )}
      {seen.has('returns') && (
        <div hidden={view !== 'returns'}>
          <ReturnsView
            returns={returns}
            isBusy={isBusy}
            place={<PlaceField place={place} onPlace={setPlace} onFault={onFault} />}
            onTake={(output, title, choices) => void returns.take(output, title, choices, place)}
            onFault={onFault}
          />
        </div>
      )}
      {view === 'verify' && <VerifyView certificates={certificates} isBusy={isBusy} hasRoster />}
      <div className={styles.columns} hidden={view !== 'check'}>
        <section aria-labelledby="shown">
          <h2 ref={heading} tabIndex={-1} id="shown" className={styles.heading}>
            {gap ? gap.what : HEADINGS[shown]}
          </h2>
          {(gap ? !isOfNominations(gap) : isFound) ? (
            <Findings
              key={gap?.what}
              causes={causes}
              remarks={opened.report.remarks}
              severity={gap || !isFound ? 'all' : shown}
              search={look.search}
              onSearch={(search) => {
                change({ search });
              }}
            />
          ) : (
            <>
              {concludes && <p className={styles.hint}>{HOW_TO_CONCLUDE}</p>}
              <NomineeList key={gap?.what ?? shown} nominees={nominees} onOpen={onFind} />
            </>
          )}
        </section>
        <OutputList
          outputs={opened.outputs}
          isBusy={isBusy}
          place={
            <>
              <PlaceField place={place} onPlace={setPlace} onFault={onFault} />
              {opened.withoutKey !== '' && (
                <KeyField keyUse={certificates.key} isBusy={isBusy} without={opened.withoutKey} canMake />
              )}
            </>
          }
          noticeChoices={props.noticeChoices}
          onNoticeChoices={props.onNoticeChoices}
          onMake={(output, choices) => {
            onMake(output, { ...choices, key: certificates.key.file }, place);
          }}
          onLook={(output, choices) => {
            onLook(output, { ...choices, key: certificates.key.file }, place);
          }}
        />
      </div>
    </main>
  );
}
