import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import { closeDialog } from '../../forge';
import styles from './bulk-page.module.css';

/** The way out, by button and by Escape. Safe at every step: work that isn't over waits for the next time. */
export function Closing({ isWorking }: { readonly isWorking: boolean }) {
  // Jira hears no key that is pressed inside the frame.
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) void closeDialog();
    };
    document.addEventListener('keydown', keys);
    return () => {
      document.removeEventListener('keydown', keys);
    };
  }, []);
  return (
    <div className={styles.acts}>
      <Button onClick={() => void closeDialog()}>Close</Button>
      {isWorking && <span className={styles.subtle}>Work goes on only while this is open. Closing pauses it: it waits here for you.</span>}
    </div>
  );
}
