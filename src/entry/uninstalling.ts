import { leaveWorkflows } from '../actions/taking-out-rules';
import { createPorts } from './wiring';

/** The app's last run. It must not throw: how it ends changes nothing, and what is left can only be taken out by hand. */
export async function handler(): Promise<void> {
  const ports = createPorts();
  try {
    await leaveWorkflows(ports);
    ports.log.info('uninstalling');
  } catch (error) {
    ports.log.failure('uninstalling', error);
  }
}
