/** The style on paper: A4, always by day, a part on a page of its own, nothing cut that can stay whole. */
export declare function printCss(dayColours: string): string;
