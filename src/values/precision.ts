/** The number format that a compute figure is stated in; UNSTATED where the source does not say. */
export const precisions = ['UNSTATED', 'FP64', 'FP32', 'TF32', 'BF16', 'FP16', 'FP8', 'INT8', 'FP4'] as const

export type Precision = (typeof precisions)[number]
