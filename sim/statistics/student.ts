/**
 * Student's t: how many standard errors a mean over few values may be off. The distribution is the regularised incomplete
 * beta function, I_x(ν/2, 1/2) at x = ν/(ν + t²); its continued fraction is evaluated as by Lentz (Press et al., Numerical
 * Recipes, 3rd edition, § 6.4).
 */

/** P(|T| > t) for ν degrees of freedom. */
export function twoSidedTail(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** The t beyond which, on both sides together, lies 1 − `confidence`: 2.776 for 0.95 and ν = 4. */
export function criticalT(confidence: number, freedom: number): number {
  if (!(freedom >= 1))
    throw new Error(`t needs at least 1 degree of freedom; got ${freedom}: take two seeds or more`);
  let low = 0;
  let high = 1;
  while (twoSidedTail(high, freedom) > 1 - confidence) high *= 2;
  // Halving a double sixty times leaves nothing between the ends.
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (twoSidedTail(middle, freedom) > 1 - confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // Where the fraction converges slowly, the other tail is the quick one.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log(1 - x) - logBeta(a, b)) / a;
  return front / continuedFraction(x, a, b);
}

const SMALLEST = 1e-300;

function continuedFraction(x: number, a: number, b: number): number {
  let numerator = 1;
  let denominator = 0;
  let fraction = 1;
  for (let i = 1; i <= 300; i++) {
    const m = Math.floor(i / 2);
    const coefficient =
      i % 2 === 0
        ? (m * (b - m) * x) / ((a + i - 1) * (a + i))
        : (-(a + m) * (a + b + m) * x) / ((a + i - 1) * (a + i));
    denominator = 1 / nonzero(1 + coefficient * denominator);
    numerator = nonzero(1 + coefficient / numerator);
    fraction *= numerator * denominator;
    if (Math.abs(numerator * denominator - 1) < 1e-15) break;
  }
  return fraction;
}

function nonzero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Lanczos's approximation with g = 7, good to fifteen digits for x ≥ 1/2. */
function logGamma(x: number): number {
  const z = x - 1;
  const sum = LANCZOS.reduce((total, c, i) => total + c / (z + i + 1), 0.99999999999980993);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
