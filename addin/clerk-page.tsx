import { createRoot } from 'react-dom/client';
import { PageApp } from './page/page-app.tsx';

const root = document.getElementById('root');
// An engine that is too old sees the plain page, see `engine-check.js`.
if (root && !document.documentElement.hasAttribute('data-too-old')) createRoot(root).render(<PageApp />);
