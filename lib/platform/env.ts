import { z } from "zod";

const envSchema = z.object({
  APP_DATABASE_URL: z.string().startsWith("postgres"),
  AUTH_SECRET: z.string().min(32),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** multiplies the public rate limits, for load tests and for hosts behind one address */
  RATE_LIMIT_SCALE: z.coerce.number().int().min(1).max(1_000_000).default(1),
  /** how many proxies of ours stand in front and append to X-Forwarded-For */
  PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** The environment, parsed once. Throws with the names of what is missing. */
export function env(): Env {
  if (parsed) return parsed;
  const result = envSchema.safeParse(process.env);
  if (!result.success) {
    throw new Error(`The environment is incomplete: ${result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}`);
  }
  return (parsed = result.data);
}
