export const LOCALES = ["zh-CN", "en"] as const;
export const THEMES = ["light", "dark"] as const;
