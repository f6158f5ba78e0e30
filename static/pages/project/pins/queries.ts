import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Sent } from '../../../../src/contract';
import type { PinView } from '../../../../src/contract/pins';
import type { RankingView } from '../../../../src/contract/ranking';
import { laneOrder } from '../../../../src/domain/order/pins';
import { call } from '../../../api';

type Act = { readonly pin: Sent<'pinItem'> } | { readonly unpin: string };

/** What was done last, and what brings back the lane from before. */
export interface PinnedAct {
  readonly words: 'Pinned' | 'Unpinned' | 'Changed';
  readonly issueId: string;
  readonly undo: Act;
}

/** Pins and unpins; the list has it at once, for a search over records may lag behind the write. */
export function usePinning(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act): Promise<PinnedAct> => {
      const issueId = 'pin' in act ? act.pin.issueId : act.unpin;
      const { pin, was } = await ('pin' in act ? call('pinItem', act.pin) : call('unpinItem', { issueId }));
      queries.setQueryData<RankingView>(['ranking', projectId], (known) => known && { ...known, pins: [...laneWith(known.pins, issueId, pin)] });
      const undo: Act = was ? { pin: { issueId, kind: was.kind, reason: was.reason, day: was.day } } : { unpin: issueId };
      return { words: pin ? (was ? 'Changed' : 'Pinned') : 'Unpinned', issueId, undo };
    },
  });
}

function laneWith(pins: readonly PinView[], issueId: string, pin: PinView | null): readonly PinView[] {
  return laneOrder([...pins.filter((own) => own.issueId !== issueId), ...(pin ? [pin] : [])]);
}
