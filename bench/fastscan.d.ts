declare module "fastscan" {
  export default class FastScanner {
    constructor(words: readonly string[]);
    search(content: string): [start: number, word: string][];
  }
}
