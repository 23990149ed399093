/**
 * Where each mitigation shows that it is needed: the world and the property that breaks when it is off. A mitigation that
 * has no row does not compile; one whose row finds no counterexample fails the verification.
 */
import type { AnyMitigation } from '../../../model/index.ts';
import { necessityOfDuties } from './necessity-of-duties.ts';
import { necessityOfGuards } from './necessity-of-guards.ts';
import type { NecessityRow } from './necessity-row.ts';

export const necessity: Readonly<Record<AnyMitigation, NecessityRow>> = { ...necessityOfGuards, ...necessityOfDuties };
