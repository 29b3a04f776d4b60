import { isAtLeast, requirementSets } from './requirement-sets.ts';

export type Theme = 'light' | 'dark' | 'contrast';

const THEMES: { readonly [theme in Theme]: Omit<Office.OfficeTheme, 'themeId'> } = {
  light: makeTheme('#FFFFFF', '#242424', false),
  dark: makeTheme('#292929', '#FFFFFF', true),
  contrast: makeTheme('#000000', '#FFFF00', true),
};

function makeTheme(background: string, foreground: string, isDarkTheme: boolean) {
  return {
    bodyBackgroundColor: background,
    bodyForegroundColor: foreground,
    controlBackgroundColor: background,
    controlForegroundColor: foreground,
    isDarkTheme,
  };
}

/**
 * What `Office` is in Node. The Excel file of the client library expects `office.js` around it, which needs a browser;
 * this stands in for the few members that a pane reads before it calls Excel. The real `office.js` runs in Chromium.
 */
export function makeOffice(apiSet: string, theme: Theme) {
  const sets = requirementSets(apiSet);
  const info = { host: 'Excel', platform: 'PC' };
  return {
    HostType: { Excel: 'Excel', Word: 'Word', PowerPoint: 'PowerPoint' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac' },
    onReady(callback?: (ready: typeof info) => unknown) {
      const ready = Promise.resolve(info);
      return callback ? ready.then((found) => (callback(found), found)) : ready;
    },
    context: {
      ...info,
      displayLanguage: 'zh-CN',
      contentLanguage: 'zh-CN',
      diagnostics: { ...info, version: '16.0.17928.20114' },
      officeTheme: THEMES[theme],
      requirements: {
        isSetSupported(name: string, version?: string | number): boolean {
          const own = sets[name];
          return own !== undefined && isAtLeast(own, String(version ?? '1.0'));
        },
      },
    },
  };
}
