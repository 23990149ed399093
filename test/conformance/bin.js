#!/usr/bin/env node
/** Starts the command-line tool from an installed package, where nothing else reads TypeScript. */
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
