import * as fc from 'fast-check';

// One seed for every run, so that a failure is there again for whoever looks; `npm run prove` walks further from it.
fc.configureGlobal({ seed: 20_261_123 });
