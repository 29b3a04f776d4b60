/** placeholder */
import type { Bench } from './bench.ts';
export const formsBench: Bench = { name: 'forms', title: '', prepare: () => Promise.reject(new Error('')) };
