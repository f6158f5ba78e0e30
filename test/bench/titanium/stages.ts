import type { BenchSite } from './site';

export interface Stage {
  readonly name: string;
  readonly acts: number;
  readonly wallMs: number;
  readonly siteMs: number;
  readonly points: number;
  readonly reads: number;
  readonly writes: number;
}

/** Takes the time and the costs of one piece of work after the other. */
export function createStages({ clock, meter }: Pick<BenchSite, 'clock' | 'meter'>) {
  const stages: Stage[] = [];
  return {
    stages,
    /** `work` answers how many acts of a person it was. */
    run: async (name: string, work: () => Promise<number>): Promise<void> => {
      process.stderr.write(`${name} …`);
      const [wall, site, before] = [performance.now(), clock.now(), meter.total()];
      const acts = await work();
      const after = meter.total();
      const stage = {
        name,
        acts,
        wallMs: performance.now() - wall,
        siteMs: clock.now() - site,
        points: after.points - before.points,
        reads: after.reads - before.reads,
        writes: after.writes - before.writes,
      };
      stages.push(stage);
      process.stderr.write(` ${(stage.wallMs / 1000).toFixed(1)} s\n`);
    },
  };
}
