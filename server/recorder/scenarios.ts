/**
 * The scenarios: the kiosk story, and every other answer that a client can get. Each is played on a stage of its own;
 * what is expected is checked while it is played, so a scenario that no longer happens stops the recording.
 */
import { grants } from './grants.ts';
import { keys } from './keys.ts';
import { refusals } from './refusals.ts';
import type { Scenario } from './requests.ts';
import { stories } from './stories.ts';

export const scenarios: Readonly<Record<string, Scenario>> = { ...stories, ...grants, ...keys, ...refusals };
