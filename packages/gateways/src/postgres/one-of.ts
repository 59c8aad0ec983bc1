import { sql } from 'kysely';

/** All in one parameter: thousands of runs have more domains than a query may have parameters. */
export const oneOf = (values: readonly string[]) => sql<string>`any(${values})`;

/** After `<>`: none of these. */
export const noneOf = (values: readonly string[]) => sql<string>`all(${values})`;
