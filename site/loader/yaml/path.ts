/** The keys and indexes that lead from the root of a file to a value in it. */
export type Path = readonly PropertyKey[];
