import { speaksAgainst, speaksFor, type Saying } from '../saying';

/** Approving: on the phone, while away, and without a word. */
export const onApprovals: readonly Saying[] = [
  ...speaksFor('DISC-15', [
    [460, 'sales', 'Garnet Insurance', 'contributing', 'Their district managers are always on the road; approving from the phone was on the list of five.'],
    [467, 'ticket', 'Silverline Taxis', 'major', 'Our owner drives all day. Can he approve on his phone? The page is too wide.', 'Approve from the phone'],
    [440, 'nps', 'Umber Pottery', 5, 'An app for approvals would save me the evening.'],
    [455, 'stars', 'Ionic Design', 2, 'No way to approve on the phone.'],
    [475, 'sales', 'Westbrook Foods', 'nice', 'Nice to have for two directors who travel.'],
  ]),
  ...speaksAgainst('DISC-15', [
    [448, 'interview', 'Harbour Clinics', 1, 'I never do that on the phone. Forty lines and a thumb: no.'],
    [448, 'interview', 'Marlow & Pike', 1, 'On the phone I look whether something waits. I approve at the desk, with the receipts beside it.'],
    [448, 'interview', 'Eastgate Hotels', 1, 'Approving I do at the desk. On the phone I never would, it is too small for forty lines.'],
    [448, 'interview', 'Brookline Legal', 1, 'I never do that on the phone. I sign for that money.'],
  ]),
  ...speaksFor('DISC-33', [
    [370, 'interview', 'Harbour Clinics', 3, 'When our head of department is away, the queue simply stands. We have called people on holiday.'],
    [
      415,
      'ticket',
      'Elm Insurance Brokers',
      'major',
      'Our approver is on leave until August and nothing moves. Who can approve instead?',
      'Approver on leave until August',
    ],
    [436, 'ticket', 'Vantage Labs', 'minor', 'Please move the queue of our team lead to her deputy for two weeks.', 'Change of approver'],
  ]),
  ...speaksFor('DISC-38', [
    [430, 'nps', 'Alder Furniture', 3, 'Rejected without a word. I sent the same invoice again.'],
    [421, 'nps', 'Brookline Legal', 3, 'An invoice came back as “rejected”. By whom, and why?'],
    [412, 'nps', 'Oakfield Homes', 3, 'Please let people say why they reject.'],
  ]),
];
