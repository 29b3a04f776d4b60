import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { IntoView } from '../into-view.tsx';
import { PickButton } from '../pick-button.tsx';
import { listPicked } from '../returns/list-dropped.ts';
import type { InventedKind, SchemeView } from '../workshop.ts';
import { canRemember } from './remembered-schemes.ts';
import { SchemeFaults } from './scheme-faults.tsx';
import { SchemeRow } from './scheme-row.tsx';
import type { OwnSchemesUse } from './use-own-schemes.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  heading: { margin: 0 },
  schemes: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: '1px',
    backgroundColor: tokens.colorNeutralStroke2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
});

interface SchemeSectionProps {
  readonly isBusy: boolean;
  readonly own: OwnSchemesUse;
  readonly onInvent: (scheme: SchemeView, kind: InventedKind) => void;
  readonly onFault: (fault: unknown) => void;
}

/** The schemes that there are, and the way to bring others along. */
export function SchemeSection({ isBusy, own, onInvent, onFault }: SchemeSectionProps) {
  const styles = useStyles();
  const { schemes, brought, kept } = own;
  const isFaulty = ({ faults }: (typeof brought)[number]) => faults.length > 0;
  const isOwn = (id: string) => schemes.some((each) => each.id === id && each.isOwn);
  const sound = schemes.filter(({ id }) => brought.some((each) => each.id === id && !isFaulty(each)));
  // What somebody has brought along is looked for first.
  const listed = [...schemes.filter((each) => each.isOwn), ...schemes.filter((each) => !each.isOwn)];
  return (
    <section aria-labelledby="schemes" className={styles.section}>
      <Title3 as="h2" id="schemes" className={styles.heading}>
        还没有总名册
      </Title3>
      <p className={styles.soft}>取一份空白的来填，或先用虚构的名册试一遍。</p>
      {brought.length > 0 && (
        <IntoView role={brought.some(isFaulty) ? 'alert' : 'status'}>
          <div className={styles.section}>
            {brought.filter(isFaulty).map((checked) => (
              <SchemeFaults
                key={checked.id}
                checked={checked}
                isUsed={isOwn(checked.id)}
                onFault={onFault}
                onForget={kept.has(checked.id) ? () => void own.remove(checked.id) : null}
              />
            ))}
            {sound.length > 0 && (
              <MessageBar intent="success" layout="multiline">
                <MessageBarBody>
                  已带入
                  {sound
                    .map(({ title, replaces }) => `“${title}”${replaces ? '（代替程序里编号相同的方案）' : ''}`)
                    .join('、')}
                  ：它的总名册现在可以打开。
                </MessageBarBody>
              </MessageBar>
            )}
          </div>
        </IntoView>
      )}
      <ul className={styles.schemes}>
        {listed.map((scheme) => (
          <SchemeRow
            key={scheme.id}
            scheme={scheme}
            isBusy={isBusy}
            isKept={kept.has(scheme.id)}
            onInvent={onInvent}
            onRemove={() => void own.remove(scheme.id)}
          />
        ))}
      </ul>
      {own.listing === 'partly' && (
        <div className={styles.row} role="status">
          <Text className={styles.soft}>评选方案没有列全。</Text>
          <Button disabledFocusable={isBusy} onClick={own.listAgain}>
            重新列出
          </Button>
        </div>
      )}
      <div className={styles.row}>
        <Text className={styles.soft}>要用别的评选方案：把方案的文件夹拖到这里，或</Text>
        <PickButton
          icon={<FolderOpenRegular />}
          disabledFocusable={isBusy}
          label="评选方案的文件夹"
          picks="folder"
          onPick={(files) => void own.bring(listPicked(files))}
        >
          选方案文件夹
        </PickButton>
      </div>
      {schemes.some((each) => each.isOwn) &&
        (canRemember() ? (
          <Checkbox
            label="在这台电脑上记住自带的方案，下次打开就有"
            disabled={isBusy}
            checked={own.remembers}
            onChange={(_, { checked }) => {
              own.rememberAll(checked === true);
            }}
          />
        ) : (
          <Text className={styles.soft}>这个网页不保存自带的方案，下次打开时请再拖入一次。</Text>
        ))}
    </section>
  );
}
