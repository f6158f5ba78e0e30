import { speaksFor, type Saying } from '../saying';

/** What was learned and speaks for no problem of the backlog, or for none at all yet. */
export const onInsights: readonly Saying[] = [
  ...speaksFor('DISC-20', [
    [493, 'interview', 'Petrel Marine', 3, 'The class society asks for the history of a file before it asks for the file.'],
    [421, 'interview', 'Verity Audit', 4, 'First I ask for the history. If I get it as a file, the receipts are a formality.'],
    [448, 'interview', 'Ardent Pharma', 3, 'Our auditors begin with “show me who may change this, and who did”.'],
    [479, 'csat', 'Stonebridge Care', 3, 'The inspectors wanted changes, not receipts.'],
  ]),
  ...speaksFor('DISC-36', [
    [463, 'csat', 'Sable Architects', 3, 'Developers pay when their bank pays.'],
    [357, 'interview', 'Larkspur Events', 3, 'My clients are large. They pay on their pay run, whatever I put on the invoice.'],
    [398, 'interview', 'Inkwell Studios', 3, 'It’s not that they can’t pay. It’s Thursday or it’s next Thursday.'],
    [437, 'interview', 'Plover Tea', 2, 'Hotels pay at the end of the month, link or no link.'],
  ]),
  ...speaksFor('DISC-88', [
    [96, 'nps', 'Xylo Prints', 7, 'Sunday is paper day.'],
    [144, 'csat', 'Quill Press', 4, 'Quick, and open on Sundays.'],
    [216, 'stars', 'Cedar Dental', 4, 'An hour every Sunday and the week is done.'],
    [348, 'nps', 'Thistle Gardens', 8, 'Rain on Sunday, books on Sunday.'],
    [124, 'research', null, 6, 'Survey of 46 small firms: 31 do their books on Sunday evening.'],
    [163, 'stars', 'Bramble Bakeries', 4, 'My Sunday evening companion.'],
    [187, 'nps', 'Cedar Dental', 8, 'I do it on Sundays, when the practice is quiet.'],
    [205, 'stars', 'Thistle Gardens', 4, 'Sunday, tea, receipts.'],
    [236, 'csat', 'Plover Tea', 4, 'Nobody answers on Sundays, and that is when I have time.'],
    [255, 'nps', 'Saffron Catering', 7, 'Sunday is book day.'],
    [284, 'stars', 'Quill Press', 3, 'Maintenance on Sunday evening? That is when I need it!'],
    [312, 'ticket', 'Inkwell Studios', 'minor', 'The site was down for maintenance on Sunday from eight to ten.', 'Down on Sunday evening'],
    [385, 'nps', 'Mossberg Cycles', 7, 'Sundays, after the race.'],
    [426, 'csat', 'Tern Charters', 4, 'In season, Sunday night is all I have.'],
  ]),
  ...speaksFor('DISC-89', [
    [161, 'stars', 'Larkspur Events', 3, 'Clients pinch and zoom.'],
    [239, 'nps', 'Inkwell Studios', 7, 'Pretty on my screen, tiny on theirs.'],
    [467, 'csat', 'Norwell Schools', 3, 'Parents read it on the phone and call us about the middle part.'],
    [272, 'interview', 'Finch & Daughters', 3, 'My client opens it on the phone, in the van. I open it on two screens.'],
    [297, 'stars', 'Sable Architects', 3, 'Clients tell me the invoice is tiny on their phone.'],
    [332, 'nps', 'Wicker Furniture', 7, 'Looks good on my screen. My customers send me screenshots of the middle of it.'],
    [404, 'csat', 'Ravel Textiles', 3, 'The PDF is for paper; nobody here has paper.'],
  ]),
];
