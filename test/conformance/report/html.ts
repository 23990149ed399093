/** placeholder */
import type { Report } from '../options.ts';
export const htmlReport = (report: Report): string => JSON.stringify(report);
