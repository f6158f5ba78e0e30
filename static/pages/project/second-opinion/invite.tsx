import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { readLinkTo } from '../../../forge';
import { secondOpinionRoute } from '../queries';
import styles from './second-opinion.module.css';

/** Words to send in whatever the team talks with; the link opens this page without showing the order first. */
export function Invite({ items }: { readonly items: number }) {
  const link = useQuery({ queryKey: ['link', secondOpinionRoute], queryFn: () => readLinkTo(secondOpinionRoute), staleTime: Infinity });
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const isThere = link.data !== undefined;
  useEffect(() => {
    if (isThere) field.current?.select();
  }, [isThere]);
  const copy = (): void => {
    field.current?.select();
    navigator.clipboard.writeText(field.current?.value ?? '').then(
      () => {
        setCopied('yes');
      },
      () => {
        setCopied('no');
      },
    );
  };
  return (
    <div className={styles.invite}>
      <label>
        Text to send
        <textarea
          ref={field}
          readOnly
          rows={2}
          value={`What do you think these ${String(items)} items are worth? Please estimate before you look at the order: ${link.data ?? ''}`}
        />
      </label>
      <Button onClick={copy}>Copy</Button>
      <span className={styles.note} role="status">
        {copied === 'yes' ? 'Copied.' : copied === 'no' ? 'The browser doesn’t let it be copied from here: it is selected, press Ctrl+C.' : ''}
      </span>
    </div>
  );
}
