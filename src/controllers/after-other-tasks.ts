/** Gives the thread back between the steps of a long deed. */
export { afterOtherTasks } from '../ingest/run-in-slices.js';
