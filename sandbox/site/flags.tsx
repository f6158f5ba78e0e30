import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { FrameFlag } from './forge-frame';
import styles from './flags.module.css';

export type Flag = Pick<FrameFlag, 'id' | 'title' | 'description' | 'type'> & Partial<Pick<FrameFlag, 'actions'>>;

interface Flags {
  readonly show: (flag: Flag) => void;
  readonly close: (id: Flag['id']) => void;
}

const FlagsContext = createContext<Flags>({ show: () => undefined, close: () => undefined });
export const useFlags = (): Flags => useContext(FlagsContext);

/** Jira's messages, bottom left, the newest in front. */
export function FlagsProvider({ children }: { readonly children: ReactNode }) {
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  const close = useCallback((id: Flag['id']) => setFlags((shown) => shown.filter((flag) => flag.id !== id)), []);
  const show = useCallback((flag: Flag) => setFlags((shown) => [flag, ...shown.filter(({ id }) => id !== flag.id)].slice(0, 3)), []);
  const value = useMemo(() => ({ show, close }), [show, close]);
  return (
    <FlagsContext.Provider value={value}>
      {children}
      <div className={styles.flags} role="status" aria-live="polite" aria-label="Messages">
        {flags.map((flag) => (
          <section key={flag.id} className={styles.flag} data-kind={flag.type} aria-label={flag.title}>
            <div>
              <h2>{flag.title}</h2>
              {flag.description !== undefined && <p>{flag.description}</p>}
              {flag.actions?.map(({ text, onClick }) => (
                <button
                  key={text}
                  type="button"
                  onClick={() => {
                    onClick();
                    close(flag.id);
                  }}
                >
                  {text}
                </button>
              ))}
            </div>
            <button type="button" aria-label="Dismiss" onClick={() => close(flag.id)}>
              ×
            </button>
          </section>
        ))}
      </div>
    </FlagsContext.Provider>
  );
}
