import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import type { PageDrawing, PaperSize } from './print-pages.ts';
import { readDrawing } from './print-stack.ts';

const useStyles = makeStyles({
  paper: {
    backgroundColor: '#ffffff',
    boxShadow: tokens.shadow8,
    width: '100%',
    '& svg': { display: 'block', width: '100%', height: '100%' },
  },
  found: { outline: `3px solid ${tokens.colorBrandStroke1}` },
});

interface PaperProps {
  readonly label: string;
  readonly size: PaperSize;
  /** Null while it is awaited. */
  readonly page: PageDrawing | null;
  /** It was sought, and is marked. */
  readonly isFound: boolean;
}

/** One page as it lies on the table. */
export function Paper({ label, size, page, isFound }: PaperProps) {
  const styles = useStyles();
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const drawing = page && readDrawing(page);
    if (drawing) place.current?.replaceChildren(drawing);
    else place.current?.replaceChildren();
  }, [page]);
  return (
    <section
      ref={place}
      aria-label={label}
      className={mergeClasses(styles.paper, isFound && styles.found)}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    />
  );
}
