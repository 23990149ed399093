import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { describeStoreContract } from './store-contract.ts';

describeStoreContract('memory', createMemoryStore);
