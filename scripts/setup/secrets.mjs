import { createHmac, randomBytes } from "node:crypto";
import { readJson, writeJson } from "./data-folder.mjs";

/** Made on the first start and kept in the data folder: { authSecret, appPassword }. */
export function secrets() {
  const known = readJson("secrets.json") ?? {};
  const complete = {
    authSecret: known.authSecret ?? randomBytes(32).toString("base64url"),
    appPassword: known.appPassword ?? randomBytes(24).toString("base64url"),
  };
  if (known.authSecret !== complete.authSecret || known.appPassword !== complete.appPassword) writeJson("secrets.json", complete);
  return complete;
}

/**
 * The role yuefu_app belongs to the whole PostgreSQL server. On a server that is not ours two checkouts may share it,
 * so its password follows from the owner's: each of them comes to the same one.
 */
export function appPasswordFor(databaseUrl, isEmbedded) {
  const { password } = new URL(databaseUrl);
  if (isEmbedded || !password) return secrets().appPassword;
  return createHmac("sha256", decodeURIComponent(password)).update("yuefu_app").digest("base64url");
}
