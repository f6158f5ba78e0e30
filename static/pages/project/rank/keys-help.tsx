import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { listKeys } from './keys';
import styles from './keys-help.module.css';

/** All keys at once; the focus comes here, and goes back with Escape. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const [before] = useState(() => document.activeElement);
  const close = (): void => {
    onClose();
    if (before instanceof HTMLElement) before.focus();
  };
  return (
    <section
      className={styles.keys}
      aria-label="Keys"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== '?') return;
        event.stopPropagation();
        close();
      }}
    >
      <dl>
        {listKeys.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Button autoFocus spacing="compact" onClick={close}>
        Close
      </Button>
    </section>
  );
}
