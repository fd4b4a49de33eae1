/** What `POST /facts` has kept. */
import * as z from 'zod/mini';
import { refusedSchema } from './wire-schemas.js';

export const factsReportSchema = z.object({ accepted: z.int(), refused: refusedSchema });
