/** Of this page, for what is taken home from it; a test holds it to package.json. */
export const VERSION = "0.1.0";
