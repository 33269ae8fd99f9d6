import fc from 'fast-check';

/**
 * Every run of all tests draws the same cases, so that it tells what a change did and nothing else; the night draws others
 * (`PLENARY_SEED`), and so does whoever runs a package's tests alone.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['PLENARY_SEED'] ?? 20161013) });
