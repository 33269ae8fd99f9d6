export { createPictureEncoder, LONGEST_SIDE, MOST_PIXELS } from './picture-encoder.ts';
