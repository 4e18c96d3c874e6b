import type { TestProject } from "vitest/node";
import { startTestCluster } from "../../scripts/setup/test-cluster.mjs";

export interface TestCluster {
  adminUrl: string;
  template: string;
  appPassword: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** One PostgreSQL for the whole run: the one that `npm test` has started, or one of its own. */
export default async function setup(project: TestProject) {
  if (process.env.YUEFU_TEST_CLUSTER) {
    project.provide("testCluster", JSON.parse(process.env.YUEFU_TEST_CLUSTER) as TestCluster);
    return;
  }
  const { stop, ...cluster } = await startTestCluster();
  project.provide("testCluster", cluster);
  return stop;
}
