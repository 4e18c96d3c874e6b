const GRAMS_MAX = 400;
const CODE_POINTS = 1_114_112;
const LARGEST_PRIME = 2_147_483_647;

/** A title as it is searched: compatibility forms folded, lower case, without spaces. The database does the same before it compares. */
export function searchableTitle(title: string): string {
  return title.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

/**
 * The distinct pairs of neighboring characters of a title as numbers of 31 bits: what two characters of Chinese are looked up by.
 * A shop's own salt keeps the shops apart in one index. Two pairs may meet in one number, so whoever finds a title by it compares the words.
 */
export function titleGrams(shopId: string, title: string): number[] {
  const salt = saltOf(shopId);
  const grams = new Set<number>();
  let before = -1;
  for (const character of searchableTitle(title)) {
    const code = character.codePointAt(0)!;
    if (before >= 0 && grams.size < GRAMS_MAX) grams.add((before * CODE_POINTS + code + salt) % LARGEST_PRIME);
    before = code;
  }
  return [...grams];
}

function saltOf(shopId: string): number {
  let salt = 0;
  for (const character of shopId) salt = (salt * 31 + character.codePointAt(0)!) % LARGEST_PRIME;
  return salt;
}
