import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import * as z from 'zod/mini';
import { readJira } from '../../api';
import { flag } from '../../forge';
import { reason } from '../../parts/failure-words';
import styles from './not-convinced.module.css';
import panel from './panel.module.css';
import { linkedHere, useAct } from './queries';
import { useQueryClient } from '@tanstack/react-query';

const foundShape = z.looseObject({ id: z.string(), key: z.string() });

interface LinkItemProps {
  readonly statement: { readonly id: string; readonly key: string };
  readonly via: 'solves' | 'realises';
  readonly onClose: () => void;
}

/** Names what solves it, by its key; its cover is said right after. */
export function LinkItem({ statement, via, onClose }: LinkItemProps) {
  const [key, setKey] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const queries = useQueryClient();
  const link = useAct('linkProblem');
  const unlink = useAct('unlinkProblem');
  const submit = async (): Promise<void> => {
    if (isBusy || key.trim() === '') return;
    setBusy(true);
    setFailure(undefined);
    try {
      const item = z.parse(foundShape, await readJira(`/rest/api/3/issue/${encodeURIComponent(key.trim().toUpperCase())}?fields=summary`));
      queries.setQueryData(linkedHere, statement.id);
      const { isNew } = await link.mutateAsync({ issueId: item.id, statementId: statement.id });
      const takeBack = {
        text: 'Undo',
        onClick: () => {
          unlink.mutate({ issueId: item.id, statementId: statement.id });
        },
      };
      flag({
        id: `solves-${item.id}`,
        kind: 'success',
        title: `${item.key} ${via} ${statement.key}${isNew ? '' : ' already'}`,
        ...(isNew && { act: takeBack }),
      });
      onClose();
    } catch (failed) {
      setFailure(failed);
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <label htmlFor="links-item">Key of the item that {via} it</label>
      <Textfield
        id="links-item"
        isCompact
        autoFocus
        placeholder="LED-64"
        value={key}
        onChange={(event) => {
          setKey(event.currentTarget.value);
        }}
      />
      {failure !== undefined && (
        <p role="alert" className={styles.failed}>
          {reason(failure instanceof Error ? failure : new Error('It did not work.'))} Nothing was changed; trying again is safe.
        </p>
      )}
      <div className={styles.acts}>
        <Button type="submit" appearance="primary" isLoading={isBusy} isDisabled={key.trim() === ''}>
          Link
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <p className={panel.small}>It starts as “largely”: fully, largely or partly is one click after that.</p>
    </form>
  );
}
