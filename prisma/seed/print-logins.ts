import { DEMO_PASSWORD, PEOPLE } from "./cast";

/** What a start shows: who can sign in to look at what. */
export function printLogins(): void {
  const width = Math.max(...Object.values(PEOPLE).map(({ email }) => email.length));
  const rows = Object.values(PEOPLE).map(({ email, roles }) => `  ${email.padEnd(width)}  ${roles.map(({ role }) => role).filter((role, at, all) => all.indexOf(role) === at).join(", ")}`);
  process.stdout.write(["Demo logins, all with the password " + DEMO_PASSWORD, ...rows, ""].join("\n"));
}
