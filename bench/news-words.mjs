/** Words and sentences that made-up news is put together from; `news.mjs` says how. All of it is written for this purpose. */

const list = (words) => words.trim().split(/\s*,\s*/);

/** What news is about: kinds of organisations, things that are counted, what is done with them, what is at stake. */
export const AREAS = [
  {
    kinds: list('Bus Company, Tram Company, Ferry Company, Railway, Cycle Hire, Harbour Board'),
    things: list(
      'passengers, tickets, buses, carriages, bridges, stations, drivers, crossings, timetables, tracks',
    ),
    verbs: list('carry, repair, close, open, delay, inspect, replace, order'),
    topics: list(
      'the night service, the new timetable, the old bridge, the coast line, the fare reform, the signal fault',
    ),
    adjectives: list('late, crowded, electric, narrow, regional, empty, faster'),
  },
  {
    kinds: list('Power Company, Gas Works, Wind Cooperative, Energy Office, Dam Authority, Grid Operator'),
    things: list(
      'turbines, households, cables, meters, pylons, batteries, panels, outages, boilers, substations',
    ),
    verbs: list('connect, install, replace, inspect, restart, order, repair, remove'),
    topics: list(
      'the power cut, the heat network, the price cap, the storage plant, the wind park, the gas reserve',
    ),
    adjectives: list('renewable, costly, offshore, domestic, ageing, reliable, idle'),
  },
  {
    kinds: list('Hospital, Clinic, Health Board, Ambulance Service, Nursing School, Medical Trust'),
    things: list(
      'patients, nurses, beds, vaccines, doctors, operations, ambulances, appointments, wards, tests',
    ),
    verbs: list('treat, postpone, hire, test, admit, train, visit, register'),
    topics: list(
      'the waiting list, the flu season, the new ward, the staff shortage, the vaccine campaign, the night clinic',
    ),
    adjectives: list('urgent, chronic, medical, exhausted, young, elderly, healthy'),
  },
  {
    kinds: list('School, College, Library, University, Academy, Education Board'),
    things: list(
      'pupils, teachers, classrooms, courses, books, scholarships, exams, lessons, students, laptops',
    ),
    verbs: list('enrol, hire, award, cancel, lend, order, print, mark'),
    topics: list(
      'the reading scheme, the exam results, the school roof, the teacher shortage, the new syllabus, the book fund',
    ),
    adjectives: list('rural, gifted, adult, public, overcrowded, modern, technical'),
  },
  {
    kinds: list('Farm Union, Dairy, Seed Company, Growers Association, Grain Store, Orchard Trust'),
    things: list('cows, apples, fields, farmers, tractors, harvests, hives, sheep, seedlings, tonnes'),
    verbs: list('plant, harvest, lose, export, sow, store, collect, fence'),
    topics: list(
      'the dry spring, the milk price, the apple harvest, the potato blight, the water ban, the seed law',
    ),
    adjectives: list('organic, dry, fertile, wet, seasonal, fresh, stubborn'),
  },
  {
    kinds: list('Shipyard, Port Authority, Fishing Fleet, Coastguard, Shipping Line, Dockers Union'),
    things: list('ships, containers, crews, nets, cranes, boats, sailors, lifeboats, anchors, cargoes'),
    verbs: list('load, launch, rescue, repair, register, anchor, unload, escort'),
    topics: list(
      'the harbour wall, the storm damage, the fishing quota, the dock strike, the oil spill, the new pier',
    ),
    adjectives: list('rough, foreign, deep, coastal, stranded, heavy, rusty'),
  },
  {
    kinds: list(
      'Housing Trust, Building Society, Tenants Union, Planning Office, Brick Works, Property Fund',
    ),
    things: list('homes, tenants, flats, rents, roofs, builders, permits, mortgages, bricks, lifts'),
    verbs: list('build, approve, reject, sell, insulate, demolish, inspect, rent'),
    topics: list(
      'the rent freeze, the tower block, the building site, the planning row, the damp problem, the land sale',
    ),
    adjectives: list('affordable, derelict, private, vacant, social, historic, draughty'),
  },
  {
    kinds: list(
      'Software Company, Data Centre, Telephone Company, Robotics Institute, Chip Maker, Research Council',
    ),
    things: list(
      'engineers, servers, customers, robots, patents, users, sensors, programs, phones, accounts',
    ),
    verbs: list('develop, test, launch, block, release, record, ship, recall'),
    topics: list(
      'the data leak, the new chip, the software fault, the translation program, the patent case, the network upgrade',
    ),
    adjectives: list('digital, secure, automatic, experimental, faulty, portable, clever'),
  },
  {
    kinds: list('Football Club, Rowing Club, Athletics Union, Stadium Company, Cycling Team, Chess Club'),
    things: list('fans, players, goals, medals, matches, seats, runners, members, coaches, trophies'),
    verbs: list('win, cancel, sign, score, train, suspend, welcome, miss'),
    topics: list(
      'the cup final, the doping case, the new stadium, the transfer window, the youth team, the charity run',
    ),
    adjectives: list('unbeaten, injured, loud, amateur, famous, nervous, loyal'),
  },
  {
    kinds: list('Theatre, Museum, Orchestra, Film Fund, Festival, Art Society'),
    things: list(
      'visitors, paintings, concerts, actors, films, instruments, exhibits, musicians, tickets, statues',
    ),
    verbs: list('show, restore, cancel, lend, rehearse, insure, display, return'),
    topics: list(
      'the stolen painting, the summer festival, the opera house, the ticket price, the film prize, the concert hall',
    ),
    adjectives: list('ancient, popular, rare, sold-out, classical, lively, forgotten'),
  },
  {
    kinds: list('City Court, Police Department, Law Office, Fire Brigade, Prison Service, Ombudsman'),
    things: list('cases, officers, witnesses, complaints, arrests, fires, judges, prisoners, fines, cameras'),
    verbs: list('investigate, dismiss, record, review, settle, question, delay, report'),
    topics: list(
      'the fraud trial, the arson case, the speed limit, the prison riot, the burglary wave, the appeal',
    ),
    adjectives: list('guilty, armed, legal, serious, missing, innocent, anonymous'),
  },
  {
    kinds: list('Bank, Insurance Company, Savings Fund, Trade Office, Clothing Company, Steel Works'),
    things: list('workers, branches, shares, loans, factories, jobs, shops, orders, investors, contracts'),
    verbs: list('cut, create, sell, approve, hire, buy, close, expand'),
    topics: list(
      'the takeover bid, the wage deal, the interest rate, the factory closure, the trade dispute, the bond issue',
    ),
    adjectives: list('profitable, cautious, foreign, small, temporary, bankrupt, seasonal'),
  },
];

/** Verbs whose past is not made by adding `-ed` or `-d`. */
export const PASTS = {
  build: 'built',
  buy: 'bought',
  cut: 'cut',
  lend: 'lent',
  lose: 'lost',
  sell: 'sold',
  show: 'showed',
  sow: 'sowed',
  win: 'won',
  carry: 'carried',
  admit: 'admitted',
  enrol: 'enrolled',
  ship: 'shipped',
};

export const PLACES = list(
  'Aldbrook, Amberlow, Ashmere, Barnwick, Belford, Birchester, Blackhaven, Bramley Cross, Brightwater, Calderton, Carrow, ' +
    'Castlebay, Cherrywell, Cloverdale, Coldstream, Cranmoor, Crowhurst, Dalebridge, Dunmarsh, Eastmere, Elmstead, Fairhaven, ' +
    'Fernhill, Foxley, Gallowby, Glenrock, Greenport, Hallow End, Harwell Sands, Hazelden, Highmoor, Holmwick, Ivybridge, ' +
    'Kestrel Bay, Kingsmead, Lakeborough, Larkfield, Linton Vale, Longmarsh, Maplewood, Merrowdown, Millhaven, Netherby, ' +
    'Northcliff, Oakhampton, Oldcastle, Orchard Green, Pebble Bay, Penmoor, Quarryton, Ravensby, Redcliffe, Riverton, ' +
    'Rosewick, Saltmarsh, Sandford, Seabright, Silverlake, Southwold Heath, Stonebridge, Summerfield, Swanmere, Thornbury, ' +
    'Tidewell, Underwood, Valebrook, Wayford, Westhaven, Whitby Rise, Willowdale, Windmere, Winterbourne, Wolfsdale, Yarrow, Zeal Abbey, Upper Lound',
);

/** Places of which no article tells. */
export const ABSENT = list(
  'Quenton Magna, Isle of Verrin, Nether Poppleford, Ostrava Falls, Tregarth, Mount Ezra',
);

export const SURNAMES = list(
  'Abbott, Ackroyd, Adeyemi, Aldous, Andersson, Arkwright, Baptiste, Barlow, Becker, Bellamy, Bianchi, Blackwood, Bose, ' +
    'Brennan, Bridger, Calloway, Castellano, Chaudhry, Cheng, Corrigan, Dalgaard, Davenport, Delacroix, Desai, Dunmore, Eklund, ' +
    'Ellery, Fairbairn, Falk, Ferreira, Fitzroy, Forsythe, Gallagher, Ganguly, Garrick, Goddard, Greaves, Halloran, Hargreave, ' +
    'Hashimoto, Haugen, Hemsley, Holloway, Ibarra, Ingram, Jansen, Jarvis, Kapoor, Keating, Kimura, Kovacs, Lachance, Langley, ' +
    'Larsen, Lindqvist, Lockwood, Maddox, Marchetti, Mbeki, McAllister, Mehta, Merriweather, Moreau, Nakamura, Novak, Nwosu, ' +
    'Okafor, Oldfield, Ormond, Osei, Palmer, Pemberton, Petrov, Quigley, Radcliffe, Ramires, Redmond, Rosenthal, Rutherford, ' +
    'Salazar, Sandoval, Schreiber, Shepherd, Sinclair, Sorensen, Stanhope, Szabo, Takahashi, Thackeray, Thorsen, Tolliver, ' +
    'Underhill, Vasquez, Vestergaard, Wadsworth, Weatherby, Wexford, Whitcombe, Yamada, Zielinski',
);

/** Surnames of people who are named once are put together from two parts. */
export const SURNAME_STARTS = list(
  'Ald, Ash, Beck, Birch, Bran, Brook, Carl, Cold, Crans, Dal, Dun, East, El, Fair, Fen, Gal, Glen, Hal, Hart, Hol, Kar, Kings, ' +
    'Lang, Lin, Mal, Mor, Nor, Oak, Pem, Quin, Rad, Ros, San, Sel, Stan, Thorn, Tor, Under, Van, Wal, West, Wil, Wyn, Yar',
);
export const SURNAME_ENDS = list(
  'bell, berg, bourne, bridge, by, combe, cott, dale, den, field, ford, gate, ham, hurst, land, ley, low, man, mark, mere, ' +
    'mond, more, ness, ridge, sen, shaw, stead, ston, stow, strom, ton, vale, wald, ward, well, wick, win, wood, worth',
);

export const MONTHS = list(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);
export const ROLES = list(
  'director, spokeswoman, chairman, manager, head of research, chief engineer, treasurer, founder, deputy, adviser, ' +
    'head of planning, secretary',
);
export const PAPERS = list('Courier, Gazette, Herald, Evening Post, Observer, Chronicle, Morning Mail, Echo');

/** What an article begins with: sentences that a question is asked about, each with that question and what answers it. */
export const FACTS = [
  [
    'The {org} {past} {number} {things} in {month} {year}.',
    'How many {things} did the {org} {verb}?',
    '{number} {things}',
  ],
  ['{person} has been {role} of the {org} since {year}.', 'Who is {role} of the {org}?', '{person}'],
  [
    'The {org} spent {money} on {topic}, more than in any year before.',
    'How much did the {org} spend on {topic}?',
    '{money}',
  ],
  [
    'Because of {topic}, the {org} moved its office to {town}.',
    'Where did the {org} move its office?',
    '{town}',
  ],
  ['The {org} was founded in {year} by two {adjective} {things2}.', 'When was the {org} founded?', '{year}'],
  [
    'About {percent} percent of the {things2} of the {org} come from {town}.',
    'What share of the {things2} of the {org} come from {town}?',
    '{percent} percent',
  ],
];

/** What else an article says. */
export const STATEMENTS = [
  'The {org} plans to {verb} {number} {things} before {month}.',
  'Last year it {past} {number} {things}, compared with {number} the year before.',
  'The number of {things} in {place} rose by {percent} percent to {number}.',
  'In {month}, the {org} had to {verb} {small} {adjective} {things}, and {topic} was the reason.',
  'Most of the {things} in {town} are {adjective}, and few of them are ever counted.',
  'The plan would cost {money} and create {number} jobs in {place} and {town}.',
  '{town} and {place} have argued about {topic} for {small} years.',
  'A report by the {tail} institute found that {percent} percent of the {things} were {adjective}.',
  'The {tail} of the old building was still to be seen on {weekday}.',
  'Critics of {topic} point to the {tail} of {year}, when {number} {things} were lost.',
  'The council of {place} voted {small} to {small} for a {adjective} {tail}.',
  'Prices of {things} fell from {money} to {money} within {small} months.',
  'It was the first time since {year} that the {org} {past} so many {things}.',
  'Nobody was hurt, but {small} {things} and a {tail} were damaged.',
  'The {things} were brought to {town}, where the {tail} is kept.',
  'Between {year} and {year}, {place} lost more than {number} {things}.',
  'On {weekday} the {org} and the {things} of {town} agreed on {topic}.',
  'Whether {topic} will change that is an open question in {place}.',
  'Every {weekday}, {small} {adjective} {things} meet at the {tail} in {town}.',
  'The {things} that the {org} {past} in {month} were {adjective} and cheap.',
  'Few had expected that {topic} would reach {town} so soon.',
  'According to the {tail} office, the {org} earned {money} in the first {small} months.',
  'Some {percent} percent of those asked in {place} want the {org} to {verb} more {things}.',
  'A {adjective} {tail} and {small} {things} are part of the offer.',
  'The money, {money} in all, is meant for {things} and for the {tail} of {town}.',
  'For {last}, {topic} began with a {tail} in {month} {year}.',
  'The {tail} was closed on {month} {day}, {year}, and has not opened again.',
  'There were {small} such {things} in {place} in {year}; now there are {number}.',
  '{last} grew up in {town}, studied the {tail} and joined the {org} in {year}.',
  'The {adjective} winter of {year} had left {place} without {things} and without a {tail}.',
  'If the {org} keeps its word, {number} {things} will follow by {month}.',
  'Those who {verb} {things} in {town} earn {money} a year on average.',
  'The {org} did not say how many {adjective} {things} it had left.',
  'From {place} it takes {small} hours to {town}, by way of the {tail}.',
];

/** What half of those sentences end with instead of a full stop. */
export const ENDINGS = [
  ', while {stranger} of {town} called it a {tail} that the {adjective} {tail2} could not {rare}.',
  ', and the {tail} was left to {stranger}, whose family had lived in {town} since {year}.',
  ', after a {adjective} {tail} had kept {stranger} and others from their {things}.',
  ', as the {paper} reported on {weekday}, citing a {tail} from the office of {stranger}.',
  ', though a {tail} by {stranger} and {stranger2} had warned {place} of the {tail2} long before.',
  ', because it would {rare} the {tail} and with it {small} {adjective} {things} a month.',
  ', which {stranger}, who used to {rare} {things} in {town}, still remembers as a {tail}.',
  ', with the {tail} of {town} and the {tail2} of {stranger} in second and third place.',
  ', but for many in {place} the {tail} matters less than {topic} or the {tail2}.',
  '; to {rare} them again, {stranger} said, takes a {tail}, a {tail2} and {small} months.',
];

/** Sentences with somebody's words in them; the first words may introduce a person, the later ones take them up. */
export const INTRODUCTIONS = [
  '“{Speech},” said {person}, {role} of the {org}.',
  '“{Speech},” {person}, the {role}, told the {paper}.',
  '{person}, {role} of the {org}, said: “{Speech}.”',
  'Asked about {topic}, {person} said, “{Speech}.”',
  'According to {person}, “{Speech}.”',
];
export const FOLLOW_UPS = [
  '“{Speech},” {last} said.',
  '“{Speech},” {he} added, “{Speech}.”',
  '{last} added that the {things} of {place} were “{adjective} and {adjective}”.',
  'On {weekday}, {he} said: “{Speech}.”',
  '{last} told the {paper}: “{Speech}.”',
];
export const SPEECH = [
  'we will {verb} {number} {things} before {month}',
  'nobody in {place} wanted {topic}',
  'we have never seen so many {adjective} {things} in {town}',
  'without {topic} there would be no {things} here',
  'a {tail} is not enough for {number} {things}',
  'we {past} {small} {things} a week, and that is {adjective} work',
  'people in {town} deserve {adjective} {things}',
  'it will take {small} years until {place} can {verb} its own {things}',
  'I would rather {verb} one {tail} than {small} {adjective} {things}',
  'all the money that goes into {topic} comes back to {place}',
  'the {tail} has been good to us since {year}',
  'our {things} are {adjective}, and they will stay so',
];
export const TITLES = [
  '{Org} to {verb} {number} {things}',
  '{Place} waits for {things} as {org} counts the cost of {topic}',
  'How {topic} changed {place}',
  '{Number} {things} and a {tail}: the {org} looks back',
  '{Person} of the {org} on {topic}',
];
export const HEADINGS = [
  'What comes next',
  'The {tail} of {place}',
  '{Adjective} {things}',
  'The view from {town}',
  'A question of money',
];
