import { massPerCustomer, type CustomerMass, type Mention } from './customers';
import type { Params } from './params';

/** How strong a problem is on today's evidence, in customer-equivalents; scoring.md section 4. */
export interface ProblemStrength extends MassStrength {
  readonly supporters: readonly CustomerMass[];
  readonly opponents: readonly CustomerMass[];
}

/** What is said of a problem by the masses of its customers alone. */
interface MassStrength {
  /** Support, with the prior a0. */
  readonly P: number;
  /** Contradiction. */
  readonly N: number;
  /** Value: support less what contradiction takes away, 0..P. */
  readonly V: number;
  /** One standard deviation of V. */
  readonly sd: number;
  /** Keys with support, aggregates and anonymous sources included; a screen counts only keys with `@`. */
  readonly customers: number;
  /** Effective number of supporting customers: n when n of them weigh the same, towards 1 when one dominates. */
  readonly neff: number;
  /** The largest customer's share of the support, 0..1. */
  readonly topShare: number;
}

type Mass = Pick<CustomerMass, 'mass' | 'isAggregate'>;
type StrengthParams = Pick<Params, 'a0' | 's0' | 'cvAgg'>;

/** Gathers everything said on one problem; the order of `mentions` is irrelevant to the last bit. */
export function aggregateProblem(mentions: readonly Mention[], params: StrengthParams & Pick<Params, 'rho'>): ProblemStrength {
  const supporters = massPerCustomer(
    mentions.filter((mention) => mention.stance === 'for'),
    params.rho,
  );
  const opponents = massPerCustomer(
    mentions.filter((mention) => mention.stance === 'against'),
    params.rho,
  );
  return { ...strengthOfMasses(supporters, opponents, params), supporters, opponents };
}

/** Adds customers up in the order given, so that the same masses give the same bits. */
export function strengthOfMasses(supporters: readonly Mass[], opponents: readonly Mass[], params: StrengthParams): MassStrength {
  const support = total(supporters, (customer) => customer.mass);
  const P = params.a0 + support;
  const N = total(opponents, (customer) => customer.mass);
  const believed = P + N > 0 ? P / (P + N) : 1;
  const spread = (customer: Mass) => ((customer.isAggregate ? params.cvAgg : 1) * customer.mass) ** 2;
  // dV/dP = (P² + 2PN)/(P+N)² and dV/dN = −P²/(P+N)², by the delta method.
  const slopeP = P + N > 0 ? (P * P + 2 * P * N) / (P + N) ** 2 : 1;
  const slopeN = believed ** 2;
  const variance = slopeP ** 2 * (params.s0 ** 2 + total(supporters, spread)) + slopeN ** 2 * total(opponents, spread);
  const squares = total(supporters, (customer) => customer.mass ** 2);
  return {
    P,
    N,
    // P·P/(P+N) is P − P·N/(P+N), and in floating point it never goes below 0 nor up with N.
    V: P * believed,
    sd: Math.sqrt(variance),
    customers: supporters.filter((customer) => customer.mass > 0).length,
    neff: squares > 0 ? support ** 2 / squares : 0,
    topShare: support > 0 ? supporters.reduce((most, customer) => Math.max(most, customer.mass), 0) / support : 0,
  };
}

function total(customers: readonly Mass[], of: (customer: Mass) => number): number {
  return customers.reduce((sum, customer) => sum + of(customer), 0);
}
