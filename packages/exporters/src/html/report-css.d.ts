/** The style of the page: text first, one column on a phone, contents beside the text where there is room. */
export declare const reportCss: string;
