/** Those that are written from right to left, as Unicode calls them. */
export const SCRIPTS_TO_THE_LEFT = ['Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko', 'Adlam'] as const;

/** For a class of characters in a regular expression with the flag `v`: those of these scripts, and the marks of no other. */
export const TO_THE_LEFT = SCRIPTS_TO_THE_LEFT.map((script) => `\\p{Script_Extensions=${script}}`).join('');
export const MARKS_TO_THE_LEFT = `[[\\p{M}&&[${TO_THE_LEFT}]]--\\p{Script_Extensions=Latin}]`;
