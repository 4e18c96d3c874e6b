import { CONTEXTS, placeOf, type ContextName, type Cue, type RuleSet } from "@/lib/copy-check/rule-set";

/** Words that a set looks for beside what its rules find. */
export interface WordList {
  /** where a cue is looked for, or the name of a context; lower-case letters, digits and hyphens */
  id: string;
  kind: { cue: Pick<Cue, "side" | "reach" | "crossesPauses"> } | { context: ContextName };
  patterns: string[];
  except: string[];
}

/** The lists of a set, in its order: the cues that make a warning of a match, then what a text says as a whole. */
export function wordListsOf({ cues, contexts }: Pick<RuleSet, "cues" | "contexts">): WordList[] {
  return [
    ...cues.map(({ patterns, except, ...cue }): WordList => ({ id: placeOf(cue), kind: { cue }, patterns, except })),
    ...CONTEXTS.map((context): WordList => ({ id: context, kind: { context }, patterns: contexts[context], except: [] })),
  ];
}
