import * as z from 'zod';

/** A text people read, in one language: never empty, without space around it. */
export const TextSchema = z.string().trim().min(1);
