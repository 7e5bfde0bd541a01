/** ‖a − b‖₂, or ‖a‖₂ without b. */
export function euclidean(a: ArrayLike<number>, b?: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b?.[i] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/** √Σ a. */
export function rootSum(a: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] ?? 0;
  return Math.sqrt(sum);
}
