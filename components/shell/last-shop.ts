/** Which shop was open last, so that "/" leads back to it. */
export const LAST_SHOP_COOKIE = "last-shop";
