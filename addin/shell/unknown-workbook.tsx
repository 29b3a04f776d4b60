import { Button, Text, Title3, makeStyles } from '@fluentui/react-components';
import type { WorkbookAbout } from '../host/port.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '12px', padding: '24px 16px', justifyItems: 'start' },
  heading: { margin: 0 },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px' },
});

interface UnknownWorkbookProps {
  readonly about: WorkbookAbout;
  readonly onReread: () => void;
  readonly onClose: (() => void) | undefined;
}

/** The way on when the workbook is neither a roster nor a score sheet. */
export function UnknownWorkbook({ about, onReread, onClose }: UnknownWorkbookProps) {
  const styles = useStyles();
  const names = about.sheets.slice(0, 6).map(({ name }) => `“${name}”`);
  const more = about.sheets.length > names.length ? `等 ${about.sheets.length} 张` : '';
  return (
    <div className={styles.page}>
      <Title3 as="h2" className={styles.heading}>
        这份工作簿不是评分表，也不是总名册
      </Title3>
      <Text>
        现有工作表：{names.join('、')}
        {more}。
      </Text>
      <ul className={styles.list}>
        <li>评分表：请打开协会发给单位的“评分指标”文件，标题行不要改动。</li>
        <li>总名册：应有“会员单位”“评分”“推荐名单”“名额调整”“行业序列”等工作表，名称不要改动。</li>
      </ul>
      {onClose ? (
        <Button appearance="primary" onClick={onClose}>
          打开其他文件
        </Button>
      ) : (
        <Button appearance="primary" onClick={onReread}>
          改好了，重新识别
        </Button>
      )}
    </div>
  );
}
