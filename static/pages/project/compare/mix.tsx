import { useState } from 'react';
import styles from './compare.module.css';
import type { Explained } from './evidence-of-two';
import { mixOf, mixWords, wholePercents, type MixBy, type Share } from './segment-mix';

const choices = { segment: 'by segment', value: 'by customer value' } as const satisfies Record<MixBy, string>;
const isChoice = (text: string): text is MixBy => Object.hasOwn(choices, text);

/** Who speaks for each, by share of weight: a bias that both share is in no interval. */
export function Mix({ first, second }: { readonly first: Explained; readonly second: Explained }) {
  const [by, setBy] = useState<MixBy>(() =>
    [first, second].some(({ explanation }) => explanation.customers.some(({ segment }) => segment !== null)) ? 'segment' : 'value',
  );
  const mixes = [mixOf(first, by), mixOf(second, by)] as const;
  const names = [...new Set(mixes.flatMap((mix) => mix.map(({ name }) => name)))];
  return (
    <section aria-label="Who speaks">
      <div className={styles.verdictHead}>
        <h2>Who speaks, share of weight {choices[by]}</h2>
        <select
          aria-label="Who speaks, share of weight"
          value={by}
          onChange={(event) => {
            if (isChoice(event.currentTarget.value)) setBy(event.currentTarget.value);
          }}
        >
          {Object.entries(choices).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {[first, second].map(({ placed }, at) => (
        <MixBar key={placed.item.id} name={placed.item.summary} mix={mixes[at] ?? []} names={names} />
      ))}
      <p className={styles.small}>{mixWords([first.placed.item.summary, second.placed.item.summary], mixes)}</p>
    </section>
  );
}

function MixBar({ name, mix, names }: { readonly name: string; readonly mix: readonly Share[]; readonly names: readonly string[] }) {
  const percents = wholePercents(mix);
  return (
    <div className={styles.mix}>
      <span>{name}</span>
      {mix.length === 0 ? (
        <span className={styles.small}>nobody yet</span>
      ) : (
        <ul>
          {mix.map((own, at) => (
            <li key={own.name} data-tone={own.name === 'unknown' ? 'unknown' : names.indexOf(own.name) % 4} style={{ flexGrow: own.share }} title={own.name}>
              {percents[at]} % {own.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
