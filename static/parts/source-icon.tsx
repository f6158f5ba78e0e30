import ChartBarIcon from '@atlaskit/icon/core/chart-bar';
import CommentIcon from '@atlaskit/icon/core/comment';
import MegaphoneIcon from '@atlaskit/icon/core/megaphone';
import MicrophoneIcon from '@atlaskit/icon/core/microphone';
import PersonIcon from '@atlaskit/icon/core/person';
import StarIcon from '@atlaskit/icon/core/star-starred';
import SupportIcon from '@atlaskit/icon/core/support';
import type { Source } from '../../src/domain/evidence';
import { sourceName } from './sources';
import styles from './source-icon.module.css';

const icons: Readonly<Record<Source, typeof StarIcon>> = {
  interview: MicrophoneIcon,
  nps: CommentIcon,
  csat: CommentIcon,
  ces: CommentIcon,
  stars: StarIcon,
  verdict: CommentIcon,
  importance: CommentIcon,
  ticket: SupportIcon,
  sales: MegaphoneIcon,
  winloss: MegaphoneIcon,
  usage: ChartBarIcon,
  research: ChartBarIcon,
  techdebt: ChartBarIcon,
  experiment: ChartBarIcon,
  opinion: PersonIcon,
};

export function SourceIcon({ source }: { readonly source: Source }) {
  const Icon = icons[source];
  return (
    <span className={styles.source}>
      <Icon label={sourceName(source)} color="currentColor" />
    </span>
  );
}
