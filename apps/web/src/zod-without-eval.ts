import { config } from 'zod';

// Zod compiles checks at run time where it may, and tries that out with a call that the page's policy refuses and
// reports as an error. Imported before any schema is made.
config({ jitless: true });
