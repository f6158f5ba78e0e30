import { createPorts } from './wiring';

/** Nothing is changed on a site before an admin has seen the plan; permissions may not even be there yet. */
export function handler(): void {
  createPorts().log.info('installed or upgraded');
}
