import { describeConformance } from '../conformance.ts';
import { findFormat } from '../formats.ts';

const format = findFormat('epub');
if (format === undefined) throw new Error('epub is not in the list of formats');

describeConformance(format);
