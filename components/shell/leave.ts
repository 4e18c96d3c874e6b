/** Ends the session of this browser. What does it is loaded when somebody leaves, which few visits do. */
export async function leave(): Promise<void> {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}
