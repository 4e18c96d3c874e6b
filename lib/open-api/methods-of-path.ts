import type { Api } from "./api-env";

/** The methods under which a path is known, so that the wrong one is told from an unknown path. */
export function methodsOfPath(api: Api, pathname: string): string[] {
  const methods = api.routes
    .filter(({ method, path }) => method !== "ALL" && patternOf(path).test(pathname))
    .map(({ method }) => method);
  if (methods.includes("GET")) methods.push("HEAD");
  return [...new Set(methods)].sort();
}

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\/:[^/]+/g, "/[^/]+");
  return new RegExp(`^${escaped}$`);
}
