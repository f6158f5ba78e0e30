import type { Numbers, SourceInput } from './params';

/** Every number of the model that a team may change; meanings and formulas in scoring.md, sections 1 to 7. */
export const defaultNumbers: Numbers = {
  rho: 0.5,
  gamma: 0.5,
  vmax: 2,
  eta: 0.5,
  countCap: 100,
  a0: 0.1,
  s0: 0.35,
  cvAgg: 0.3,
  w0: 0.4,
  lambda: 1,
  effortFloor: 0.25,
  sigmaEffort: 0.5,
  sigmaEffortMissing: 0.9,
  // So wide that "8 of 10" comes true in 8 of 10 simulated worlds, give or take 7: `npm run bench:decisions -- --tuning`.
  sigmaCover: 0.9,
  kappa: 30,
  draws: 1000,
  seed: 1,
  topK: 3,
  defaultCover: 0.6,
};

const dealOutcomes = { decisive: 1, contributing: 0.5, nice: 0.2 };

const severities = { blocker: 1, critical: 0.85, major: 0.6, minor: 0.3, trivial: 0.1 };
const jiraPriorities = { highest: 1, high: 0.85, medium: 0.6, low: 0.3, lowest: 0.1 };
const severityDigits = { '5': 1, '4': 0.85, '3': 0.6, '2': 0.3, '1': 0.1 };

/** Pain anchors or labels (0..1), trust (0..1) and half-life (days) of each known source. */
export const defaultSources: Readonly<Record<string, SourceInput>> = {
  nps: {
    anchors: [
      [0, 1],
      [6, 0.6],
      [8, 0.35],
      [10, 0.15],
    ],
    trust: 0.5,
    half: 180,
  },
  csat: {
    anchors: [
      [1, 1],
      [2, 0.8],
      [3, 0.5],
      [4, 0.25],
      [5, 0.1],
    ],
    trust: 0.5,
    half: 180,
  },
  stars: {
    anchors: [
      [1, 0.9],
      [2, 0.75],
      [3, 0.5],
      [4, 0.25],
      [5, 0.1],
    ],
    trust: 0.4,
    half: 180,
  },
  ticket: { labels: { ...severities, ...jiraPriorities, ...severityDigits }, trust: 0.5, half: 180 },
  sales: { labels: dealOutcomes, trust: 0.3, half: 180 },
  winloss: { labels: dealOutcomes, trust: 0.6, half: 365 },
  interview: {
    anchors: [
      [1, 0.1],
      [3, 0.5],
      [5, 1],
    ],
    trust: 0.8,
    half: 365,
  },
  usage: {
    anchors: [
      [0, 0],
      [0.05, 0.3],
      [0.2, 0.6],
      [1, 1],
    ],
    trust: 0.9,
    half: 90,
    aggregate: true,
  },
  techdebt: {
    anchors: [
      [0, 0],
      [8, 0.4],
      [16, 0.65],
      [40, 1],
    ],
    trust: 0.7,
    half: 180,
    aggregate: true,
  },
  experiment: {
    anchors: [
      [0, 0],
      [1, 1],
    ],
    trust: 1,
    half: 365,
  },
  research: {
    anchors: [
      [0, 0],
      [10, 1],
    ],
    trust: 0.5,
    half: 540,
  },
  opinion: {
    anchors: [
      [0, 0],
      [10, 1],
    ],
    trust: 0.1,
    half: 90,
  },
  ces: {
    anchors: [
      [1, 1],
      [4, 0.5],
      [7, 0.1],
    ],
    trust: 0.5,
    half: 180,
  },
  verdict: { labels: { bad: 0.8, good: 0.15 }, trust: 0.4, half: 180 },
  importance: {
    anchors: [
      [0, 0.1],
      [1, 0.3],
      [2, 0.6],
      [3, 1],
    ],
    trust: 0.4,
    half: 180,
  },
};
