/** Gives the thread back between the steps of a long deed. */
export { afterOtherTasks } from '../sources/run-in-slices.js';
