import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type DragEvent, type ReactNode } from 'react';
import { holdsFiles } from './dragged.ts';

const useStyles = makeStyles({
  zone: {
    display: 'grid',
    gap: '12px',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
});

interface DropZoneProps {
  readonly className?: string;
  /** The id of its heading. */
  readonly labelledBy: string;
  /** Left out where the page itself takes what is dropped. */
  readonly onDrop?: (event: DragEvent) => void;
  readonly children: ReactNode;
}

/** A frame to drop files into, which shows when files are held over it. */
export function DropZone({ className, labelledBy, onDrop, children }: DropZoneProps) {
  const styles = useStyles();
  const [isOver, setOver] = useState(false);
  return (
    <section
      aria-labelledby={labelledBy}
      className={mergeClasses(styles.zone, isOver && styles.over, className)}
      onDragOver={(event) => {
        // Else the browser takes what is dropped for itself.
        event.preventDefault();
        setOver(holdsFiles(event.dataTransfer));
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        onDrop?.(event);
      }}
    >
      {children}
    </section>
  );
}
