const BIGRAMS_MAX = 400;

/** A title as it is searched: compatibility forms folded, lower case, without spaces. The database does the same before it compares. */
export function searchableTitle(title: string): string {
  return title.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

/** The distinct pairs of neighboring characters of a title: what two characters of Chinese are looked up by. */
export function titleBigrams(title: string): string[] {
  const characters = [...searchableTitle(title)];
  const bigrams = new Set<string>();
  for (let index = 0; index + 1 < characters.length && bigrams.size < BIGRAMS_MAX; index++) bigrams.add(characters[index]! + characters[index + 1]!);
  return [...bigrams];
}
