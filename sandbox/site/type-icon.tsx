import styles from './type-icon.module.css';

const drawings: Readonly<Record<string, { readonly look: string; readonly path: string }>> = {
  epic: { look: 'purple', path: 'M9 2.5 4.5 9H8l-1 4.5L11.5 7H8z' },
  story: { look: 'green', path: 'M5 3h6v10l-3-2.5L5 13z' },
  task: { look: 'blue', path: 'm4 8 3 3 5-6-1.2-1-3.9 4.6L5.2 7z' },
  bug: { look: 'red', path: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z' },
  'sub-task': { look: 'blue', path: 'M4 4h5v5H4zM8 8h4v4H8z' },
  insight: { look: 'teal', path: 'M8 3a3.5 3.5 0 0 0-2 6.4V11h4V9.4A3.5 3.5 0 0 0 8 3zM6.5 12h3v1h-3z' },
  problem: { look: 'orange', path: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM5.3 6.4l4.3 4.3a3.2 3.2 0 0 1-4.3-4.3zm5.4 3.2L6.4 5.3a3.2 3.2 0 0 1 4.3 4.3z' },
  'support request': { look: 'teal', path: 'M4 4h8v6H8l-3 2.5V10H4z' },
  opportunity: { look: 'magenta', path: 'm8 3 5 5-5 5-5-5zm0 3-2 2 2 2 2-2z' },
};

/** A work type's picture; an unknown type gets a plain square. */
export function TypeIcon({ name }: { readonly name: string }) {
  const drawing = drawings[name.toLowerCase()];
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" role="img" aria-label={name} className={`${styles.icon} ${styles[drawing?.look ?? 'gray']}`}>
      <rect width="16" height="16" rx="4" />
      {drawing && <path d={drawing.path} />}
    </svg>
  );
}
