import type { Deliveries } from './deliveries';
import type { Installation } from './installation';
import type { Manifest } from './manifest';
import type { Runner } from './runner';

const intervals = { fiveMinute: 300_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

export interface ScheduleParts {
  readonly manifest: Manifest;
  readonly deliveries: Deliveries;
  readonly runner: Runner;
  readonly installation: Installation;
}

/** Starts the scheduled triggers: each runs again and again, a run that fails is not repeated. */
export function startSchedules({ manifest, deliveries, runner, installation }: ScheduleParts): void {
  for (const { key, function: functionKey, interval } of manifest.schedules) {
    const again = () =>
      deliveries.add(
        {
          kind: 'schedule',
          name: key,
          run: async () => {
            again();
            await runner.run({
              kind: 'schedule',
              moduleKey: key,
              functionKey,
              body: { context: { cloudId: installation.cloudId, moduleKey: key }, contextToken: '' },
            });
          },
        },
        intervals[interval],
      );
    again();
  }
}
