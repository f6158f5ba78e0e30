import { measured, speaksFor, type Saying } from '../saying';

/** What hinders the engineers, and the one customer of the old connector. */
export const onEngineering: readonly Saying[] = [
  measured('DISC-9', 479, 'techdebt', 14, 9, '14 hours a person and month are lost to billing tests that fail at random'),
  ...speaksFor('DISC-30', [
    [
      497,
      'ticket',
      'Tidewater Haulage',
      'blocker',
      'The ERP connector dropped the last line of a 40-line invoice again. This is production data!!',
      'Connector dropped the last line',
    ],
    [
      493,
      'ticket',
      'Tidewater Haulage',
      'blocker',
      'Second time this week. Line 40 of 40 is missing in the ERP. We pay on these numbers.',
      'STILL losing lines',
    ],
    [489, 'ticket', 'Tidewater Haulage', 'blocker', 'Now the header arrives twice in every batch and the import stops.', 'Header line repeated in every batch'],
    [
      485,
      'ticket',
      'Tidewater Haulage',
      'blocker',
      'Names arrive as question marks through the old connector. Drivers are not amused.',
      'Connector damages umlauts',
    ],
    [
      481,
      'ticket',
      'Tidewater Haulage',
      'blocker',
      'From line 17 on every amount stands one line too low. Please call me.',
      'Connector: amounts shifted by one line',
    ],
    [477, 'ticket', 'Tidewater Haulage', 'blocker', 'I was told in April that a fix was coming. It is not here.', 'Old connector unusable'],
  ]),
];
