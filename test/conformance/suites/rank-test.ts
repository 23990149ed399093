/** The rank-sum test of Mann and Whitney, which asks nothing of how the times are distributed. */

/** The sum of the ranks of the left sample among all; equal values share their rank. `ties` is for the variance of it. */
export function rankSumOf(
  left: readonly number[],
  right: readonly number[],
): { readonly rankSum: number; readonly ties: number } {
  const all = [...left.map((value) => ({ value, isLeft: true })), ...right.map((value) => ({ value, isLeft: false }))];
  all.sort((one, other) => one.value - other.value);
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    const rank = (from + 1 + to) / 2;
    rankSum += rank * all.slice(from, to).filter(({ isLeft }) => isLeft).length;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { rankSum, ties };
}

/** Compares two samples. `z` is the normal approximation with the correction for ties; positive when the left is larger. */
export function compared(left: readonly number[], right: readonly number[]): { readonly z: number } {
  const { rankSum, ties } = rankSumOf(left, right);
  const [n, m] = [left.length, right.length];
  const total = n + m;
  const mean = (n * (total + 1)) / 2;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  return { z: variance === 0 ? 0 : (rankSum - mean) / Math.sqrt(variance) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
