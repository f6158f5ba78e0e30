import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import styles from './proposal.module.css';

/** A text to copy. Where the browser doesn't let a frame copy, it is selected for the person's own copy key. */
export function HandOn({ text }: { readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState('');
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setOutcome('Copied.');
      },
      () => {
        area.current?.select();
        setOutcome('It is selected: copy it with Ctrl+C or ⌘C.');
      },
    );
  };
  return (
    <div className={styles.handOn}>
      <textarea ref={area} readOnly rows={8} aria-label="What is changed and what moves, as Markdown" value={text} />
      <p className={styles.acts}>
        <Button onClick={copy}>Copy the text</Button>
        <span role="status">{outcome}</span>
      </p>
    </div>
  );
}
