/** The least that a page of Fluent UI 9 can be, built as the pane is: what the pane's start is measured against. */
import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <Button appearance="primary">空白页</Button>
    </FluentProvider>,
  );
}
