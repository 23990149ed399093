/** Everything that follows from the model alone: no recording is needed to write it. */
import type { Artifact } from './artifact.ts';
import { emitCompleteSuite } from './complete-suite.ts';
import { emitConformanceConfig } from './conformance-config.ts';
import { emitExchangeCases } from './exchange-cases.ts';
import { emitExchangeMatrix } from './exchange-matrix.ts';
import { emitJsonSchemas } from './json-schema.ts';
import { emitMachineFigures } from './machine-figures.ts';
import { emitMachineGraphs } from './machine-graph.ts';
import { emitMachineTables } from './machine-tables.ts';
import { emitRequirementMatrix } from './requirement-matrix.ts';
import { emitRoutes } from './routes.ts';
import { emitSandboxTable } from './sandbox-table.ts';
import { emitServerMetadata } from './server-metadata.ts';
import { emitTestPaths } from './test-paths.ts';
import { emitVectorsPage } from './vectors-page.ts';
import { emitVocabulary } from './vocabulary.ts';

/** Files for `generated/`, in the order of their emitters. Pure: the same model gives the same bytes. */
export const emitFromModel = (): Artifact[] => [
  ...emitJsonSchemas(),
  ...emitServerMetadata(),
  ...emitMachineGraphs(),
  ...emitMachineFigures(),
  ...emitExchangeMatrix(),
  ...emitRequirementMatrix(),
  ...emitVocabulary(),
  ...emitRoutes(),
  ...emitMachineTables(),
  ...emitTestPaths(),
  ...emitExchangeCases(),
  ...emitCompleteSuite(),
  ...emitVectorsPage(),
  ...emitSandboxTable(),
  ...emitConformanceConfig(),
];
