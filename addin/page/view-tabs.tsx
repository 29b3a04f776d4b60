import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useBeginHere } from './use-begin-here.ts';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', gap: '4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    minWidth: 0,
    borderRadius: 0,
    fontSize: tokens.fontSizeBase400,
    borderBottom: '3px solid transparent',
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
    ':hover': { borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}` },
    ':hover:active': { borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}` },
  },
});

interface ViewTabsProps<Id extends string> {
  readonly views: readonly { readonly id: Id; readonly title: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** The parts of the work on one roster. */
export function ViewTabs<Id extends string>({ views, chosen, onChoose }: ViewTabsProps<Id>) {
  const styles = useStyles();
  const first = useBeginHere<HTMLButtonElement>();
  return (
    <nav className={styles.tabs} aria-label="工作">
      {views.map(({ id, title }) => (
        <Button
          key={id}
          {...(id === chosen ? { ref: first } : {})}
          appearance="transparent"
          className={mergeClasses(styles.tab, id === chosen && styles.chosen)}
          aria-current={id === chosen ? 'page' : undefined}
          onClick={() => {
            onChoose(id);
          }}
        >
          {title}
        </Button>
      ))}
    </nav>
  );
}
