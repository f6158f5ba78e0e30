import { sweep } from '../actions/sweep';
import { createPorts } from './wiring';

/** Hourly. A failure is not tried again: the next hour starts from the same watermark. */
export async function handler(): Promise<{ readonly statusCode: number }> {
  const ports = createPorts();
  try {
    await sweep(ports);
  } catch (error) {
    ports.log.failure('sweep', error);
  }
  return { statusCode: 204 };
}
