import { makeStyles, MessageBar, MessageBarBody, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import type { WorkbookHost } from '../../host/port.ts';
import { PanelTabs, tabId } from '../../shell/panel-tabs.tsx';
import type { RecognisedSheet } from '../../shell/recognise.ts';
import type { ScoreChoice } from './score-choice.ts';
import { ScorePanel } from './score-panel.tsx';

const useStyles = makeStyles({
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  warning: { padding: '8px 12px 0' },
  choice: { padding: '12px', display: 'grid', gap: '8px' },
});

export interface ScorePageProps {
  readonly host: WorkbookHost;
  readonly found: readonly [RecognisedSheet, ...RecognisedSheet[]];
  readonly choice: ScoreChoice;
  readonly onChoose: (choice: ScoreChoice) => void;
  readonly onFault: (fault: unknown) => void;
}

/** The panel of a score sheet; where a workbook holds several, the user says which one. */
export default function ScorePage({ host, found, choice, onChoose, onFault }: ScorePageProps) {
  const styles = useStyles();
  const chosen = found.length === 1 ? found[0] : found.find(({ sheet }) => sheet.name === choice.sheet);
  return (
    <>
      <div className={styles.tabs}>
        <PanelTabs
          tabs={[{ name: 'score', label: '评分' }]}
          selected="score"
          onSelect={() => undefined}
          panelId="panel-score"
        />
      </div>
      <div role="tabpanel" id="panel-score" aria-labelledby={tabId('score')}>
        {found.length > 1 && (
          <div className={styles.choice}>
            <Text weight="semibold" id="which-sheet">
              这份工作簿里有 {found.length} 张评分表，请选一张
            </Text>
            <RadioGroup
              aria-labelledby="which-sheet"
              value={chosen?.sheet.name ?? ''}
              onChange={(_, { value }) => {
                onChoose({ ...choice, sheet: value });
              }}
            >
              {found.map(({ sheet }) => (
                <Radio
                  key={sheet.name}
                  value={sheet.name}
                  label={sheet.isVisible ? sheet.name : `${sheet.name}（隐藏）`}
                />
              ))}
            </RadioGroup>
          </div>
        )}
        {chosen && chosen.refusal !== null && (
          <div className={styles.warning}>
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{chosen.refusal}</MessageBarBody>
            </MessageBar>
          </div>
        )}
        {chosen && (
          <ScorePanel
            key={chosen.sheet.name}
            host={host}
            scheme={chosen.scheme}
            sheet={chosen.sheet.name}
            role={choice.role}
            onRole={(role) => {
              onChoose({ ...choice, role });
            }}
            onFault={onFault}
          />
        )}
      </div>
    </>
  );
}
