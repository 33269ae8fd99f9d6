/** A language the program itself speaks. */
export type Lang = 'fr' | 'en';
