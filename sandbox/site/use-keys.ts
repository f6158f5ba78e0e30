import { useEffect, useRef } from 'react';

/** A key pressed while somebody writes is a letter. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const longestPauseMs = 1_000;

/** Ctrl+K, and Jira's shortcuts of one key after another (`e p`), outside of fields and dialogs. */
export function useKeys(onPalette: () => void, shortcuts: ReadonlyMap<string, () => void>): void {
  const latest = useRef({ onPalette, shortcuts });
  useEffect(() => {
    latest.current = { onPalette, shortcuts };
  });
  useEffect(() => {
    let pressed = '';
    let at = 0;
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.onPalette();
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || isWriting(event.target) || document.querySelector('dialog[open]')) return;
      pressed = `${event.timeStamp - at > longestPauseMs ? '' : pressed} ${event.key}`.trim().split(' ').slice(-2).join(' ');
      at = event.timeStamp;
      latest.current.shortcuts.get(pressed)?.();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
