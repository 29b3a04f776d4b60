import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { StateBadge } from '../../shell/state-looks.tsx';
import type { NominationView } from './card-view.ts';
import { ReasonList } from './reason-list.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  lists: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 16px',
    marginTop: '6px',
    color: tokens.colorNeutralForeground2,
  },
});

/** One nomination: its verdict, every reason, and whether it stands on the lists. */
export function CardNomination({ nomination }: { readonly nomination: NominationView }) {
  const styles = useStyles();
  const { title, badge, verdict, reasons, lists } = nomination;
  return (
    <section>
      <div className={styles.head}>
        <h3 className={styles.heading}>{title}</h3>
        <StateBadge tone={badge.tone}>{badge.word}</StateBadge>
      </div>
      <Text block weight="semibold" data-verdict>
        {verdict}。
      </Text>
      <ReasonList reasons={reasons} />
      {lists.length > 0 && (
        <div className={styles.lists}>
          {lists.map(({ name, word }) => (
            <Text key={name} size={200}>
              {name}：{word}
            </Text>
          ))}
        </div>
      )}
    </section>
  );
}
