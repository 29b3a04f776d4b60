import { Button, Checkbox, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { PagedList } from '../paged-list.tsx';
import type { MendsView, MendView } from './mends-view.ts';

const useStyles = makeStyles({
  view: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px', maxWidth: '1100px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginBottom: '12px' },
  soft: { color: tokens.colorNeutralForeground2 },
  row: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', alignItems: 'start', gap: '0 4px' },
  words: { display: 'grid', gap: '2px', padding: '6px 0' },
  old: { color: tokens.colorStatusDangerForeground1, textDecorationLine: 'line-through' },
  shown: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface MendListProps {
  readonly isShown: boolean;
  readonly isBusy: boolean;
  readonly list: () => Promise<MendsView | null>;
  readonly onMend: (places: readonly string[]) => void;
}

/** What can be mended, looked through and taken one by one or all. */
export function MendList({ isShown, isBusy, list, onMend }: MendListProps) {
  const styles = useStyles();
  const [view, setView] = useState<MendsView | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!isShown || view) return;
    void list().then((listed) => {
      if (listed) setView(listed);
    });
    // Once for the roster that is open, and again when it is next shown where that was cancelled: another roster has a list of its own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isShown]);
  const picked = useMemo(() => (view?.mends ?? []).filter(({ place }) => !left.has(place)), [view, left]);
  if (!view) return null;
  const { mends, choices } = view;
  const toggle = ({ place }: MendView, isPicked: boolean) => {
    const next = new Set(left);
    if (isPicked) next.delete(place);
    else next.add(place);
    setLeft(next);
  };
  return (
    <div className={styles.view}>
      <section aria-labelledby="mends">
        <Title3 as="h2" id="mends" className={styles.heading}>
          可以自动改正的
        </Title3>
        <p className={styles.soft}>
          {mends.length === 0
            ? '没有可以自动改正的：写法都合要求，或者要由人来定。'
            : '这些格的意思已经确定，只是写法不合要求（日期写成文字、数字后带单位等），程序可以照意思改写。逐条看过，不要改的去掉勾。改好的另存一份，改过的格涂色并列成清单；原来的总名册不动，随时可以退回。'}
        </p>
        {mends.length > 0 && (
          <>
            <div className={styles.bar}>
              <Checkbox
                label={`全选（${mends.length} 格）`}
                checked={picked.length === mends.length ? true : picked.length === 0 ? false : 'mixed'}
                onChange={(_, { checked }) => {
                  setLeft(checked === true ? new Set() : new Set(mends.map(({ place }) => place)));
                }}
              />
              <Button
                appearance="primary"
                disabledFocusable={isBusy || picked.length === 0}
                onClick={() => {
                  onMend(picked.map(({ place }) => place));
                }}
              >
                改选中的 {picked.length} 格，另存并打开
              </Button>
            </div>
            <PagedList
              items={mends}
              placeholder="查找单元格、内容、理由"
              label="查找可以自动改正的"
              textOf={textOf}
              keyOf={({ place }) => place}
            >
              {(mend) => (
                <div className={styles.row}>
                  <Checkbox
                    aria-label={`改${mend.sheet} ${mend.cell}`}
                    checked={!left.has(mend.place)}
                    onChange={(_, { checked }) => {
                      toggle(mend, checked === true);
                    }}
                  />
                  <div className={styles.words}>
                    <Text>
                      {mend.sheet} {mend.cell}：
                      <span className={styles.old}>{mend.old === '' ? '空白' : mend.old}</span> 改为{' '}
                      <span className={styles.shown}>{mend.shown === '' ? '空白' : mend.shown}</span>
                    </Text>
                    <Text size={200} className={styles.soft}>
                      {mend.reason}
                    </Text>
                  </div>
                </div>
              )}
            </PagedList>
          </>
        )}
      </section>
      {choices.length > 0 && (
        <section aria-labelledby="choices">
          <Title3 as="h2" id="choices" className={styles.heading}>
            要由人选定的
          </Title3>
          <p className={styles.soft}>改好的总名册里，这些格点开有下拉选项。</p>
          <PagedList
            items={choices}
            placeholder="查找单元格、内容、理由"
            label="查找要由人选定的"
            textOf={({ sheet, cell, old, reason }) => `${sheet} ${cell} ${old} ${reason}`}
            keyOf={({ sheet, cell }) => `${sheet} ${cell}`}
          >
            {({ sheet, cell, old, choices: offered, reason }) => (
              <>
                <Text block>
                  {sheet} {cell}：{old === '' ? '空白' : old}，可选 {offered.join('、')}
                </Text>
                <Text size={200} className={styles.soft}>
                  {reason}
                </Text>
              </>
            )}
          </PagedList>
        </section>
      )}
    </div>
  );
}

const textOf = ({ sheet, cell, old, shown, reason }: MendView) => `${sheet} ${cell} ${old} ${shown} ${reason}`;
