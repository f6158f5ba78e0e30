import type { GateView } from '../../../../src/contract/gate';
import { gateModes, outagePolicies, type GateMode } from '../../../../src/domain/gate';
import { modeWords, outageWords } from '../../../parts/gate-words';
import section from '../settings-page.module.css';
import styles from './gate-section.module.css';
import type { GateDraft, GateEditing } from './queries';
import { Record } from './record';

interface GateFormProps {
  readonly gate: GateView;
  readonly locale: string;
  readonly editing: GateEditing;
}

/** The choice itself, and what it would have done, side by side. */
export function GateForm({ gate, locale, editing: { draft, isOvertaken, change } }: GateFormProps) {
  const epics = gate.types.filter(({ level }) => level >= 1);
  const others = gate.types.filter(({ level }) => level < 1).sort((a, b) => a.name.localeCompare(b.name));
  const modes = (type: GateView['types'][number]) => (
    <TypeModes
      key={type.id}
      type={type}
      mode={draft.modes[type.id] ?? 'off'}
      onMode={(mode) => {
        change({ ...draft, modes: { ...draft.modes, [type.id]: mode } });
      }}
    />
  );
  return (
    <div className={styles.form}>
      {isOvertaken && (
        <div className={section.warning} role="alert">
          <h2>Somebody else changed the gate while you were here. Nothing is lost.</h2>
          <p>Theirs is in force; yours is on screen, not saved. Save to put yours in its place, or cancel to keep theirs.</p>
        </div>
      )}
      {epics.map(modes)}
      <Record view={gate} locale={locale} />
      <details open={others.some(({ mode }) => mode !== 'off')}>
        <summary>Other work types</summary>
        {others.map(modes)}
      </details>
      <Outage draft={draft} onChange={change} />
    </div>
  );
}

interface TypeModesProps {
  readonly type: GateView['types'][number];
  readonly mode: GateMode;
  readonly onMode: (mode: GateMode) => void;
}

// Epics are what the gate is for; the words stand there, other types choose in a line.
function TypeModes({ type, mode, onMode }: TypeModesProps) {
  const isEpic = type.level >= 1;
  return (
    <fieldset className={isEpic ? styles.cards : styles.line}>
      <legend>{type.name}</legend>
      {gateModes.map((own) => (
        <label key={own} data-chosen={own === mode}>
          <input
            type="radio"
            name={`gate ${type.id}`}
            checked={own === mode}
            onChange={() => {
              onMode(own);
            }}
          />
          <span>
            <b>{modeWords[own].name}</b> {isEpic && <span className={section.note}>{modeWords[own].says}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Outage({ draft, onChange }: { readonly draft: GateDraft; readonly onChange: (draft: GateDraft) => void }) {
  const isAsked = Object.values(draft.modes).includes('require');
  return (
    <fieldset className={styles.line} disabled={!isAsked}>
      <legend>When Jira doesn’t answer within 3 seconds</legend>
      {outagePolicies.map((policy) => (
        <label key={policy}>
          <input
            type="radio"
            name="gate outage"
            checked={draft.whenJiraIsDown === policy}
            onChange={() => {
              onChange({ ...draft, whenJiraIsDown: policy });
            }}
          />
          {outageWords[policy]}
        </label>
      ))}
    </fieldset>
  );
}
