/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  /** what is measured, as the reader of the table names it */
  path: string;
  /** what it is measured against */
  against: string;
  /** the goal as words, such as "≥ 2×" */
  goal: string;
  /** the figure, such as "2.7× (2.5–2.9)" */
  measured: string;
  isReached: boolean;
  /** absolute figures and circumstances; noise between machines, so they stand below the table */
  notes: string[];
}

export interface BenchSuite {
  name: string;
  /** a PostgreSQL of its own is started for the run */
  needsDatabase?: boolean;
  /** the production build must be there */
  needsBuild?: boolean;
  run(environment: BenchEnvironment): Promise<BenchRow[]>;
}

export interface BenchEnvironment {
  /** says what is going on; the last words stay on the screen */
  report(text: string): void;
  /** a fresh migrated database; only for suites that need one */
  createDatabase(name: string): Promise<{ databaseUrl: string; appDatabaseUrl: string }>;
}
