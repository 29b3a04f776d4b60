import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

/** Chinese system fonts first; nothing is fetched. */
const FONTS = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/**
 * Light or dark as the host is: Excel's own background where it tells one, else the system's choice. Excel has no event for a change of its theme, so it
 * is asked again whenever the user comes back to the pane. High contrast needs no theme of ours: under forced colours the browser paints, and Fluent
 * leaves it to it.
 */
export function useTheme(office: typeof Office | null): Theme {
  const [isDark, setDark] = useState(() => prefersDark(office));
  useEffect(() => {
    const update = () => {
      setDark(prefersDark(office));
    };
    update();
    const query = matchMedia('(prefers-color-scheme: dark)');
    const page = document.documentElement;
    query.addEventListener('change', update);
    window.addEventListener('focus', update);
    page.addEventListener('pointerenter', update);
    return () => {
      query.removeEventListener('change', update);
      window.removeEventListener('focus', update);
      page.removeEventListener('pointerenter', update);
    };
  }, [office]);
  useEffect(() => {
    const { style } = document.documentElement;
    style.colorScheme = isDark ? 'dark' : 'light';
    // Also beside the page, where a dialog takes the scroll bar away.
    style.backgroundColor = (isDark ? webDarkTheme : webLightTheme).colorNeutralBackground1;
  }, [isDark]);
  return { ...(isDark ? webDarkTheme : webLightTheme), fontFamilyBase: FONTS };
}

function prefersDark(office: typeof Office | null): boolean {
  // Excel on the web tells no theme.
  const theme: Partial<Office.OfficeTheme> | undefined = office?.context.officeTheme;
  const background = theme?.bodyBackgroundColor;
  if (background) return isDarkColour(background);
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** By the brightness that the eye sees, of `#RRGGBB`. */
export function isDarkColour(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 299 * red + 587 * green + 114 * blue < 128_000;
}
