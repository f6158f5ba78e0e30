import { createAnswering, type Told } from './answering';

// Weighing a hundred thousand records takes longer than a frame: it happens beside the page, never in it.
const hear = createAnswering((answered, handedOver) => {
  postMessage(answered, { transfer: handedOver });
});
addEventListener('message', ({ data }: MessageEvent<Told>) => {
  hear(data);
});
