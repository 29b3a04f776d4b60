/** Of the sample that `pingyou sample` makes unasked. */
export const SEED = 2024;
