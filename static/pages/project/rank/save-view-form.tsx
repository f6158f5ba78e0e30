import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';

export interface SaveViewFormProps {
  readonly what: 'Save' | 'Rename';
  readonly name: string;
  readonly isShared: boolean;
  readonly isBusy: boolean;
  readonly onSave: (name: string, isShared: boolean) => void;
}

/** A name, and who sees the view. */
export function SaveViewForm({ what, name, isShared, isBusy, onSave }: SaveViewFormProps) {
  const [typed, setTyped] = useState(name);
  const [isForAll, setForAll] = useState(isShared);
  const isSame = typed.trim() === name && isForAll === isShared;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '' && !isSame) onSave(typed.trim(), isForAll);
      }}
    >
      <Textfield
        isCompact
        aria-label={what === 'Save' ? 'Name of the new view' : 'Name of this view'}
        placeholder="Name"
        maxLength={80}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <label>
        <input
          type="checkbox"
          checked={isForAll}
          onChange={(event) => {
            setForAll(event.currentTarget.checked);
          }}
        />
        Shared with everybody who may read this project
      </label>
      <Button type="submit" isDisabled={typed.trim() === '' || isSame} isLoading={isBusy}>
        {what}
      </Button>
    </form>
  );
}
