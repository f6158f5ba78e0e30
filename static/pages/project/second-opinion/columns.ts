import type { SecondOpinionView } from '../../../../src/contract/second-opinion';
import { blended } from '../../../../src/domain/opinion/compare-views';
import { dayOf } from '../../../parts/days';
import { rounded } from '../../../parts/rounded';
import type { ExtraColumn } from '../rank/extra-columns';
import { inBothViews } from './both-views';

/** What a team said last, beside the evidence: its middle with the spread, and the blend. Empty where nobody was asked. */
export function secondOpinionColumns({ revealed }: Pick<SecondOpinionView, 'revealed'>, locale: string): readonly ExtraColumn[] {
  if (revealed === null) return [];
  const items = new Map(inBothViews(revealed.items).map((item) => [item.id as string, item]));
  const when = revealed.closedAt === null ? 'still being asked' : `closed ${dayOf(revealed.closedAt, locale)}`;
  const teamOf = (id: string) => items.get(id)?.team ?? undefined;
  const blendOf = (id: string): number | undefined => {
    const item = items.get(id);
    return item && blended(item);
  };
  return [
    {
      id: 'second-opinion',
      title: 'Second opinion',
      whyNone: 'the team was not asked about them',
      textOf: (id) => {
        const team = teamOf(id);
        return team && (team.people === 1 ? rounded(team.middle) : `${rounded(team.middle)} (${rounded(team.low)}–${rounded(team.high)})`);
      },
      numberOf: (id) => teamOf(id)?.middle,
      howOf: (id) => {
        const team = teamOf(id);
        return team && `The middle of ${people(team.people)} and their spread, set to the same middle as the scores; ${when}`;
      },
    },
    {
      id: 'blended',
      title: 'Blended',
      whyNone: 'it takes both a team’s estimate and evidence',
      textOf: (id) => {
        const blend = blendOf(id);
        return blend === undefined ? undefined : rounded(blend);
      },
      numberOf: blendOf,
      howOf: (id) => {
        const item = items.get(id);
        if (item?.score === undefined || item.middle === undefined) return undefined;
        return `√(${rounded(item.score)} from the evidence, the item alone × ${rounded(item.middle)} from the team); a view, never part of the score`;
      },
    },
  ];
}

const people = (n: number): string => (n === 1 ? 'one person' : `${String(n)} people`);
