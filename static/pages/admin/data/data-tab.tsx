import Button from '@atlaskit/button/new';
import { FileButton } from '../../../parts/file-button';
import { counted } from '../../../parts/count';
import { reason } from '../../../parts/states';
import styles from './data-tab.module.css';
import { useExport } from './use-export';
import { useImport } from './use-import';

/** All that people put into Groundwork, out and back in. */
export function DataTab() {
  return (
    <>
      <ExportSection />
      <ImportSection />
    </>
  );
}

function ExportSection() {
  const { exporting, run } = useExport();
  const isRunning = exporting.kind === 'running';
  return (
    <section className={styles.section} aria-labelledby="export">
      <h2 id="export">Export</h2>
      <p className={styles.lead}>
        Evidence with its words, customers, link covers, exemptions and settings. Statements and links are Jira issues and stay in Jira. The file holds
        customers’ words: keep it as you keep those.
      </p>
      <div className={styles.acts}>
        <Button isDisabled={isRunning} onClick={() => void run('json')}>
          Export all data
        </Button>
        <Button isDisabled={isRunning} onClick={() => void run('csv')}>
          Export evidence as CSV
        </Button>
        <span role={exporting.kind === 'failed' ? 'alert' : 'status'}>
          {exporting.kind === 'running' && `Reading: ${counted(exporting.records, 'record')} so far…`}
          {exporting.kind === 'done' &&
            `Saved ${counted(exporting.count, exporting.form === 'csv' ? 'piece' : 'record')}${exporting.form === 'csv' ? ' of evidence' : ''}.`}
          {exporting.kind === 'failed' && `Not exported. ${reason(exporting.failure)} Trying again is safe.`}
        </span>
      </div>
    </section>
  );
}

function ImportSection() {
  const { importing, check, apply, cancel } = useImport();
  const isBusy = importing.kind === 'checking' || importing.kind === 'running';
  return (
    <section className={styles.section} aria-labelledby="import">
      <h2 id="import">Import</h2>
      <p className={styles.lead}>
        Uninstalling ends Groundwork’s storage, and a new installation starts empty. An export of this site gives it all back. Every record is checked before
        the first is written.
      </p>
      <div className={styles.acts}>
        <FileButton label="Choose an export" accept="application/json,.json" isDisabled={isBusy} onChoose={(file) => void check(file)} />
      </div>
      {isBusy && (
        <p role="status">
          <progress
            aria-label={importing.kind === 'checking' ? 'Records checked' : 'Records imported'}
            value={importing.done}
            max={Math.max(1, importing.of)}
          />{' '}
          {importing.kind === 'checking' ? 'Checking' : 'Importing'} {importing.done} of {importing.of}
        </p>
      )}
      {importing.kind === 'fault' && <p role="alert">{importing.says}</p>}
      {importing.kind === 'plan' && (
        <div className={styles.acts} role="status">
          <span>
            {counted(importing.archive.records.length, 'record')} of the file can be imported: {importing.added} new, {importing.replaced} in place of what is
            here now. Nothing was changed yet.
          </span>
          <Button appearance="primary" onClick={() => void apply(importing.archive)}>
            {`Import ${counted(importing.archive.records.length, 'record')}`}
          </Button>
          <Button appearance="subtle" onClick={cancel}>
            Cancel
          </Button>
        </div>
      )}
      {importing.kind === 'done' && <p role="status">Imported {counted(importing.records, 'record')}. The order is made anew; that goes on by itself.</p>}
      {importing.kind === 'failed' && (
        <div className={styles.acts} role="alert">
          <span>It stopped on the way. {reason(importing.failure)} What was imported stays; going on is safe.</span>
          <Button onClick={() => void apply(importing.archive)}>Go on</Button>
        </div>
      )}
    </section>
  );
}
