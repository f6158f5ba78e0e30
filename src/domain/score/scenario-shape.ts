import {
  aboveZero,
  listOf,
  notNegative,
  nullable,
  number,
  numberThat,
  objectOf,
  oneOf,
  optional,
  orNull,
  required,
  share,
  tableOf,
  text,
  textOrNumber,
  tuple,
  wholeFromOne,
  wholeNumber,
  type Shape,
} from './shape';

const weightedLink = objectOf({ to: required(text), w: optional(share) });
const supportLink = objectOf({ to: required(text), w: optional(share), against: optional(oneOf(true)) });

const account = objectOf({ id: required(text), arr: nullable(notNegative) });

const evidence = objectOf({
  id: required(text),
  source: required(text),
  account: nullable(text),
  raw: nullable(textOrNumber),
  count: optional(notNegative),
  day: required(number),
  polarity: optional(oneOf(1, -1)),
  trust: optional(share),
  links: required(listOf(weightedLink)),
});

const item = objectOf({
  id: required(text),
  effort: nullable(notNegative),
  parent: optional(text),
  doneDay: optional(number),
  serves: required(listOf(weightedLink)),
});

const source = objectOf({
  anchors: optional(listOf(tuple(number, number))),
  labels: optional(tableOf(number)),
  trust: optional(share),
  half: optional(aboveZero),
  aggregate: optional(oneOf(true, false)),
});

const calibration = objectOf({ n: required(notNegative), ridit: required(listOf(tuple(textOrNumber, number))) });

// Beyond the faults that scoring.md lists, a parameter is refused where the formulas would divide by zero or lose their meaning.
const params = objectOf({
  rho: optional(share),
  gamma: optional(notNegative),
  vmax: optional(numberThat((value) => value >= 1, '1 or more')),
  eta: optional(notNegative),
  countCap: optional(notNegative),
  a0: optional(notNegative),
  s0: optional(notNegative),
  cvAgg: optional(notNegative),
  w0: optional(aboveZero),
  lambda: optional(notNegative),
  effortFloor: optional(aboveZero),
  sigmaEffort: optional(notNegative),
  sigmaEffortMissing: optional(notNegative),
  sigmaCover: optional(notNegative),
  kappa: optional(notNegative),
  calibration: optional(tableOf(calibration)),
  arrRef: optional(notNegative),
  effortRef: optional(notNegative),
  draws: optional(wholeFromOne),
  seed: optional(wholeNumber),
  topK: optional(wholeFromOne),
  level: optional(oneOf('all', 'top', 'leaf')),
  defaultCover: optional(share),
  sources: optional(tableOf(orNull(source))),
});

/** The exchange format of scoring.md, "Input": every field, and none besides. */
export const scenarioShape: Shape = objectOf({
  asOfDay: required(number),
  accounts: required(listOf(account)),
  evidence: required(listOf(evidence)),
  insights: required(listOf(objectOf({ id: required(text), supports: required(listOf(supportLink)) }))),
  problems: required(listOf(objectOf({ id: required(text) }))),
  opportunities: required(listOf(objectOf({ id: required(text), groups: required(listOf(weightedLink)) }))),
  items: required(listOf(item)),
  params: optional(params),
});
