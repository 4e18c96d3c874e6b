import { dataFolder } from "./data-folder.mjs";
import { secrets } from "./secrets.mjs";

/** Everything the server and the scripts around it read from their environment. */
export function serverEnvironment({ databaseUrl, appDatabaseUrl, host, port, isDevelopment = false }) {
  const authSecret = process.env.AUTH_SECRET ?? secrets().authSecret;
  return {
    DATABASE_URL: databaseUrl,
    APP_DATABASE_URL: appDatabaseUrl,
    AUTH_SECRET: authSecret,
    NEXTAUTH_SECRET: authSecret,
    // Sign-in follows the address that the browser used, unless one is fixed.
    ...(process.env.NEXTAUTH_URL ? {} : { AUTH_TRUST_HOST: "true" }),
    HOST: host,
    PORT: String(port),
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    YUEFU_DATA_DIR: dataFolder(),
  };
}
