import { Link, Text } from '@fluentui/react-components';

/** The way from the pane to the clerk's page. A window of its own: Excel's pane is too narrow for it, and what is not saved stays. */
export function PageLink() {
  return (
    <Text>
      要从总名册出名额分配表、审批表、名册和公示名单，请打开
      <Link href="page.html" target="_blank" rel="noopener">
        评优台网页
      </Link>
      。
    </Text>
  );
}
