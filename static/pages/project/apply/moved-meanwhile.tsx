import Button from '@atlaskit/button/new';
import InformationIcon from '@atlaskit/icon/core/status-information';
import styles from './apply.module.css';

interface MovedMeanwhileProps {
  readonly moved: readonly { readonly id: string; readonly key: string }[];
  readonly onKeep: () => void;
  readonly onLookAgain: () => void;
}

/** Somebody else ranks: nobody is overruled before the person has said what to do. */
export function MovedMeanwhile({ moved, onKeep, onLookAgain }: MovedMeanwhileProps) {
  if (moved.length === 0) return null;
  const isOne = moved.length === 1;
  return (
    <div className={styles.meanwhile} role="alert">
      <InformationIcon label="" />
      <div>
        <h2>
          {moved.map(({ key }) => key).join(', ')} {isOne ? 'was' : 'were'} moved in Jira meanwhile
        </h2>
        <p>{isOne ? 'Its place is' : 'Their places are'} not touched until you choose.</p>
        <p className={styles.buttons}>
          <Button spacing="compact" onClick={onKeep}>
            Keep theirs
          </Button>
          <Button spacing="compact" onClick={onLookAgain}>
            Preview again
          </Button>
        </p>
      </div>
    </div>
  );
}
