import { asSystem } from "@/lib/access/gates";
import { closeDatabase } from "@/lib/platform/db";
import { printLogins } from "./print-logins";
import { seedCast } from "./seed-cast";
import { seedCatalog } from "./seed-catalog";
import { seedCopy } from "./seed-copy";
import { seedOffers } from "./seed-offers";
import { seedRateCards } from "./seed-rate-cards";

/** Loads the demo cast, once: each part leaves alone what is there already. */
async function seed(): Promise<void> {
  const ctx = asSystem();
  await seedCast(ctx);
  printLogins();
  await seedRateCards();
  await seedCatalog();
  await seedOffers();
  await seedCopy();
}

try {
  await seed();
} finally {
  await closeDatabase();
}
