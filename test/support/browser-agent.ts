/** What a person's browser calls itself; what a program of ours would call itself is held back as a robot's. */
export const BROWSER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';
