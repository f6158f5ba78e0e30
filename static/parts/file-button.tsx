import Button from '@atlaskit/button/new';
import { useRef } from 'react';

export interface FileButtonProps {
  /** What pressing it does, such as “Choose an export”. */
  readonly label: string;
  readonly accept: string;
  readonly isDisabled: boolean;
  readonly onChoose: (file: File) => void;
}

/** A button like any other that asks for a file. The browser's own field stays behind it: it speaks the browser's language, not ours. */
export function FileButton({ label, accept, isDisabled, onChoose }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        isDisabled={isDisabled}
        onClick={() => {
          field.current?.click();
        }}
      >
        {label} …
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        disabled={isDisabled}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onChoose(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
