// @ts-check

/**
 * Counts down whole seconds on a steady clock, so that a sleeping tab or a changed wall clock does no harm.
 *
 * @param {number} seconds
 * @param {(left: number) => void} tick called at once and whenever the number changes, at last with 0
 * @returns {() => void} stops it
 */
export function countdown(seconds, tick) {
  const endsAt = performance.now() + seconds * 1000;
  let shown = Number.NaN;
  const look = () => {
    const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    if (left === shown) return;
    shown = left;
    tick(left);
    if (left === 0) window.clearInterval(timer);
  };
  const timer = window.setInterval(look, 200);
  look();
  return () => window.clearInterval(timer);
}

/**
 * A stretch of time as a customer reads it: `0:09`, `9:41`, `5 h 20 min`, `3 days`.
 *
 * @param {number} seconds
 */
export function timeWords(seconds) {
  if (seconds >= 48 * 3600) return `${Math.floor(seconds / 86_400)} days`;
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
