// @ts-check
/** The audit itself: three things that a year of hours says about a home. Pure, so that it is tested without a page. */
/** @import { UsageView } from '../view.ts' */

/**
 * One finding, in the customer's words.
 *
 * @typedef {{ title: string, figure: string, words: string, tip: string }} Finding
 */

const dayMilliseconds = 86_400_000;

/**
 * The three findings, in the order in which they are shown.
 *
 * @param {Pick<UsageView, 'hourly' | 'startsOn'>} view a year of hours, or less
 * @returns {Finding[]} fewer than three when there is no hour, or a season is missing
 */
export function findings({ hourly, startsOn }) {
  if (hourly.length === 0) return [];
  const seasons = seasonFinding(hourly, startsOn);
  return [busiestHourFinding(hourly), standbyFinding(hourly), ...(seasons ? [seasons] : [])];
}

/**
 * An hour of the day as people say it.
 *
 * @param {number} hour 0 to 24
 */
export function hourWords(hour) {
  if (hour % 24 === 0) return 'midnight';
  if (hour === 12) return 'noon';
  return hour < 12 ? `${hour} am` : `${hour - 12} pm`;
}

/**
 * The hour that begins at `hour`: "5–6 pm", "11 am–noon".
 *
 * @param {number} hour 0 to 23
 */
export function hourSpanWords(hour) {
  const from = hourWords(hour);
  const to = hourWords(hour + 1);
  const [number, half] = from.split(' ');
  return half !== undefined && to.endsWith(` ${half}`) ? `${number}–${to}` : `${from}–${to}`;
}

/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number} value @param {number} digits */
const amount = (value, digits) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** @param {string} text */
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {readonly number[]} hourly @returns {Finding} */
function busiestHourFinding(hourly) {
  const averages = Array.from({ length: 24 }, (_, hour) => mean(hourly.filter((_, index) => index % 24 === hour))).map(
    (average) => (Number.isNaN(average) ? 0 : average),
  );
  const busiest = averages.indexOf(Math.max(...averages));
  const average = averages[busiest] ?? 0;
  const usual = mean(hourly);
  return {
    title: 'Your busiest hour',
    figure: sentence(hourSpanWords(busiest)),
    words: `It takes ${amount(average, 1)} kWh on an average day, ${amount(average / (usual || 1), 1)} times your usual hour.`,
    tip: busiestHourTip(busiest),
  };
}

/** @param {number} hour */
function busiestHourTip(hour) {
  if (hour < 5 || hour >= 23) return 'Something large runs while you sleep. A timer can move it to the cheapest hours.';
  if (hour < 9) return 'Mornings are hot water and laundry. A timer can spread them over the day.';
  if (hour < 16) return 'Midday use is often cooling or a pool pump. Both can run on a timer.';
  return 'Let the dishwasher and dryer wait until after 9 pm.';
}

/** @param {readonly number[]} hourly @returns {Finding} */
function standbyFinding(hourly) {
  // The quiet tenth of the small hours: a car that charges on some nights does not count as never sleeping.
  const nights = hourly.filter((_, index) => index % 24 >= 1 && index % 24 < 5).sort((a, b) => a - b);
  const standby = nights[Math.floor(nights.length / 10)] ?? Math.min(...hourly);
  const total = hourly.reduce((sum, value) => sum + value, 0);
  const share = total > 0 ? (standby * hourly.length) / total : 0;
  return {
    title: 'What never sleeps',
    figure: `${amount(standby * 1000, 0)} watts`,
    words: `Day and night, that is ${amount(standby * hourly.length, 0)} kWh, or ${amount(share * 100, 0)}% of everything you use.`,
    tip:
      standby > 0.25
        ? 'Look for an old fridge, a second freezer, boxes that stay warm. Smart plugs find them.'
        : 'That is a modest figure. A switched power strip for the television takes off a little more.',
  };
}

/** @param {readonly number[]} hourly @param {string} startsOn @returns {Finding | undefined} */
function seasonFinding(hourly, startsOn) {
  const summer = averageDay(hourly, startsOn, [5, 6, 7]);
  const winter = averageDay(hourly, startsOn, [11, 0, 1]);
  if (!summer || !winter) return undefined;
  const percent = Math.round(100 * (summer / winter - 1));
  return {
    title: 'Summer vs. winter',
    figure: percent === 0 ? 'Even' : `${percent > 0 ? '+' : '−'}${Math.abs(percent)}%`,
    words: `A summer day takes ${amount(summer, 1)} kWh, a winter day ${amount(winter, 1)} kWh.`,
    tip: seasonTip(percent),
  };
}

/** @param {number} percent */
function seasonTip(percent) {
  if (percent > 10)
    return 'Cooling makes the difference. Shades outside the west windows and a ceiling fan cost little.';
  if (percent < -10) return 'Heating makes the difference. Start with weatherstrip and attic insulation.';
  return 'The weather hardly shows. Your savings are in what runs all year.';
}

/**
 * Kilowatt-hours of an average day in some months.
 *
 * @param {readonly number[]} hourly
 * @param {string} startsOn
 * @param {readonly number[]} months 0 for January
 * @returns {number | undefined} undefined when no hour falls in them
 */
function averageDay(hourly, startsOn, months) {
  const start = Date.parse(startsOn);
  const chosen = hourly.filter((_, index) =>
    months.includes(new Date(start + Math.floor(index / 24) * dayMilliseconds).getUTCMonth()),
  );
  return chosen.length > 0 ? mean(chosen) * 24 : undefined;
}
