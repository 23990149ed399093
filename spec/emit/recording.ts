/** Recordings, as emitters take them; the recorder beside the server makes them. */
export type { RecordedExchange, Recording } from '../../model/index.ts';
